import Protocols
import Testing

/// A line that carries HL7 both ways, at the host's end and at the analyzer's.
@Suite struct MLLPDuplexTests {
    private static let order = "MSH|^~\\&|LIS||AN||1||OML^O33^OML_O33|7-2|P|2.5.1|||NE|AL"
    private static let response = "MSH|^~\\&|LIS||AN||1||RSP^K11^RSP_K11|7-1|P|2.5.1<CR>MSA|AA|7"

    @Test func deliversWhatTheAnalyzerSays() {
        var end = MLLPDuplex(role: .host)
        #expect(hears("<VT>MSH|1<CR><FS><CR>", &end) == "'MSH|1<CR>'")
        #expect(end.isAtRest && end.received == 9)
    }

    @Test func anOrderIsDeliveredWhenItIsAnswered() {
        var end = MLLPDuplex(role: .host)
        #expect(sends(Self.order, &end) == "<VT>\(Self.order)<CR><FS><CR>")
        #expect(!end.isAtRest && end.deadline == .seconds(15))
        let answer = Self.answer("AA", "7-2", "ORC|OK<CR>")
        #expect(hears("<VT>\(answer)<FS><CR>", &end) == "(delivered) '\(answer)'")
        #expect(end.isAtRest && end.deadline == nil)
    }

    @Test func aResponseAwaitsNothing() {
        var end = MLLPDuplex(role: .host)
        #expect(sends(Self.response, &end) == "<VT>\(Self.response)<CR><FS><CR> (delivered)")
        #expect(end.isAtRest)
    }

    @Test func aResponseLeavesAtOnceThoughAnOrderWaits() {
        var end = MLLPDuplex(role: .host)
        _ = sends(Self.order, &end)
        #expect(sends(Self.response, &end).hasSuffix("(delivered)"))
        #expect(end.pending == 1)
    }

    @Test func theNextOrderFollowsTheAnswerToTheLast() {
        var end = MLLPDuplex(role: .host)
        _ = sends(Self.order, &end)
        let next = Self.order.replacing("7-2", with: "8-2")
        #expect(sends(next, &end, about: "B") == "")
        let answered = hears("<VT>\(Self.answer("AA", "7-2"))<FS>", &end)
        #expect(answered.hasPrefix("(delivered) <VT>\(next)<CR><FS><CR> '"))
        #expect(end.pending == 1)
    }

    @Test func anOrderThatNobodyAnswersIsSentOnceAndGivenUp() {
        var end = MLLPDuplex(role: .host)
        _ = sends(Self.order, &end)
        #expect(picture(of: end.expire(at: .seconds(14))) == "")
        #expect(picture(of: end.expire(at: .seconds(15))) == "(dropped: timeOut)")
        #expect(end.isAtRest)
        #expect(!hears("<VT>\(Self.answer("AA", "7-2"))<FS>", &end, at: 16).contains("delivered"))
    }

    @Test(arguments: [
        ("AE", ""), ("AR", ""), ("CE", ""), ("CR", ""), ("AA", "ORC|OK<CR>ORC|UA<CR>"),
    ])
    func anOrderThatIsRefusedIsGivenUp(code: String, orders: String) {
        var end = MLLPDuplex(role: .host)
        _ = sends(Self.order, &end)
        let answered = hears("<VT>\(Self.answer(code, "7-2", orders))<FS>", &end)
        #expect(answered.hasPrefix("(dropped: refused) '"))
        #expect(end.isAtRest)
    }

    @Test func waitsForTheApplicationBehindTheLinksOwnAnswer() {
        var end = MLLPDuplex(role: .host)
        _ = sends(Self.order, &end)
        #expect(!hears("<VT>\(Self.answer("CA", "7-2"))<FS>", &end, at: 9).contains("delivered"))
        #expect(end.deadline == .seconds(24))
        #expect(hears("<VT>\(Self.answer("AA", "7-2"))<FS>", &end, at: 20).hasPrefix("(delivered)"))
    }

    @Test(arguments: ["7-1", "7-22", ""])
    func ignoresTheAnswerToAnotherMessage(id: String) {
        var end = MLLPDuplex(role: .host)
        _ = sends(Self.order, &end)
        #expect(!hears("<VT>\(Self.answer("AA", id))<FS>", &end).contains("delivered"))
        #expect(end.pending == 1)
    }

    @Test func anOrderThatIsAskedForAgainTakesThePlaceOfTheFirst() {
        var end = MLLPDuplex(role: .host)
        _ = sends(Self.order, &end)
        _ = sends(Self.order.replacing("7-2", with: "9-2"), &end, about: "B")
        #expect(picture(of: end.withdraw("T", at: .zero)).contains("|9-2|"))
        #expect(sends(Self.order.replacing("7-2", with: "8-2"), &end) == "")
        #expect(end.pending == 2)
        #expect(hears("<VT>\(Self.answer("AA", "9-2"))<FS>", &end).contains("|8-2|"))
    }

    @Test func anOrderWhoseSuccessorWaitsIsDeliveredWhenItsAnswerComesAfterAll() {
        var end = MLLPDuplex(role: .host)
        _ = sends(Self.order, &end)
        _ = end.withdraw("T", at: .zero)
        _ = sends(Self.order.replacing("7-2", with: "8-2"), &end)
        let late = "<VT>\(Self.answer("AA", "7-2"))<FS>"
        #expect(hears(late, &end).hasPrefix("(delivered) 'MSH"))
        #expect(hears(late, &end).hasPrefix("'MSH"))
        #expect(
            hears("<VT>\(Self.answer("AR", "8-2"))<FS>", &end).hasPrefix("(dropped: refused)"))
        #expect(end.isAtRest)
    }

    @Test func anOrderThatWasTakenBackForGoodIsAnsweredInVain() {
        var end = MLLPDuplex(role: .host)
        _ = sends(Self.order, &end)
        _ = end.withdraw("T", at: .zero)
        #expect(end.isAtRest)
        let next = [Array(Self.order.replacing("7-2", with: "8-2").utf8)]
        _ = end.enqueue(next, about: "T", at: .seconds(1))
        #expect(hears("<VT>\(Self.answer("AA", "7-2"))<FS>", &end, at: 2).hasPrefix("'MSH"))
        #expect(end.pending == 1)
    }

    @Test func aHostGivesUpWhatItHasWhenThePortIsLost() {
        var end = MLLPDuplex(role: .host)
        _ = sends(Self.order, &end)
        _ = sends(Self.order, &end)
        #expect(picture(of: end.lose(at: .zero)) == "(dropped: lost) (dropped: lost)")
        #expect(end.isAtRest)
    }

    @Test func anInstrumentKeepsWhatItHasWhenThePortIsLost() {
        var end = MLLPDuplex(role: .instrument)
        _ = sends(Self.order, &end)
        #expect(picture(of: end.lose(at: .zero)) == "(kept: lost)")
        #expect(end.deadline == .seconds(10))
        #expect(picture(of: end.expire(at: .seconds(10))).hasPrefix("<VT>MSH"))
    }

    @Test(arguments: 1...40)
    func theSizeOfThePiecesMakesNoDifference(size: Int) {
        let bytes = line(
            "?<VT>MSH|1<CR><FS><CR><VT>\(Self.answer("AA", "7-2"))<FS><CR><VT>MSH|2<FS>")
        var (whole, cut) = (MLLPDuplex(role: .host), MLLPDuplex(role: .host))
        _ = sends(Self.order, &whole)
        _ = sends(Self.order, &cut)
        let inPieces = stride(from: 0, to: bytes.count, by: size).flatMap {
            cut.receive(Array(bytes[$0..<min($0 + size, bytes.count)]), at: .zero)
        }
        #expect(whole.receive(bytes, at: .zero) == inPieces)
        #expect(whole.isAtRest && cut.isAtRest)
    }

    private static func answer(_ code: String, _ id: String, _ orders: String = "") -> String {
        "MSH|^~\\&|AN||LIS||1||ORL^O34^ORL_O42|9|P|2.5.1<CR>MSA|\(code)|\(id)<CR>\(orders)"
    }

    private func sends(_ segments: String, _ end: inout MLLPDuplex, about subject: String = "T")
        -> String
    {
        let lines = segments.components(dividedBy: "<CR>").map { Array($0.utf8) }
        return picture(of: end.enqueue(lines, about: subject, at: .zero))
    }

    private func hears(_ drawing: String, _ end: inout MLLPDuplex, at second: Int = 0) -> String {
        picture(of: end.receive(line(drawing), at: .seconds(second)))
    }
}

extension String {
    /// The pieces between each `divider`.
    fileprivate func components(dividedBy divider: String) -> [String] {
        split(separator: divider, omittingEmptySubsequences: false).map(String.init)
    }
}
