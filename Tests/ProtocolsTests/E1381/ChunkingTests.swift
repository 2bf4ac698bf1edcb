import Protocols
import Testing

/// Every decoder gives the same for a whole input, byte by byte, and however it is cut.
struct ChunkingTests {
    @Test(arguments: 0..<60)
    func theReceiverDoesTheSameHoweverItsInputIsCut(seed: UInt64) {
        var dice = Dice(seed: seed)
        let input = Self.line(with: &dice)
        var options = LinkOptions()
        options.frameNumbers = dice.throwing(2) == 0 ? .strict : .tolerant
        options.enquiry = dice.throwing(2) == 0 ? .required : .optional
        options.checksums = dice.throwing(2) == 0 ? [] : [.oneDigit]
        options.frameLimit = [8, 20, 65_536][dice.throwing(3)]
        expectTheSame(input, dice: &dice, start: Receiver(options: options)) { receiver, bytes in
            receiver.receive(bytes, at: .zero)
        }
    }

    @Test(arguments: 0..<60)
    func theListingDoesTheSameHoweverItsInputIsCut(seed: UInt64) {
        var dice = Dice(seed: seed)
        let input = Self.listing(with: &dice)
        var options = LinkOptions()
        options.frameLimit = [8, 65_536][dice.throwing(2)]
        options.messageLimit = [30, 65_536][dice.throwing(2)]
        expectTheSame(input, dice: &dice, start: Listing(options: options)) { listing, bytes in
            listing.receive(bytes, at: .zero)
        }
    }

    /// Feeds `input` to copies of `start` in pieces of every length, and compares.
    private func expectTheSame<Machine>(
        _ input: [UInt8], dice: inout Dice, start: Machine,
        feed: (inout Machine, [UInt8]) -> [LinkAction]
    ) {
        func actions(cuttingAt size: () -> Int) -> [LinkAction] {
            var machine = start
            var actions: [LinkAction] = []
            var rest = input[...]
            while !rest.isEmpty {
                let piece = rest.prefix(size())
                rest = rest.dropFirst(piece.count)
                actions += feed(&machine, Array(piece))
            }
            return actions
        }
        let whole = actions { input.count }
        #expect(!whole.isEmpty)
        for size in 1..<min(input.count, 40) {
            #expect(
                actions { size } == whole, "in pieces of \(size): \(LineNotation.text(of: input))")
        }
        #expect(actions { dice.throwing(30) + 1 } == whole)
    }

    /// What a device and a bad line may bring forth: good frames, bad ones, and rubbish.
    private static func line(with dice: inout Dice) -> [UInt8] {
        let framer = Framer()
        var number = 0
        var bytes: [UInt8] = [.enq]
        for _ in 0..<30 {
            number = (number + 1) % 8
            let texts = ["H|\\^&\r", "R|1|^^^INS|16.6", "|uIU/mL\r", "L|1|N\r", "P|1\rO|1\r", ""]
            let text = Framer.Text(
                bytes: Array(texts[dice.throwing(texts.count)].utf8), isEnd: dice.throwing(3) > 0)
            var frame = framer.frame(text, number: number)
            switch dice.throwing(10) {
            case 0: frame[dice.throwing(frame.count)] ^= 1 << UInt8(dice.throwing(8))
            case 1: frame.remove(at: dice.throwing(frame.count))
            case 2: frame += frame
            case 3:
                frame += [.eot, .enq]
                number = 0
            case 4:
                frame = (0..<dice.throwing(20)).map { _ in UInt8.random(in: 0...255, using: &dice) }
            case 5:
                frame = [[.stx], [.enq], [.eot], [.etx], [.cr], [.lf]][dice.throwing(6)]
                number = 0
            default: break
            }
            bytes += frame
        }
        return bytes
    }

    private static func listing(with dice: inout Dice) -> [UInt8] {
        let lines = ["H|\\^&", "1H|x", "R|1|^^^INS|16.6", "3L|1|N", "L|1", "", "7", "\u{2}\u{5}"]
        return (0..<30).flatMap { _ in
            Array(lines[dice.throwing(lines.count)].utf8)
                + [[.cr], [.lf], [.cr, .lf], []][dice.throwing(4)]
        }
    }
}
