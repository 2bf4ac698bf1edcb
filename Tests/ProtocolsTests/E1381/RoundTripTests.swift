import Protocols
import Testing

/// A sender and a receiver on a line that hurts what it carries.
struct RoundTripTests {
    @Test(arguments: 0..<80)
    func everyMessageArrivesOverALineThatFlipsDropsAndDoublesBytes(seed: UInt64) {
        var dice = Dice(seed: seed)
        var line = BadLine(options: Self.options(with: &dice), dice: dice)
        let messages = (0..<4).map { Self.message($0, with: &dice) }
        line.carry(messages)

        #expect(line.sender.pending == 0)
        let texts = messages.map { Array($0.map { $0 + [.cr] }.joined()) }
        var complete: [[UInt8]] = []
        for message in line.delivered where message.isComplete && message.text != complete.last {
            complete.append(message.text)
        }
        #expect(complete == texts)
        for message in line.delivered where !message.isComplete {
            #expect(texts.contains { $0.starts(with: message.text) })
        }
    }

    private static func options(with dice: inout Dice) -> LinkOptions {
        var options = LinkOptions()
        options.frames = dice.throwing(2) == 0 ? .record : .packed
        options.textLength = [16, 60, 240][dice.throwing(3)]
        options.etbOnCompleteRecords = dice.throwing(2) == 0
        options.trailer = dice.throwing(2) == 0 ? .crlf : .lf
        return options
    }

    private static func message(_ number: Int, with dice: inout Dice) -> [[UInt8]] {
        let results = (1...dice.throwing(12) + 1).map { index in
            "R|\(index)|^^^INS|\(dice.throwing(10_000)).\(dice.throwing(100))|uIU/mL||N||F||CABLE"
        }
        return (["H|\\^&|||ABCE^\(number)", "P|1", "O|1|TAG-01"] + results + ["L|1|N"])
            .map { Array($0.utf8) }
    }
}

/// Carries bytes both ways in pieces, hurts some frames, and loses some replies; its clock jumps
/// from deadline to deadline.
private struct BadLine {
    var sender: Sender
    var receiver: Receiver
    var delivered: [Message] = []
    private var dice: Dice
    private var now = Duration.zero

    init(options: LinkOptions, dice: Dice) {
        sender = Sender(options: options)
        receiver = Receiver(options: options)
        self.dice = dice
    }

    /// Sends `messages`, until they are through or the line has been tried too often.
    mutating func carry(_ messages: [[[UInt8]]]) {
        var actions = messages.flatMap { sender.enqueue($0, at: now) }
        for _ in 0..<5000 where sender.pending > 0 || !actions.isEmpty {
            let sent = actions.flatMap { action -> [UInt8] in
                if case .send(let bytes) = action {
                    bytes.first == .stx ? hurt(bytes) : bytes
                } else {
                    []
                }
            }
            let replies = receive(sent)
            actions = dice.throwing(40) == 0 ? [] : sender.receive(replies, at: now)
            if actions.isEmpty {
                now = min(sender.deadline ?? now, receiver.deadline ?? sender.deadline ?? now)
                collect(receiver.expire(at: now))
                actions = sender.expire(at: now)
            }
        }
    }

    private mutating func receive(_ bytes: [UInt8]) -> [UInt8] {
        var rest = bytes[...]
        var replies: [UInt8] = []
        while !rest.isEmpty {
            let piece = rest.prefix(dice.throwing(20) + 1)
            rest = rest.dropFirst(piece.count)
            replies += collect(receiver.receive(Array(piece), at: now))
        }
        return replies
    }

    @discardableResult
    private mutating func collect(_ actions: [LinkAction]) -> [UInt8] {
        var replies: [UInt8] = []
        for action in actions {
            switch action {
            case .send(let byte): replies.append(byte)
            case .deliver(let message): delivered.append(message)
            case .defect, .write, .dispatch: break
            }
        }
        return replies
    }

    private mutating func hurt(_ frame: [UInt8]) -> [UInt8] {
        var frame = frame
        let place = dice.throwing(frame.count)
        switch dice.throwing(20) {
        case 0: frame[place] ^= 1 << UInt8(dice.throwing(8))
        case 1: frame.remove(at: place)
        case 2: frame.insert(frame[place], at: place)
        default: break
        }
        return frame
    }
}
