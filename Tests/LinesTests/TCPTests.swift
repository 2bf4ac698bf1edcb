import Glibc
import Protocols
import Testing

@testable import Lines

/// Lines over TCP, on the loopback of this machine.
struct TCPTests {
    /// A listening line and the port that the kernel gave it.
    private func reception() throws -> (bench: Bench, endpoint: Endpoint) {
        let bench = try Bench(.listen(Endpoint(host: "127.0.0.1", port: 0)))
        let port = bench.open("lab").split(separator: ":").last.flatMap { UInt16($0) }
        return (bench, Endpoint(host: "127.0.0.1", port: try #require(port)))
    }

    private func caller(_ endpoint: Endpoint) throws -> Bench {
        try Bench(Exchange.Line(name: "out", address: .tcp(endpoint)))
    }

    @Test func eachCallIsALineOfItsOwn() throws {
        let (lab, endpoint) = try reception()
        let first = try caller(endpoint)
        first.open("out")
        lab.open("lab#1")
        let second = try caller(endpoint)
        second.open("out")
        lab.open("lab#2")
        second.send([2], to: "out")
        #expect(lab.bytes(1, on: "lab#2") == [2])
        lab.send([6], to: "lab#1")
        #expect(first.bytes(1, on: "out") == [6])
        #expect(!lab.exchange.send([6], to: "lab"))
    }

    @Test func aCallThatEndsIsToldAndItsNumberIsFreeAgain() throws {
        let (lab, endpoint) = try reception()
        let first = try caller(endpoint)
        first.open("out")
        lab.open("lab#1")
        let second = try caller(endpoint)
        second.open("out")
        lab.open("lab#2")
        first.send([5], to: "out")
        first.exchange.close()
        #expect(lab.bytes(1, on: "lab#1") == [5])
        #expect(lab.loss(of: "lab#1").hasSuffix("ended the connection."))
        let third = try caller(endpoint)
        third.open("out")
        lab.open("lab#1")
        second.send([7], to: "out")
        #expect(lab.bytes(1, on: "lab#2") == [7])
    }

    @Test func callsBeyondTheLimitAreRefusedWithOneWord() throws {
        let (lab, endpoint) = try reception()
        let callers = try (1...Reception.limit).map { number in
            let caller = try caller(endpoint)
            caller.open("out")
            lab.open("lab#\(number)")
            return caller
        }
        let extra = try caller(endpoint)
        extra.open("out")
        let line = "lab#\(Reception.limit + 1)"
        #expect(lab.loss(of: line).contains("16 are open, as many as one line may have"))
        _ = extra.loss(of: "out")
        extra.exchange.close()
        let another = try caller(endpoint)
        another.open("out")
        #expect(lab.others(after: .milliseconds(300)) == [])
        #expect(callers.count == Reception.limit)
    }

    @Test func aCallIsMadeAgainUntilSomebodyAnswers() throws {
        let (lab, endpoint) = try reception()
        lab.exchange.close()
        let out = try caller(endpoint)
        #expect(out.loss(of: "out") == "No connection to \(endpoint): Connection refused.")
        let again = try Bench(.listen(endpoint))
        again.open("lab")
        out.open("out")
        again.open("lab#1")
        again.exchange.close()
        #expect(out.loss(of: "out") == "\(endpoint) ended the connection.")
    }

    @Test func aHostNameIsLookedUpWithoutHoldingUpTheOtherLines() throws {
        let (lab, endpoint) = try reception()
        let terminal = try PseudoTerminal()
        let local = Endpoint(host: "localhost", port: endpoint.port)
        let bench = try Bench(
            .init(name: "out", address: .tcp(local)),
            .init(
                name: "unknown", address: .tcp(Endpoint(host: "no-such-host.invalid", port: 1))),
            .init(name: "tty", address: .terminal(path: terminal.path)))
        let start = ContinuousClock.now
        bench.open("tty")
        terminal.farEnd.write([1])
        #expect(bench.bytes(1, on: "tty") == [1])
        #expect(start.duration(to: .now) < .seconds(1))
        #expect(bench.open("out") == "\(local)")
        lab.open("lab#1")
    }

    @Test func anUnknownHostIsSaidInTheResolversWords() throws {
        let out = try caller(Endpoint(host: "no-such-host.invalid", port: 4001))
        let reason = out.loss(of: "out", within: .seconds(30))
        #expect(reason.hasPrefix("No connection to no-such-host.invalid:4001: "))
    }

    @Test func aLineListensOnFiguresOnly() throws {
        let bench = try Bench(.listen(Endpoint(host: "lab.invalid", port: 4001)))
        #expect(bench.loss(of: "lab").contains("listens on an address in figures"))
        let local = try Bench(.listen(Endpoint(host: "localhost", port: 0)))
        #expect(local.open("lab").hasPrefix("listens on 127.0.0.1:"))
    }

    @Test func aTakenPortIsSaid() throws {
        let (lab, endpoint) = try reception()
        let second = try Bench(.listen(endpoint))
        #expect(second.loss(of: "lab") == LineError.taken("\(endpoint)").description)
        lab.exchange.close()
    }

    @Test func aCallerThatTakesNothingIsLostAndTheOthersStay() throws {
        let (lab, endpoint) = try reception()
        let deaf = try caller(endpoint)
        deaf.open("out")
        lab.open("lab#1")
        let good = try caller(endpoint)
        good.open("out")
        lab.open("lab#2")
        // The kernel buffers some megabytes for a connection before it says no.
        let block = [UInt8](repeating: 0x2E, count: 250_000)
        var sends = 0
        while sends < 200, lab.exchange.send(block, to: "lab#1") { sends += 1 }
        #expect(lab.loss(of: "lab#1").contains("takes no bytes"))
        lab.send([6], to: "lab#2")
        #expect(good.bytes(1, on: "out") == [6])
        deaf.exchange.close()
    }
}
