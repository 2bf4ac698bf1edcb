import Glibc
import Protocols
import Testing

@testable import Lines

struct ExchangeTests {
    private func exchange(_ terminal: PseudoTerminal) throws -> Exchange {
        try Exchange(lines: [.init(name: "lab", address: .terminal(path: terminal.path))])
    }

    @Test func opensATerminalAndCarriesEveryByteBothWays() throws {
        let terminal = try PseudoTerminal()
        let exchange = try exchange(terminal)
        let opening = exchange.events { !$0.isEmpty }
        #expect(opening == [.opened(line: "lab", detail: terminal.path)])
        let every = Array(UInt8.min...UInt8.max)
        terminal.farEnd.write(every)
        #expect(exchange.bytes(256, on: "lab") == every)
        #expect(exchange.send(every, to: "lab"))
        #expect(terminal.farEnd.read() == every)
    }

    @Test func seesALossWithinASecondAndTellsItOnce() throws {
        let link = freshPath("cable")
        var terminal: PseudoTerminal? = try PseudoTerminal(link: link)
        let exchange = try Exchange(lines: [.init(name: "lab", address: .terminal(path: link))])
        exchange.open("lab")
        terminal?.farEnd.write([UInt8](line: "<STX>1H|"))
        terminal = nil
        let pulled = ContinuousClock.now
        #expect(exchange.loss(of: "lab").contains("hung up"))
        #expect(pulled.duration(to: .now) < .seconds(1))
        // Several tries later nothing more was said.
        #expect(exchange.wait(until: .now + .milliseconds(800)) == [])
    }

    @Test func opensAgainUnderAnotherName() throws {
        let link = freshPath("cable")
        var first: PseudoTerminal? = try PseudoTerminal(link: link)
        let exchange = try Exchange(lines: [.init(name: "lab", address: .terminal(path: link))])
        exchange.open("lab")
        let placeholder = try PseudoTerminal()
        first = nil
        _ = exchange.loss(of: "lab")
        let second = try PseudoTerminal(link: link)
        exchange.open("lab")
        second.farEnd.write([5])
        #expect(exchange.bytes(1, on: "lab") == [5])
        #expect(placeholder.path != second.path)
        _ = first
    }

    @Test func writesTheRestWhenTheFarEndTakesIt() throws {
        let terminal = try PseudoTerminal()
        let exchange = try exchange(terminal)
        exchange.open("lab")
        let frame = (0..<64_000).map { UInt8(truncatingIfNeeded: $0) }
        #expect(exchange.send(frame, to: "lab"))
        var taken: [UInt8] = []
        let deadline = ContinuousClock.now + .seconds(5)
        while taken.count < frame.count, .now < deadline {
            _ = exchange.wait(until: .now + .milliseconds(1))
            taken += terminal.farEnd.read()
        }
        #expect(taken == frame)
    }

    @Test func losesALineThatTakesNothing() throws {
        let terminal = try PseudoTerminal()
        let exchange = try exchange(terminal)
        exchange.open("lab")
        let block = [UInt8](repeating: 0x2E, count: 65_536)
        for _ in 0..<5 { exchange.send(block, to: "lab") }
        #expect(exchange.loss(of: "lab").contains("takes no bytes"))
    }

    @Test func aFloodOnOneLineLeavesTheOtherItsTurn() throws {
        let loud = try PseudoTerminal()
        let quiet = try PseudoTerminal()
        let exchange = try Exchange(lines: [
            .init(name: "loud", address: .terminal(path: loud.path)),
            .init(name: "dead", address: .terminal(path: "/dev/pts/no-such")),
            .init(name: "quiet", address: .terminal(path: quiet.path)),
        ])
        exchange.open("quiet")
        let block = [UInt8](repeating: 0x55, count: 2048)
        for turn in 0..<200 {
            _ = Descriptor(number: loud.descriptor).write(block[...])
            quiet.farEnd.write([UInt8(turn)])
            let events = exchange.wait(until: .now + .seconds(5))
            #expect(events.bytes(on: "quiet") == [UInt8(turn)])
            #expect(events.bytes(on: "loud").count <= Channel.readLimit)
        }
    }

    @Test func aMissingPortDoesNotDelayTheOthersAndIsToldOnce() throws {
        let terminal = try PseudoTerminal()
        let exchange = try Exchange(lines: [
            .init(name: "dead", address: .serial(path: "/dev/ttyNONE9")),
            .init(name: "lab", address: .terminal(path: terminal.path)),
        ])
        let events = exchange.events { $0.count >= 2 }
        #expect(
            events == [
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
