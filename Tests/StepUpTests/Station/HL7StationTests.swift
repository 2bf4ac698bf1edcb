import Protocols
import Testing

@testable import StepUp

/// What comes of HL7 in a procedure: orders, results that are taken back, control material.
@Suite struct HL7StationTests {
    @Test func ordersWhatThePlanWantsOfATubeThatIsAskedAbout() {
        var room = Self.room()
        room.asks("T-01-RHV-000", id: "7")
        #expect(room.sent().contains("RSP^K11^RSP_K11|7-1|"))
        #expect(room.sent().hasSuffix("OBR|1|7-2-1||Insulin<CR><FS><CR>"))
        #expect(room.told("specimen", "notice") == ["specimen T-01-RHV-000 received 1/RHV/0"])
        room.answers("AA", to: "7-2")
        #expect(room.told("notice") == ["notice information ordered"])
        #expect(room.station.configured[0].isAtRest)
    }

    @Test func sendsNothingBeforeTheMomentThatCompletesTheQuery() {
        var room = Self.room()
        let bytes = [UInt8](line: Self.query("T-01-RHV-000", id: "7"))
        let end = bytes.firstIndex(of: 0x1C) ?? 0
        room.receive(.bytes(line: "A", Array(bytes[..<end]), damage: LineDamage()))
        #expect(room.sent() == "")
        room.receive(.bytes(line: "A", Array(bytes[end...]), damage: LineDamage()))
        #expect(room.sent().contains("OML^O33"))
    }

    @Test func saysThatThereIsNoWorkForAStrangeSpecimen() {
        var room = Self.room()
        room.asks("STRANGE", id: "7")
        #expect(room.sent().hasSuffix("ORC|DC||||||||20260131120000<CR><FS><CR>"))
        room.answers("AR", to: "7-2")
        #expect(
            room.told("notice") == [
                "notice information query-unknown", "notice information answer-failed",
            ])
        #expect(room.station.configured[0].isAtRest)
    }

    @Test func saysThatAQueryWithoutAnIDCannotBeRead() {
        var room = Self.room()
        room.asks("", id: "7")
        #expect(room.sent().contains("MSA|AE|7<CR>QAK|t|AE|") && !room.sent().contains("OML"))
        #expect(room.told("notice") == ["notice medium query-unreadable"])
        #expect(room.station.configured[0].isAtRest)
    }

    @Test(arguments: ["AE", "AR"])
    func tellsThatTheAnalyzerDoesNotTakeTheOrder(code: String) {
        var room = Self.room()
        room.asks("T-01-RHV-000", id: "7")
        room.answers(code, to: "7-2")
        #expect(room.told("notice") == ["notice medium order-failed"])
        #expect(room.station.configured[0].isAtRest)
    }

    @Test(arguments: ["7", "8"])
    func anOrderThatWasTakenIsNotToldToFailWhenItIsAskedForAgain(id: String) {
        var room = Self.room()
        room.asks("T-01-RHV-000", id: "7")
        room.answers("AA", to: "7-2")
        room.hush()
        room.asks("T-01-RHV-000", id: id)
        room.answers("AR", to: "\(id)-2")
        #expect(room.told("notice") == ["notice low ordered-before"])
        #expect(room.station.configured[0].isAtRest)
    }

    @Test func anOrderThatIsTakenLateIsNotToldToFailThoughItsRepeatIsRefused() {
        var room = Self.room()
        for id in ["7", "8"] { room.asks("T-01-RHV-000", id: id) }
        room.answers("AA", to: "7-2")
        room.answers("AR", to: "8-2")
        #expect(room.told("notice") == ["notice information ordered"])
        #expect(room.station.configured[0].isAtRest)
    }

    @Test func anOrderThatAnotherAnalyzerTookFailsOnThisOne() {
        var room = Self.room()
        room.receive(.opened(line: "B", detail: "test"))
        room.hears(Self.query("T-01-RHV-000", id: "7"), on: "B")
        room.hears("<VT>\(Self.msh("ORL^O34", "a"))<CR>MSA|AA|7-2<CR><FS><CR>", on: "B")
        room.hush()
        room.asks("T-01-RHV-000", id: "7")
        room.answers("AR", to: "7-2")
        #expect(room.told("notice") == ["notice medium order-failed"])
    }

    @Test func tellsThatNobodyAnsweredTheOrderInTime() {
        var room = Self.room()
        room.asks("T-01-RHV-000", id: "7")
        room.hush()
        room.at(14)
        #expect(room.told("notice") == [])
        room.at(15)
        #expect(room.told("notice") == ["notice medium order-failed"])
        #expect(room.sent() == "")
        #expect(room.station.configured[0].isAtRest)
    }

    @Test func anOlderQueryIsLeftToAPerson() {
        var room = Self.room()
        room.hears("<VT>\(Self.msh("QRY^Q02", "7"))<CR>QRD|1|R|D|t|||RD|T-01-RHV-000|OTH<CR><FS>")
        #expect(room.sent().contains("MSA|AA|7") && !room.sent().contains("OML"))
        #expect(room.told("notice") == ["notice medium query"])
    }

    @Test func aReplayGivesTheSameBytes() {
        var room = Self.room()
        for (number, id) in ["T-01-RHV-000", "STRANGE", "T-01-RHV-000", ""].enumerated() {
            room.asks(id, id: "\(number)")
            if number != 2 { room.answers("AA", to: "\(number)-2") }
        }
        room.at(60)
        var again = Station()
        #expect(room.moments.flatMap { again.receive($0) } == room.all)
    }

    /// IHE LAW's analyzers send a second, coded OBX beside each number, which is empty: nobody need
    /// run anything again for it.
    @Test(arguments: [("20240102030405", []), ("20240102030505", ["notice medium no-value"])])
    func anEmptyTwinOfAValueAlarmsNobody(time: String, notices: [String]) {
        var room = Self.room()
        room.hears(
            "<VT>\(Self.msh("OUL^R22", "7"))<CR>SPM|1|T-01-RHV-000<CR>OBR|1<CR>"
                + "OBX|1|NM|Insulin||9|U|||||F||||||||20240102030405<CR>"
                + "OBX|2|CE|Insulin|||U|||||F||||||||\(time)<CR><FS>")
        #expect(room.told("notice") == notices)
    }

    @Test(arguments: ["X", "W", "D"])
    func aResultThatIsTakenBackDoesNotCountAnyMore(status: String) {
        var room = Self.room()
        room.reports("10")
        room.reports("10", status: status)
        #expect(
            room.told("result").map { $0.prefix { $0 != "/" } } == [
                "result T-01-RHV-000 10 1", "result T-01-RHV-000 10 1",
            ])
        #expect(room.told("result").first?.hasSuffix("run 1 current") == true)
        #expect(room.told("result").last?.contains("current") == false)
        #expect(room.told("result").last?.contains("replaces") == true)
        #expect(room.told("notice") == ["notice medium result-cancelled"])
    }

    @Test(arguments: ["O", "I", "F"])
    func anotherStatusTakesNothingBack(status: String) {
        var room = Self.room()
        room.reports("10")
        room.reports("", status: status, at: 20)
        #expect(room.told("result").last?.contains("replaces") == false)
    }

    @Test func whatWasMeasuredAnewIsNotTakenBackWithItsFirstRun() {
        var room = Self.room()
        room.reports("10", at: 10)
        room.reports("11", at: 20)
        room.reports("10", status: "W", at: 10)
        #expect(
            room.told("result").map { $0.split(separator: " ").dropFirst(4).joined(separator: " ") }
                .map { $0.prefix { $0 != "r" } + $0.drop { $0 != "r" }.prefix(13) } == [
                    "run 1 current", "run 2 current", "run 1",
                ])
    }

    @Test(arguments: [
        ("|P|", "SPM|1|T-01-RHV-000|||||||||Q", "control"),
        ("|P|", "SPM|1|T-01-RHV-000|||||||||C^Calibrator^HL70369", "control"),
        ("|Q|", "SPM|1|T-01-RHV-000|||||||||P", "control"),
        ("|Q|", "OBR|1||T-01-RHV-000", "control"),
        ("|P|", "SPM|1|T-01-RHV-000|||||||||P", "result"),
    ])
    func controlMaterialIsNeverAPatients(processing: String, segment: String, role: String) {
        var room = Self.room()
        let header = Self.msh("OUL^R22", "7").replacing("|P|", with: processing)
        room.hears(
            "<VT>\(header)<CR>\(segment)<CR>OBR|1||T-01-RHV-000<CR>OBX|1|NM|Insulin||9<CR><FS>")
        let results = room.announcements.compactMap { told in
            if case .result(let news) = told.body { news } else { nil }
        }
        #expect(results.map(\.result.value.role.rawValue) == [role])
        #expect(results.map(\.isCurrent) == [role == "result"])
        #expect(results.map { $0.place == nil } == [role == "control"])
    }
}

extension HL7StationTests {
    /// A room whose procedure is open, and whose analyzer speaks HL7 and asks as LAW has it.
    private static func room() -> Rehearsal {
        var setup = Setup.rehearsal
        var dialect = Dialect(name: "rehearsal", title: "Test analyzer")
        dialect.link.kind = .mllp
        (dialect.reads, dialect.orders) = (.hl7, .law)
        dialect.analytes = ["Insulin": .init(analyte: "insulin")]
        setup.dialects["rehearsal"] = dialect
        var room = Rehearsal(setup)
        room.receive(.opened(line: "A", detail: "test"))
        room.mark(.open(.rehearsal))
        room.hush()
        return room
    }

    fileprivate static func msh(_ type: String, _ id: String) -> String {
        "MSH|^~\\&|AN||LIS||20260131120000||\(type)|\(id)|P|2.5.1"
    }

    fileprivate static func query(_ specimen: String, id: String) -> String {
        "<VT>\(msh("QBP^Q11^QBP_Q11", id))|||NE|AL<CR>QPD|WOS|t|\(specimen)<CR>RCP|I<CR><FS><CR>"
    }
}

extension Rehearsal {
    fileprivate mutating func asks(_ specimen: String, id: String) {
        hears(HL7StationTests.query(specimen, id: id))
    }

    fileprivate mutating func answers(_ code: String, to order: String) {
        hears("<VT>\(HL7StationTests.msh("ORL^O34", "a"))<CR>MSA|\(code)|\(order)<CR><FS><CR>")
    }

    /// The analyzer reports a value of the first tube, measured at `minute`.
    fileprivate mutating func reports(_ value: String, status: String = "F", at minute: Int = 15) {
        hears(
            "<VT>\(HL7StationTests.msh("ORU^R01", "r"))<CR>OBR|1||T-01-RHV-000<CR>"
                + "OBX|1|NM|Insulin||\(value)|uU/mL||N|||\(status)||||||||2026013112\(minute)00<CR>"
                + "<FS><CR>")
    }

    /// What was sent since the last hush.
    fileprivate func sent() -> String {
        effects.map { effect in
            if case .send(_, let bytes) = effect { LineNotation.text(of: bytes) } else { "" }
        }.joined()
    }
}
