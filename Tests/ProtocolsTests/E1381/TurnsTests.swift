import Protocols
import Testing

/// Two ends of one line that both have something to say: the instrument's and the host's.
struct TurnsTests {
    @Test func theInstrumentSpeaksFirstWhenBothAskAtOnce() {
        var line = Turns()
        line.say(1, by: .host)
        line.say(2, by: .instrument)
        line.run()
        #expect(line.heardByHost == ["H|2"])
        #expect(line.heardByInstrument == ["H|1"])
        #expect(line.order == ["H|2", "H|1"])
    }

    @Test(arguments: 0..<60)
    func everythingIsSaidOnceHoweverTheirWordsCross(seed: UInt64) {
        var line = Turns(seed: seed)
        for number in 0..<12 { line.say(number, by: number % 3 == 0 ? .host : .instrument) }
        line.run()
        #expect(line.heardByInstrument == [0, 3, 6, 9].map { "H|\($0)" })
        #expect(line.heardByHost == [1, 2, 4, 5, 7, 8, 10, 11].map { "H|\($0)" })
        #expect(line.isAtRest)
    }
}

/// A line between two ends that carries bytes both ways, as late and in such pieces as dice say.
private struct Turns {
    var heardByHost: [String] = []
    var heardByInstrument: [String] = []
    var order: [String] = []
    var isAtRest: Bool { host.isAtRest && instrument.isAtRest }

    private var host = Duplex(role: .host)
    private var instrument = Duplex(role: .instrument)
    private var toHost: [UInt8] = []
    private var toInstrument: [UInt8] = []
    private var waiting: [(Sender.Role, Int)] = []
    private var dice: Dice?
    private var now = Duration.zero

    init(seed: UInt64? = nil) { dice = seed.map { Dice(seed: $0) } }

    mutating func say(_ number: Int, by role: Sender.Role) { waiting.append((role, number)) }

    /// Carries what is under way, then lets time pass to what is due, until nothing is.
    mutating func run() {
        for _ in 0..<4000 {
            if let (role, number) = waiting.first, dice?.throwing(3) ?? 0 == 0 {
                waiting.removeFirst()
                speak(["H|\(number)", "L|1|N"].map { Array($0.utf8) }, by: role)
            } else if !toHost.isEmpty || !toInstrument.isEmpty {
                carry()
            } else if let due = [host.deadline, instrument.deadline].compactMap(\.self).min() {
                now = max(now, due)
                take(host.expire(at: now), by: .host)
                take(instrument.expire(at: now), by: .instrument)
            } else if waiting.isEmpty {
                return
            }
        }
    }

    private mutating func speak(_ records: [[UInt8]], by role: Sender.Role) {
        if role == .host {
            take(host.enqueue(records, about: "", at: now), by: role)
        } else {
            take(instrument.enqueue(records, about: "", at: now), by: role)
        }
    }

    private mutating func carry() {
        now += .milliseconds(1)
        let isForHost = toInstrument.isEmpty || (!toHost.isEmpty && dice?.throwing(2) ?? 0 == 0)
        if isForHost {
            let piece = Array(toHost.prefix((dice?.throwing(30) ?? 99) + 1))
            toHost.removeFirst(piece.count)
            take(host.receive(piece, at: now), by: .host)
        } else {
            let piece = Array(toInstrument.prefix((dice?.throwing(30) ?? 99) + 1))
            toInstrument.removeFirst(piece.count)
            take(instrument.receive(piece, at: now), by: .instrument)
        }
    }

    private mutating func take(_ actions: [LinkAction], by role: Sender.Role) {
        for action in actions {
            switch action {
            case .send(let byte): write([byte], by: role)
            case .write(let bytes): write(bytes, by: role)
            case .deliver(let message):
                let text = String(decoding: message.text.prefix { $0 != 0x0D }, as: UTF8.self)
                order.append(text)
                if role == .host {
                    heardByHost.append(text)
                } else {
                    heardByInstrument.append(text)
                }
            case .dispatch, .defect: break
            }
        }
    }

    private mutating func write(_ bytes: [UInt8], by role: Sender.Role) {
        if role == .host { toInstrument += bytes } else { toHost += bytes }
    }
}
