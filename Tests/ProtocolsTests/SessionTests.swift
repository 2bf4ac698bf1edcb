import Protocols
import Testing

/// Bytes to results: link and reader together.
struct SessionTests {
    private let message = line(
        "<ENQ>{1H|\\^&<CR>}{2O|1|TAG-01||^^^INS<CR>}{3R|1|^^^INS|16.6|uIU/mL<CR>}{4L|1|N<CR>}<EOT>")

    @Test func givesRepliesAndResults() throws {
        var session = Session(dialect: Dialect(name: "plain", title: "By the standard"))
        let actions = session.receive(message, at: .zero)
        #expect(actions.first == .send([.ack, .ack, .ack, .ack, .ack]))
        let results = try #require(Self.results(of: actions).first)
        #expect(results.map(\.specimen) == ["TAG-01"])
        #expect(results.map(\.text) == ["16.6"])
        #expect(session.isAtRest)
        #expect(session.received == message.count)
    }

    @Test func saysWhereAResultStoodOnTheLine() throws {
        var session = Session(
            dialect: Dialect(name: "plain", title: "By the standard"), received: 1000)
        let result = try #require(
            Self.results(of: session.receive(message, at: .zero)).first?.first)
        let place = result.bytes.lowerBound - 1000..<result.bytes.upperBound - 1000
        #expect(Array(message[place]) == [UInt8](line: "R|1|^^^INS|16.6|uIU/mL"))
    }

    @Test func tellsAQueryAndAnswersItWithNothingButACK() {
        var session = Session(dialect: Dialect(name: "plain", title: "By the standard"))
        let actions = session.receive(
            line("<ENQ>{1H|\\^&<CR>}{2Q|1|^TAG-01||ALL||||||||O<CR>}{3L|1|N<CR>}<EOT>"), at: .zero)
        #expect(actions.first == .send([.ack, .ack, .ack, .ack]))
        let queries = actions.compactMap { action in
            if case .query(let query) = action { query.specimen } else { nil }
        }
        #expect(queries == ["TAG-01"])
    }

    @Test func marksTheResultsOfABrokenMessage() throws {
        var session = Session(dialect: Dialect(name: "plain", title: "By the standard"))
        _ = session.receive(Array(message.prefix(70)), at: .zero)
        #expect(session.deadline == .seconds(30))
        let actions = session.expire(at: .seconds(30))
        #expect(actions.first == .defect(.timeOut))
        let results = try #require(Self.results(of: actions).first)
        #expect(results.map(\.isComplete) == [false])
    }

    @Test func readsAListingWhereTheDialectSaysSo() throws {
        var dialect = Dialect(name: "list", title: "A printout")
        dialect.link.kind = .listing
        var session = Session(dialect: dialect)
        let actions = session.receive(line("H|\\^&<LF>O|1|A<LF>R|1|^^^INS|7<LF>L|1<LF>"), at: .zero)
        #expect(try #require(Self.results(of: actions).first).map(\.text) == ["7"])
        #expect(session.isAtRest)
    }

    @Test(arguments: 0..<20)
    func givesTheSameResultsHoweverTheBytesAreCut(seed: UInt64) {
        var dice = Dice(seed: seed)
        var options = LinkOptions()
        options.frames = dice.throwing(2) == 0 ? .packed : .record
        options.textLength = dice.throwing(60) + 8
        let records = [
            #"H|\^&"#, "P|1", "O|1|TAG-02", "R|1|^^^GAS|\(dice.throwing(999)).5|pg/mL||H||F",
            "L|1|N",
        ]
        let framer = Framer(options: options)
        var bytes: [UInt8] = [.enq]
        for (index, text) in framer.texts(of: records.map { Array($0.utf8) }).enumerated() {
            bytes += framer.frame(text, number: index + 1)
        }
        func results(inPiecesOf size: Int) -> [[AssayResult]] {
            var session = Session(dialect: Dialect(name: "plain", title: "By the standard"))
            return stride(from: 0, to: bytes.count, by: size).flatMap { start in
                let piece = Array(bytes[start..<min(start + size, bytes.count)])
                return Self.results(of: session.receive(piece, at: .zero))
            }
        }
        let whole = results(inPiecesOf: bytes.count)
        #expect(whole.map(\.count) == [1])
        for size in 1..<bytes.count { #expect(results(inPiecesOf: size) == whole) }
    }

    private static func results(of actions: [Session.Action]) -> [[AssayResult]] {
        actions.compactMap { if case .results(let results) = $0 { results } else { nil } }
    }
}
