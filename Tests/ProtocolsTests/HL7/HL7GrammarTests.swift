import Protocols
import Testing

/// What HL7 messages say, segment by segment.
@Suite struct HL7GrammarTests {
    @Test func readsEveryFieldOfAnObservation() throws {
        let read = contents(
            of: msh(), "PID|1||P-7", "OBR|1|PLACER|FILLER|INS^Insulin|||20260102020000",
            "OBX|1|NM|INS^Insulin^L|1|> 12.50|uU/mL^^UCUM|2-25|HH~A|||C|||20260102030000||op||e801^R~2",
            "NTE|1|L|diluted by hand", "NTE|2|L|checked")
        let result = try #require(read.results.first)
        #expect(read.results.count == 1 && read.defects == [])
        #expect((result.specimen, result.test) == ("FILLER", "INS"))
        #expect((result.text, result.value?.description) == ("> 12.50", "12.50"))
        #expect((result.bound, result.unit) == (.above, "uU/mL"))
        #expect((result.flags, result.status) == (["HH", "A"], "C"))
        #expect((result.measured, result.instrument) == ("2026-01-02T03:00:00", "e801"))
        #expect(result.comments == ["diluted by hand", "checked"])
        #expect((result.role, result.isComplete) == (.result, true))
    }

    @Test func takesTheSpecimenOfTheGroupInWhichAResultStands() {
        let read = contents(
            of: msh("OUL^R22^OUL_R22"), "SPM|1|T1&CODE^X||SER", "OBR|1", "OBX|1|NM|A||1", "OBR|2",
            "OBX|1|NM|B||2", "SPM|2|||SER", "SAC|||T2", "OBR|1", "OBX|1|NM|A||3", "SPM|3|^T3",
            "OBR|1|T9", "OBX|1|NM|A||4", "SPM|4", "OBR|1|T5", "OBX|1|NM|A||5")
        #expect(read.results.map(\.specimen) == ["T1", "T1", "T2", "T3", "T5"])
    }

    @Test func takesASpecimenThatComesBehindTheResultsOfItsOrder() {
        let read = contents(
            of: msh(), "OBR|1|O1", "OBX|1|NM|A||1", "SPM|1|T1", "OBX|2|NM|A||2", "ORC|RE",
            "OBR|2|O2", "SPM|1|T2", "OBX|1|NM|A||3", "OBR|3|O3", "OBX|1|NM|A||4")
        #expect(read.results.map(\.specimen) == ["T1", "T1", "T2", "O3"])
    }

    @Test func forgetsThePatientsOrdersWithThePatient() {
        let read = contents(
            of: msh(), "PID|1", "OBR|1|O1", "OBX|1|NM|A||1", "PID|2", "OBX|1|NM|A||2")
        #expect(read.results.map(\.specimen) == ["O1", ""])
    }

    @Test(arguments: [
        ("NM", "173.", "173", nil), ("NM", "<0.02", "0.02", "<"), ("NM", ">= 40", "40", ">="),
        ("ST", "12,5", nil, nil), ("", "7", "7", nil), ("SN", ">^100", "100", ">"),
        ("SN", "^12.5", "12.5", nil), ("SN", "=^3", "3", nil), ("SN", "^1^:^128", nil, nil),
        ("SN", "<>^4", nil, nil), ("SN", "8", "8", nil), ("SN", "<^", nil, nil),
        ("CE", "1^Reactive", nil, nil), ("CWE", "100", nil, nil),
        ("DTM", "20260102030405", nil, nil),
        ("TX", "1~2", nil, nil), ("ED", "1^2", nil, nil), ("NM", "\"\"", nil, nil),
    ])
    func aValueIsANumberOnlyWhereItsTypeAllowsIt(
        type: String, text: String, value: String?, bound: String?
    ) {
        let printed = text.replacing("<", with: "<x3C>")
        let result = contents(of: msh(), "OBR|1|S", "OBX|1|\(type)|A||\(printed)").results.first
        #expect(result?.value?.description == value)
        #expect(result?.bound?.rawValue == bound)
        #expect(result?.text == text)
        #expect((result?.role == .result) == (value != nil))
    }

    @Test func namesWhatIsNoConcentration() {
        let read = contents(
            of: msh("OUL^R22"), "SPM|1|T1|||||||||P", "OBR|1",
            "OBX|1|CE|A||POS^Positive", "OBX|2|TS|A^^99^S_OTHER^time^IHELAW||20260102",
            "OBX|3|NM|A^^99^S_OTHER^raw^IHELAW||178985", "OBX|4|ED|A||^IMG^^Base64^AA==",
            "OBX|5|CE|A", "OBX|6|ST|A||-----", "OBX|7|NM|A||5||||||X", "OBX|8|NM|A||5||||||W",
            "OBX|9|ST|A||n/a", "SPM|2|Q1|||||||||Q", "OBR|1", "OBX|1|NM|A||5")
        #expect(
            read.results.map(\.role) == [
                .interpretation, .signal, .signal, .attachment, .none, .none, .none, .none, .none,
                .control,
            ])
        let values = read.results.map { $0.value?.description }
        #expect(values == [nil, nil, "178985", nil, nil, nil, nil, nil, nil, "5"])
    }

    @Test(arguments: [
        ("X", true), ("W", true), ("D", true), ("O", false), ("I", false), ("F", false),
        ("C", false), ("R", false), ("P", false), ("", false),
    ])
    func saysWhichStatusTakesAResultBack(status: String, isCancelled: Bool) {
        let read = contents(of: msh(), "OBR|1|S", "OBX|1|NM|A||5||||||\(status)")
        #expect(read.results.map(\.isCancelled) == [isCancelled])
    }

    @Test func controlMaterialInTheOrderAloneBringsNoResult() throws {
        let mindray = try shippedDialect("mindray-cl-hl7")
        let header = "MSH|^~\\&|Mindray|CL|||20260102||ORU^R01|M7|P|2.3.1||||"
        let order = "OBR|1|1|INS|Mindray^CL||20260102060015|||||||QC-1|LOT7||||M|100|3.5|98.2|uU/mL"
        let alone = contents(of: header + "2||ASCII", order, as: mindray)
        #expect(alone.results == [] && alone.answer.contains("MSA|AA|M7"))
        let both = contents(of: header + "2||ASCII", order, "OBX|1|NM|INS||98.2", as: mindray)
        #expect(both.results.map(\.role) == [.control])
    }

    @Test func anEmptyTwinOfAResultIsNoResult() {
        let read = contents(
            of: msh(), "OBR|1|S", "OBX|1|NM|A^^99ROC|1|5.1|u", "OBX|2|CE|A^^99ROC|1||u")
        #expect(read.results.map(\.role) == [.result, .none])
    }

    @Test func takesTheNullForNothing() {
        let read = contents(
            of: msh(), "SPM|1|\"\"", "SAC|||T4", "OBR|1", "OBX|1|NM|A||5|\"\"||\"\"|||F")
        #expect(read.results.map(\.specimen) == ["T4"])
        #expect(read.results.map(\.flags) == [[]])
        #expect(read.results.map(\.unit) == [""])
    }

    @Test func decodesEscapesAfterItHasDivided() {
        let read = contents(
            of: msh(), "OBR|1|A\\T\\B", "OBX|1|ST|P\\F\\L||x\\R\\y|10\\S\\9/L",
            "NTE|1||two\\.br\\lines \\E\\ \\X41\\ \\Zq\\")
        #expect(read.results.map(\.unit) == ["10^9/L"])
        #expect(read.results.map(\.test) == ["P|L"])
        #expect(read.results.map(\.text) == ["x~y"])
        #expect(read.results.map(\.specimen) == ["A&B"])
        #expect(read.results.map(\.comments) == [["two\nlines \\ A \\Zq\\"]])
    }

    @Test func readsWithTheCharactersThatTheHeaderDeclares() {
        let read = contents(
            of: "MSH#*+/%#AN####20260102##ORU*R01#1#P#2.3", "OBR#1#S%x#F1",
            "OBX#1#NM#A*B##5#u/S/l##H+LL")
        #expect(read.results.map(\.specimen) == ["F1"])
        #expect(read.results.map(\.test) == ["A"])
        #expect(read.results.map(\.unit) == ["u*l"])
        #expect(read.results.map(\.flags) == [["H", "LL"]])
        #expect(
            read.answer.hasPrefix("<VT>MSH#*+/%###AN##20260102##ACK*R01#1-1#P#2.3<CR>MSA#AA#1<CR>"))
    }

    @Test(arguments: [
        ("UNICODE UTF-8", "<xC2><xB5>U/mL"), ("UNICODE", "<xC2><xB5>U/mL"),
        ("8859/1", "<xB5>U/mL"), ("", "<xC2><xB5>U/mL"), ("", "<xB5>U/mL"), ("ASCII", "<xB5>U/mL"),
    ])
    func readsTheCharacterSetThatTheHeaderNames(charset: String, unit: String) {
        let read = contents(
            of: msh(behind: "||||||\(charset)"), "OBR|1|S", "OBX|1|NM|A||5|\(unit)")
        #expect(read.results.map(\.unit) == ["µU/mL"])
    }

    /// The same message in one set and the other: a name whose second bytes are `|`, `^` or `\`,
    /// and a unit with a Greek letter.
    @Test(arguments: [
        ("GB 18030-2000", "<x81>|<xC1><xB6>", "<xA6><xCC>U/mL"),
        ("GBK", "<x81>0<x81>0<x81>|", "<xA6><xCC>U/mL"),
        ("BIG-5", "<xB3>\\<xA5>\\<xBB>\\", "<xA3>gU/mL"),
        ("~ISO IR87", "<x83>\\<x95>\\<x97>^", "<x83><xCA>U/mL"),
        ("ISO IR14~ISO IR87", "<x1B>$B%=|^<x1B>(B", "<x1B>$B&L<x1B>(BU/mL"),
        ("KS X 1001", "<xB1><xE8>", "<xA5><xEC>U/mL"),
    ])
    func aCharacterThatLooksLikeADelimiterDividesNothing(
        charset: String, name: String, unit: String
    ) {
        let read = contents(
            of: msh(behind: "||||||\(charset)"), "PID|1||7||\(name)", "OBR|1|S|S^\(name)|\(name)|x",
            "OBX|1|NM|A^\(name)||12.5|\(unit)||H|||F|||20240102030405")
        #expect(read.results.map(\.value?.description) == ["12.5"])
        #expect(read.results.map(\.unit) == ["μU/mL"])
        #expect(read.results.map(\.specimen) == ["S"])
        #expect(read.results.map(\.flags) == [["H"]])
        #expect(read.results.map(\.measured) == ["2024-01-02T03:04:05"])
    }

    @Test func aNameInAWideSetIsKeptApartAsItsBytes() {
        let read = contents(
            of: msh(behind: "||||||GB18030"), "OBR|1|<xD5><xC5><xC8><xFD>", "OBX|1|NM|A||5|U",
            "OBR|2|<xD5><xC5>7", "OBX|1|NM|A||6|U")
        #expect(read.results.map(\.specimen) == ["<xD5><xC5><xC8><xFD>", "<xD5><xC5>7"])
        let line = Array(
            [UInt8](line: msh(behind: "||||||GB18030") + "<CR>OBR|1|<xD5><xC5><xC8><xFD><CR>"))
        #expect(read.results[0].bytes.lowerBound == line.count)
        #expect(read.results[0].bytes.count == "OBX|1|NM|A||5|U".utf8.count)
        #expect(read.results[1].bytes.count == "OBX|1|NM|A||6|U".utf8.count)
    }

    @Test(arguments: [
        ("ORU_R01", "2.5.1", ""), ("oru^r01", "2.3", ""), ("ORU^R01", "V2.3.1", ""),
        ("ORU^R01", "2.5.1^DEU", ""), ("ORU^R01", "2.3.1", "  "),
        ("ORU^R01", "2.3.1", "<xEF><xBB><xBF>"),
    ])
    func readsHeadersThatAreBrokenInSmallWays(type: String, version: String, before: String) {
        let read = contents(
            of: "\(before)MSH|^~\\&|AN||||20260102||\(type)|17|P|\(version)", "OBR|1|S",
            "OBX|1|NM|A||5|U")
        #expect(read.results.map(\.value?.description) == ["5"])
        #expect(read.defects == [])
        #expect(read.answer.contains("MSA|AA|17"))
    }

    @Test func findsATypeWithoutAnEventInAHeaderThatIsShifted() {
        let read = contents(of: "MSH|^~\\&|AN|||20260102||ORU|17|P|2.4", "OBX|1|NM|A||5|U")
        #expect(read.results.count == 1)
        #expect(read.answer.contains("MSA|AA|17"))
    }

    @Test func findsTheTypeInAHeaderThatIsShifted() {
        let read = contents(
            of: "MSH|^~\\&|AN|LIS|20260102030405|OUL^R22|17|P|2.5||AL|NE|UTF-8", "SPM|1|T1",
            "OBX|1|NM|A||5|<xC2><xB5>U")
        #expect(read.results.map(\.unit) == ["µU"])
        #expect(
            read.answer
                == "<VT>MSH|^~\\&|LIS||AN||20260102030405||ACK^R22|17-1|P|2.5|||NE|NE||UTF-8"
                + "<CR>MSA|CA|17<CR><FS><CR>")
    }

    @Test func readsSegmentsWhateverEndsThem() {
        let text = [UInt8](line: msh() + "<LF>OBR|1|S<CR><LF><CR>OBX|1|NM|A||5")
        let read = MessageReader(plainHL7).read(Message(text: text))
        #expect(read.results.map(\.specimen) == ["S"])
    }

    @Test func readsEachMessageOfABatch() {
        let read = contents(
            of: "BHS|^~\\&", msh(), "OBR|1|S1", "OBX|1|NM|A||1", msh(), "OBX|1|NM|A||2", "BTS|2")
        #expect(read.results.map(\.specimen) == ["S1", ""])
        #expect(read.defects == [])
        #expect(read.answer.split(separator: "MSA|AA|M7").count == 3)
    }

    @Test func saysWhereEachObservationStood() {
        let text = [UInt8](line: msh() + "<CR>OBR|1|S<CR>OBX|1|NM|A||5<CR>NTE|1||x<CR>")
        let read = MessageReader(plainHL7).read(Message(text: text, at: 100))
        let bytes = read.results.first?.bytes ?? 0..<0
        #expect(
            String(decoding: text[bytes.lowerBound - 100..<bytes.upperBound - 100], as: UTF8.self)
                == "OBX|1|NM|A||5")
    }

    @Test func countsLinesThatAreNoSegments() {
        let read = contents(of: msh(), "OBR|1|S", "nonsense", "ZZ|1", "OBX|1|NM|A||5", "ZAB|1")
        #expect(read.defects == [.unknownRecord, .unknownRecord])
        #expect(read.results.map(\.specimen) == ["S"])
    }

    @Test(arguments: [("P", false), ("T", true), ("D^R", true), ("", false)])
    func trainingIsSaid(processing: String, isTraining: Bool) {
        let header = "MSH|^~\\&|AN||||20260102||ORU^R01|M7|\(processing)|2.5.1"
        let read = contents(of: header, "OBR|1|S", "OBX|1|NM|A||5")
        #expect(read.isTraining == isTraining)
        #expect(read.results.count == 1)
    }

    @Test func aQueryNamesItsSpecimen() {
        let law = contents(
            of: msh("QBP^Q11^QBP_Q11"), "QPD|WOS^Work Order Step^IHELAW|T5|TUBE-9", "RCP|I")
        #expect(law.queries.map(\.specimen) == ["TUBE-9"])
        let old = contents(of: msh("QRY^Q02"), "QRD|20260102|R|D|1|||RD|TUBE-8|OTH|||T", "QRF")
        #expect(old.queries.map(\.specimen) == ["TUBE-8"])
        #expect(old.results == [] && old.answer.contains("MSA|AA|M7"))
    }
}
