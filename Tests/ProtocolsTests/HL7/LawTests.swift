import Protocols
import Testing

/// Orders in HL7: what an analyzer that asks is told, bytes to bytes (IHE LAW, LAB-27 and LAB-28).
@Suite struct LawTests {
    private static let dialects = ["generic-hl7", "abbott-alinity", "roche-cobas-pure"]

    private static func query(
        _ specimen: String = "T-01-RHV-000", type: String = "QBP^Q11^QBP_Q11", id: String = "17",
        segment: String? = nil
    ) -> String {
        "<VT>MSH|^~\\&|AN|SITE|LIS|LAB|20260102030405||\(type)|\(id)|P|2.5.1|||NE|AL||"
            + "UNICODE UTF-8|||LAB-27^IHE<CR>"
            + (segment ?? "QPD|WOS^Work Order Step^IHELAW|T9|\(specimen)|RACK|4")
            + "<CR>RCP|I||R^Real Time^HL70394<CR><FS><CR>"
    }

    @Test func theQueryIsAnsweredAndThenTheOrderSent() throws {
        var room = Room(Self.plain)
        try room.hear(Self.query())
        #expect(room.query.specimen == "T-01-RHV-000" && room.sent == "")
        room.answer(.orders([order()]))
        #expect(
            room.sent
                == "<VT>MSH|^~\\&|LIS|LAB|AN|SITE|20260102030405||RSP^K11^RSP_K11|17-1|P|2.5.1"
                + "||||||UNICODE UTF-8|||LAB-27^IHE<CR>MSA|AA|17<CR>"
                + "QAK|T9|OK|WOS^Work Order Step^IHELAW<CR>"
                + "QPD|WOS^Work Order Step^IHELAW|T9|T-01-RHV-000|RACK|4<CR><FS><CR>"
                + "<VT>MSH|^~\\&|LIS|LAB|AN|SITE|20260102030405||OML^O33^OML_O33|17-2|P|2.5.1"
                + "|||NE|AL||UNICODE UTF-8|||LAB-28^IHE<CR>"
                + "SPM|1|T-01-RHV-000||SER^Serum^HL70487|||||||P^Patient^HL70369<CR>"
                + "SAC|||T-01-RHV-000|||||||RACK|4<CR>ORC|NW||||||||20260102030405<CR>"
                + "TQ1|||||||||R^^HL70485<CR>OBR|1|17-2-1||INS<CR><FS><CR>")
        #expect(room.fates == [] && !room.session.isAtRest)
        try room.hear(
            "<VT>MSH|^~\\&|AN||LIS||1||ORL^O34^ORL_O42|18|P|2.5.1<CR>MSA|AA|17-2<CR>ORC|OK<CR><FS>",
            asks: false)
        #expect(room.fates == ["delivered"] && room.session.isAtRest)
    }

    @Test func anOrderOfSeveralTestsHasOneOBREach() throws {
        var room = Room(Self.plain)
        try room.hear(Self.query())
        room.answer(.orders([Order(specimen: "S", tests: ["INS", "CP"])]))
        #expect(room.sent.contains("OBR|1|17-2-1||INS<CR>ORC|NW"))
        #expect(room.sent.contains("OBR|2|17-2-2||CP<CR><FS>"))
    }

    @Test func whatNobodyOrderedIsDiscontinued() throws {
        var room = Room(Self.plain)
        try room.hear(Self.query("STRANGE"))
        room.answer(.noInformation)
        #expect(room.sent.contains("QAK|T9|OK|"))
        #expect(
            room.sent.hasSuffix(
                "|17-2|P|2.5.1|||NE|AL||UNICODE UTF-8|||LAB-28^IHE<CR>"
                    + "SPM|1|STRANGE||SER^Serum^HL70487|||||||P^Patient^HL70369<CR>"
                    + "SAC|||STRANGE|||||||RACK|4<CR>ORC|DC||||||||20260102030405<CR><FS><CR>"))
    }

    @Test func aQueryThatCannotBeReadIsAnsweredAsAnError() throws {
        var room = Room(Self.plain)
        try room.hear(Self.query(""))
        room.answer(.unreadable)
        #expect(room.sent.contains("MSA|AE|17<CR>QAK|T9|AE|WOS"))
        #expect(!room.sent.contains("OML") && room.session.isAtRest)
        #expect(room.fates == ["delivered"])
    }

    @Test func aQueryThatAsksNothingIsRejected() throws {
        var room = Room(Self.plain)
        try room.hear(Self.query(segment: "ZZZ|1"), asks: false)
        #expect(
            room.sent.contains("MSA|AR|17<CR>ERR||MSH^1^1|100^Segment sequence error^HL70357|E"))
    }

    @Test func theOlderWayToAskIsAcknowledgedOnly() throws {
        var room = Room(Self.plain)
        try room.hear(
            Self.query(type: "QRY^Q02", segment: "QRD|20260102|R|D|1|||RD|TUBE-8|OTH|||T"))
        #expect(room.query.specimen == "TUBE-8" && !room.session.canAnswer(room.query))
        #expect(room.sent.contains("MSA|AA|17<CR><FS>"))
        room.answer(.orders([order()]))
        #expect(!room.sent.contains("OML"))
    }

    @Test func aDialectWithoutOrdersAcknowledgesOnly() throws {
        var room = Room(plainHL7)
        try room.hear(Self.query())
        #expect(room.sent.contains("ACK^Q11^ACK|17-1|") && !room.session.canAnswer(room.query))
    }

    @Test func twoQueriesInOneMessageHaveFourAnswers() throws {
        var room = Room(Self.plain)
        try room.hear(Self.query(segment: "QPD|WOS|1|S1<CR>QPD|WOS|2|S2"))
        let queries = room.queries
        for query in queries { room.answer(.noInformation, to: query) }
        let ids = room.sent.matches(of: /\|17-(\d)\|P\|/).map { String($0.1) }
        #expect(queries.map(\.specimen) == ["S1", "S2"] && ids == ["1", "2", "3"])
        try room.hear(
            "<VT>MSH|^~\\&|AN||LIS||1||ORL^O34|1|P|2.5.1<CR>MSA|AA|17-2<CR><FS>", asks: false)
        #expect(room.sent.contains("|17-4|P|"))
    }

    @Test func theAnswerIsWrittenWithItsOwnDelimiters() throws {
        var room = Room(Self.plain)
        try room.hear(
            "<VT>MSH!*+/%!A^N!SITE!LIS!LAB!20260102030405!!QBP*Q11*QBP_Q11!1/F/7!T!2.5.1<CR>"
                + "QPD!WOS*Work Order Step!T|9!A/S/B/R/C<CR><FS>")
        #expect(room.query.specimen == "A*B+C")
        room.answer(.orders([Order(specimen: room.query.specimen, tests: ["I^N"])]))
        #expect(room.sent.contains("MSH|^~\\&|LIS|LAB|A\\S\\N|SITE|2026"))
        #expect(room.sent.contains("MSA|AA|1\\F\\7<CR>QAK|T\\F\\9|OK|WOS^Work Order Step<CR>"))
        #expect(room.sent.contains("QPD|WOS^Work Order Step|T\\F\\9|A\\S\\B\\R\\C<CR>"))
        #expect(room.sent.contains("|T|2.5.1|||NE|AL"))
        #expect(room.sent.contains("SAC|||A*B+C|||||||<CR>") && room.sent.contains("||I\\S\\N<CR>"))
    }

    @Test func nothingInAnAnswerIsLongerThanItMayBe() throws {
        let long = String(repeating: "x", count: 50_000)
        var room = Room(Self.plain)
        try room.hear(Self.query(long, id: long, segment: "QPD|\(long)|\(long)|S"))
        room.answer(.noInformation)
        #expect(room.sent.count < 5_000)
        #expect(room.sent.contains("|xxxxxxxxxxxxxxxxxx-2|P|"))
    }

    @Test(arguments: dialects, 0..<10)
    func whatIsWrittenIsRead(name: String, seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let dialect = try shippedDialect(name)
        let specimen = "ID\(seed)-" + "|^~\\&".prefix(dice.throwing(6))
        let tests = (0...dice.throwing(3)).map { "T\($0)" + "|^~\\&".prefix(dice.throwing(6)) }
        let query = try #require(
            contents(
                of: msh("QBP^Q11^QBP_Q11"), "QPD|WOS|1|\(specimen.spelledInHL7)", as: dialect
            ).queries.first)
        let writer = try #require(try OrderWriter(dialect))
        let reader = OrderReader(dialect)
        let answers: [Order.Answer] = [
            .orders([Order(specimen: specimen, tests: tests)]), .noInformation, .unreadable,
        ]
        for answer in answers {
            let messages = writer.messages(of: answer, to: query).map { records in
                Message(text: Array(records.map { $0 + [0x0D] }.joined()))
            }
            #expect(messages.compactMap(reader.read) == [answer])
            let acceptance = try #require(try OrderAcceptance(dialect))
            let accepted = messages.compactMap(acceptance.records)
            #expect(accepted.count == (answer == .unreadable ? 0 : 1))
        }
    }

    @Test(arguments: [("generic-hl7", "||INS"), ("abbott-alinity", "||9901^^99ABT")])
    func ordersTheCodeInTheMakersSystem(name: String, test: String) throws {
        var room = Room(try shippedDialect(name))
        try room.hear(Self.query())
        let code = try #require(try shippedDialect(name).code(ordering: "insulin"))
        room.answer(.orders([Order(specimen: "S", tests: [code])]))
        #expect(room.sent.contains("17-2-1\(test)<CR>"))
    }

    @Test func aCobasIsAnsweredInRochesExtension() throws {
        var room = Room(try shippedDialect("roche-cobas-pure"))
        try room.hear(Self.query(segment: "QPD|INIBAR^^99ROC|T9|S|50006|1|||||SERPLAS^^99ROC"))
        room.answer(
            .orders([Order(specimen: "S", position: room.query.subjects[0].position, tests: ["9"])])
        )
        #expect(room.sent.contains("LAB-27R^ROCHE<CR>MSA|AA|17<CR>QAK|T9|OK|INIBAR^^99ROC<CR>"))
        #expect(
            room.sent.hasSuffix(
                "LAB-28R^ROCHE<CR>PID|||||^^^^^^U<CR>"
                    + "SPM|1|S&BARCODE||SERPLAS^^99ROC|||||||P^^HL70369<CR>"
                    + "SAC|||S|||||||50006|1<CR>"
                    + "ORC|NW<CR>TQ1|||||||||R^^HL70485<CR>OBR|1|17-2-1||9^^99ROC<CR>"
                    + "TCD|9^^99ROC<CR><FS><CR>"))
    }

    private func order() -> Order {
        Order(specimen: "T-01-RHV-000", position: "RACK|4", tests: ["INS"])
    }

    private static let plain: Dialect = {
        var dialect = plainHL7
        dialect.orders = .law
        return dialect
    }()
}

extension String {
    /// The text as a field of HL7 holds it.
    fileprivate var spelledInHL7: String {
        let codes: [Character: String] = ["|": "F", "^": "S", "~": "R", "\\": "E", "&": "T"]
        return map { character in codes[character].map { "\\\($0)\\" } ?? String(character) }
            .joined()
    }
}
