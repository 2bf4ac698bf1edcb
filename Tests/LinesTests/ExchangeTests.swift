import Glibc
import Protocols
import Testing

@testable import Lines

struct ExchangeTests {
    @Test func opensATerminalAndCarriesEveryByteBothWays() throws {
        let terminal = try PseudoTerminal()
        let bench = try Bench(.terminal(path: terminal.path))
        #expect(bench.open("lab") == terminal.path)
        let every = Array(UInt8.min...UInt8.max)
        terminal.farEnd.write(every)
        #expect(bench.bytes(256, on: "lab") == every)
        bench.send(every, to: "lab")
        #expect(terminal.farEnd.read() == every)
    }

    @Test func seesALossWithinASecondAndTellsItOnce() throws {
        let link = freshPath("cable")
        var terminal: PseudoTerminal? = try PseudoTerminal(link: link)
        let bench = try Bench(.terminal(path: link))
        bench.open("lab")
        terminal?.farEnd.write([UInt8](line: "<STX>1H|"))
        #expect(bench.bytes(4, on: "lab") == [UInt8](line: "<STX>1H|"))
        terminal = nil
        let pulled = ContinuousClock.now
        #expect(bench.loss(of: "lab").contains("hung up"))
        #expect(pulled.duration(to: .now) < .seconds(1))
        // Several tries later nothing more was said.
        #expect(bench.others(after: .milliseconds(800)) == [])
    }

    @Test func opensAgainUnderAnotherName() throws {
        let link = freshPath("cable")
        var first: PseudoTerminal? = try PseudoTerminal(link: link)
        let firstPath = try #require(first?.path)
        let bench = try Bench(.terminal(path: link))
        bench.open("lab")
        let second = try PseudoTerminal()
        first = nil
        _ = bench.loss(of: "lab")
        try #require(symlink(second.path, link) == 0)
        defer { unlink(link) }
        #expect(bench.open("lab") == "\(link) (\(second.path))")
        #expect(firstPath != second.path)
        second.farEnd.write([5])
        #expect(bench.bytes(1, on: "lab") == [5])
        _ = first
    }

    @Test func whatKeepsALostLineClosedIsToldWhenAPersonCanCureIt() throws {
        let link = freshPath("cable")
        let bench = try Bench(.terminal(path: link))
        #expect(bench.loss(of: "lab") == LineError.missing(link).description)
        try #require(symlink("/etc/passwd", link) == 0)
        defer { unlink(link) }
        #expect(bench.loss(of: "lab").contains("it is no terminal"))
        #expect(bench.others(after: .milliseconds(800)) == [])
    }

    @Test func writesTheRestWhenTheFarEndTakesIt() throws {
        let terminal = try PseudoTerminal()
        let bench = try Bench(.terminal(path: terminal.path))
        bench.open("lab")
        let frame = (0..<64_000).map { UInt8(truncatingIfNeeded: $0) }
        bench.send(frame, to: "lab")
        var taken: [UInt8] = []
        let deadline = ContinuousClock.now + .seconds(5)
        while taken.count < frame.count, .now < deadline {
            _ = bench.exchange.wait(until: .now + .milliseconds(1))
            taken += terminal.farEnd.read()
        }
        #expect(taken == frame)
    }

    @Test func losesALineThatTakesNothing() throws {
        let terminal = try PseudoTerminal()
        let bench = try Bench(.terminal(path: terminal.path))
        bench.open("lab")
        let block = [UInt8](repeating: 0x2E, count: 65_536)
        for _ in 0..<5 { bench.exchange.send(block, to: "lab") }
        #expect(bench.loss(of: "lab").contains("takes no bytes"))
    }

    @Test func aFloodOnOneLineLeavesTheOtherItsTurn() throws {
        let loud = try PseudoTerminal()
        let quiet = try PseudoTerminal()
        let bench = try Bench(
            .init(name: "loud", address: .terminal(path: loud.path)),
            .init(name: "dead", address: .terminal(path: "/dev/pts/no-such")),
            .init(name: "quiet", address: .terminal(path: quiet.path)))
        bench.open("quiet")
        let block = [UInt8](repeating: 0x55, count: 2048)
        for turn in 0..<200 {
            _ = Descriptor(number: loud.descriptor).write(block[...])
            let byte = UInt8(truncatingIfNeeded: turn)
            quiet.farEnd.write([byte])
            let start = ContinuousClock.now
            #expect(bench.bytes(1, on: "quiet") == [byte])
            #expect(start.duration(to: .now) < .seconds(1))
        }
    }

    @Test func aMissingPortDoesNotDelayTheOthersAndIsToldOnce() throws {
        let terminal = try PseudoTerminal()
        let bench = try Bench(
            .init(name: "dead", address: .serial(path: "/dev/ttyNONE9")),
            .init(name: "lab", address: .terminal(path: terminal.path)))
        #expect(
            bench.others(after: .milliseconds(800)) == [
                .lost(line: "dead", reason: LineError.missing("/dev/ttyNONE9").description),
                .opened(line: "lab", detail: terminal.path),
            ])
    }

    @Test func aWakerEndsAWaitFromAnotherThread() async throws {
        let waker = try Waker()
        async let woken: [LineEvent] = try Exchange(lines: [], waker: waker).wait(until: nil)
        waker.wake()
        #expect(try await woken == [])
    }

    @Test func aWaitEndsAtItsDeadline() throws {
        let exchange = try Exchange(lines: [])
        let start = ContinuousClock.now
        #expect(exchange.wait(until: start + .milliseconds(20)) == [])
        #expect(start.duration(to: .now) >= .milliseconds(20))
    }

    @Test func bytesForALineThatIsNotOpenAreRefused() throws {
        let exchange = try Exchange(lines: [])
        #expect(!exchange.send([6], to: "lab"))
    }
}
