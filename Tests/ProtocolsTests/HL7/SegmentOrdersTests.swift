import Protocols
import Testing

/// Orders in lines for display (DSR^Q03): what a Mindray that asks is told, bytes to bytes.
@Suite struct SegmentOrdersTests {
    private static let query =
        "<VT>MSH|^~\\&|Mindray|CL-1000i|||20260102030405||QRY^Q02|7|P|2.3.1||||||ASCII<CR>"
        + "QRD|20260102030405|R|D|7|||RD|T-01-RHV-000|OTH|||T<CR>"
        + "QRF|CL-1000i|20260102000000|20260102030405|||RCT|COR|ALL<CR><FS><CR>"

    private static let found =
        "<VT>MSH|^~\\&|||Mindray|CL-1000i|20260102030405||QCK^Q02|7|P|2.3.1||||||ASCII<CR>"
        + "MSA|AA|7|Message accepted|||0<CR>ERR|0<CR>QAK|SR|OK<CR><FS><CR>"

    private static let order =
        "<VT>MSH|^~\\&|||Mindray|CL-1000i|20260102030405||DSR^Q03|7|P|2.3.1||||||ASCII<CR>"
        + "MSA|AA|7|Message accepted|||0<CR>ERR|0<CR>QAK|SR|OK<CR>"
        + "QRD|20260102030405|R|D|7|||RD|T-01-RHV-000|OTH|||T<CR>"
        + "QRF|CL-1000i|20260102000000|20260102030405|||RCT|COR|ALL<CR>"
        + "DSP|21||T-01-RHV-000<CR>DSP|24||N<CR>DSP|26||serum<CR>DSP|29||INS^^^<CR>DSC|<CR><FS><CR>"

    @Test func theQueryIsAcknowledgedAndThenTheOrderSent() throws {
        var room = Room(try shippedDialect("mindray-cl-hl7"))
        try room.hear(Self.query)
        #expect(room.query.specimen == "T-01-RHV-000" && room.sent == "")
        room.answer(.orders([Order(specimen: "T-01-RHV-000", tests: ["INS"])]))
        #expect(room.sent == Self.found + Self.order)
        #expect(room.fates == [] && !room.session.isAtRest)
        try room.hear(
            "<VT>MSH|^~\\&|Mindray|CL-1000i|||1||ACK^Q03|7|P|2.3.1<CR>MSA|AA|7<CR>ERR|0<CR><FS>",
            asks: false)
        #expect(room.fates == ["delivered"] && room.session.isAtRest)
    }

    @Test func severalTestsStandInLinesFromTwentyNineOn() throws {
        var room = Room(try shippedDialect("mindray-cl-hl7"))
        try room.hear(Self.query)
        room.answer(.orders([Order(specimen: "T-01-RHV-000", tests: ["INS", "C-P"])]))
        #expect(room.sent.contains("<CR>DSP|29||INS^^^<CR>DSP|30||C-P^^^<CR>DSC|<CR>"))
    }

    @Test(arguments: [(Order.Answer.noInformation, "AA", "NF"), (.unreadable, "AE", "AE")])
    func whatNobodyOrderedIsSaidInTheAcknowledgement(
        answer: Order.Answer, accepted: String, found: String
    ) throws {
        var room = Room(try shippedDialect("mindray-cl-hl7"))
        try room.hear(Self.query)
        room.answer(answer)
        #expect(
            room.sent.contains("MSA|\(accepted)|7|") && room.sent.contains("QAK|SR|\(found)<CR>"))
        #expect(!room.sent.contains("DSR") && room.session.isAtRest)
    }

    @Test func theAnalyzerReadsTheOrderAndTheWordThatThereIsNone() throws {
        let dialect = try shippedDialect("mindray-cl-hl7")
        let reader = OrderReader(dialect)
        func read(_ drawing: String) throws -> Order.Answer? {
            var line = dialect.link.end()
            let actions = line.receive(
                try LineNotation.bytes(of: drawing), damaged: false, at: .zero)
            guard case .deliver(let message)? = actions.first else { return nil }
            return reader.read(message)
        }
        #expect(
            try read(Self.order) == .orders([Order(specimen: "T-01-RHV-000", tests: ["INS"])]))
        #expect(try read(Self.found) == nil)
        let nothing = Self.found.replacing("|OK<CR>", with: "|NF<CR>")
        #expect(try read(nothing) == .noInformation)
    }
}
