import Protocols
import Testing

@testable import Simulator

/// What a bad cable does to a frame, each time that it does something.
@Suite struct BadLineTests {
    private static let frame = Framer().frame(
        .init(bytes: Array("R|1|^^^INS|16.6|uIU/mL\r".utf8), isEnd: true), number: 3)

    private func cable(_ fault: Fault, seed: UInt64 = 1) throws -> BadLine {
        BadLine(try Faults([fault], rate: 0.5), link: LinkOptions(), seed: seed)
    }

    /// What arrives at the host, with its time, of frames that are written a minute apart.
    private func arrivals(
        _ fault: Fault, of frames: Int = 200
    ) throws -> [(time: Duration, bytes: [UInt8])] {
        var cable = try cable(fault)
        var found: [(Duration, [UInt8])] = []
        func note(_ events: [BadLine.Event], at time: Duration) {
            for case .bytes(let bytes, to: .host) in events { found.append((time, bytes)) }
        }
        for index in 0..<frames {
            let now = Duration.seconds(60 * index)
            while let due = cable.deadline, due < now { note(cable.expire(at: due), at: due) }
            note(cable.carry(Self.frame, to: .host, at: now), at: now)
        }
        while let due = cable.deadline { note(cable.expire(at: due), at: due) }
        return found
    }

    @Test(arguments: [Fault.lost, .doubled, .flipped])
    func someFramesAreHurtAndNoneIsForged(fault: Fault) throws {
        let found = try arrivals(fault).map(\.bytes)
        #expect(found.contains(Self.frame))
        let hurt = found.filter { $0 != Self.frame }
        #expect(hurt.count > 50)
        let counts = [Fault.lost: -1, .doubled: 1, .flipped: 0]
        #expect(hurt.allSatisfy { $0.count - Self.frame.count == counts[fault] })
        // Where no more than its end was hurt, it says what it said.
        for bytes in hurt {
            if let frame = wholeFrame(in: bytes) { #expect(frame == wholeFrame(in: Self.frame)) }
        }
    }

    /// The number and text of the frame in `bytes`, if there is one whose sum is right.
    private func wholeFrame(in bytes: [UInt8]) -> [UInt8]? {
        var deframer = Deframer()
        var (text, index) = ([UInt8](), 0)
        while let event = deframer.next(in: bytes, from: &index, into: &text) {
            guard case .frame(let frame) = event, frame.fault == nil else { continue }
            return [frame.number] + text[frame.start...]
        }
        return nil
    }

    @Test func bytesComeLateAndInTheirOrder() throws {
        let late = try arrivals(.late).filter {
            ($0.time / .seconds(1)).truncatingRemainder(dividingBy: 60) > 0
        }
        #expect(late.count > 50)
        #expect(late.allSatisfy { $0.bytes == Self.frame })
    }

    @Test func piecesOfASplitFrameMakeItUp() throws {
        let bytes = try arrivals(.split).flatMap(\.bytes)
        #expect(bytes == Array(repeating: Self.frame, count: 200).flatMap(\.self))
    }

    @Test func aRenumberedFrameHasTheRightSum() throws {
        for (fault, number) in [(Fault.skippedNumber, "4"), (.repeatedNumber, "2")] {
            let wrong = try arrivals(fault).map(\.bytes).filter { $0 != Self.frame }
            #expect(wrong.count > 50)
            let picture = "<STX>\(number)R|1|^^^INS|16.6|uIU/mL<CR><ETX>"
            for bytes in wrong {
                #expect(LineNotation.text(of: bytes).hasPrefix(picture))
                #expect(wholeFrame(in: bytes)?.first == number.utf8.first)
            }
        }
    }

    @Test func sixNAKsComeForOneACK() throws {
        var cable = try cable(.sixRefusals)
        var answers: [[UInt8]] = []
        for _ in 0..<60 {
            for case .bytes(let bytes, to: .analyzer) in cable.carry(
                [.ack], to: .analyzer, at: .zero)
            {
                answers.append(bytes)
            }
        }
        let runs = answers.split { $0 == [.ack] }.map(\.count)
        #expect(!runs.isEmpty)
        #expect(runs.dropLast().allSatisfy { $0 % 6 == 0 })
    }

    @Test func nothingPassesAnUnpluggedCableUntilItIsBack() throws {
        var cable = try cable(.unplug)
        var events: [BadLine.Event] = []
        while !events.contains(.unplugged) {
            events += cable.carry(Self.frame, to: .host, at: .zero)
        }
        #expect(cable.carry(Self.frame, to: .host, at: .zero) == [])
        #expect(cable.carry([.ack], to: .analyzer, at: .zero) == [])
        let due = try #require(cable.deadline)
        #expect(cable.expire(at: due) == [.plugged])
    }

    @Test func theSameSeedDoesTheSame() throws {
        for fault in Fault.allCases {
            let (one, again) = (try arrivals(fault), try arrivals(fault))
            #expect(one.map(\.bytes) == again.map(\.bytes))
            #expect(one.map(\.time) == again.map(\.time))
        }
    }
}
