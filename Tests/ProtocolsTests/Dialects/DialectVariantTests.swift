import Protocols
import Testing

/// What one maker's analyzers do in more than one way, record by record.
@Suite struct DialectVariantTests {
    @Test(arguments: [
        ("R|1|^^^117/1/not|317.6|IU/l||H||F", "117", "1"),
        ("R|1|^^^10//not|0.310|uIU/ml||N||F", "10", ""),
        ("R|1|^^^360^3^1|12.5|uU/ml||N||F", "360", "3"),
        ("R|1|^^^360^^|12.5|uU/ml||N||F", "360", ""),
    ])
    func anE411DividesTheTestBySlashesOrCarets(record: String, test: String, dilution: String)
        throws
    {
        let result = try results("roche-cobas-e411", "O|1|A", record).first
        #expect(result?.test == test)
        #expect(result?.dilution == dilution)
        #expect(result?.role == .result)
    }

    @Test func anE411SendsACodeAndACutOffIndexInOneField() throws {
        let read = try results(
            "roche-cobas-e411", "O|1|A", "R|1|^^^7/1/not|-1^0.75|COI",
            "R|2|^^^7/1/not|1^>400.0|COI",
            "R|3|^^^7/1/not|1^|COI", "R|4|^^^7/1/not|0.75|COI", "R|5|^^^7/1/not|^       |COI")
        #expect(read.map(\.qualitative) == ["-1", "1", "1", nil, ""])
        #expect(read.map { $0.value?.description } == ["0.75", "400.0", nil, "0.75", nil])
        #expect(read.map(\.bound) == [nil, .above, nil, nil, nil])
        #expect(read.map(\.role) == [.result, .result, .interpretation, .result, .none])
    }

    @Test(arguments: ["1^0001^1^^QC^SC", "1^0001^1^^CONTROL^NORMAL"])
    func anE411NamesControlMaterialInTheOrder(place: String) throws {
        let read = try results("roche-cobas-e411", "O|1|PC1|\(place)", "R|1|^^^7/1/not|5|u")
        #expect(read.map(\.role) == [.control])
        #expect(read.map(\.position) == ["0001^1"])
    }

    @Test func anE411TakesItsTimeFromTheOrderAndAlarmNoughtIsNone() throws {
        let order = "O|1|A||||||||||||||||||||20240102030405"
        let read = try results(
            "roche-cobas-e411", order, "R|1|^^^7/1/not|5|u", "C|1|I|0|I", "R|2|^^^8/1/not|5|u",
            "C|1|I|27|I")
        #expect(read.map(\.measured) == ["2024-01-02T03:04:05", "2024-01-02T03:04:05"])
        #expect(read.map(\.comments) == [[], ["27"]])
    }

    @Test func anARCHITECTSaysInComponentElevenWhatARecordIs() throws {
        let test = "^^^12^Insulin^UNDILUTED^P^1LI00^7^"
        let read = try results(
            "abbott-architect", "O|1|A", "R|1|\(test)^F|63.1|uU/mL", "R|2|\(test)^I|Positive",
            "R|3|\(test)^P|2423973|RLU", "R|4|\(test)4Q1^F|40.1|uU/mL", "R|5|\(test)^F||uU/mL||||X",
            "R|6|^^^12^Insulin^UNDILUTED^C^1LI00^7^^F|9|uU/mL||EXPC^HIGH||R")
        #expect(
            read.map(\.role) == [.result, .interpretation, .signal, .control, .none, .result])
        #expect(read.allSatisfy { $0.analyte == "insulin" })
        #expect(read.last?.flags == ["EXPC", "HIGH"])
        #expect(read.map(\.isResent) == [false, false, false, false, false, true])
    }

    @Test(arguments: [("F\\R", true), ("R", true), ("F", false), ("", false)])
    func aStatusMayHaveRepeats(status: String, isResent: Bool) throws {
        let read = try results("siemens-immulite", "O|1|A", "R|1|^^^INS|5|u||||\(status)")
        #expect(read.map(\.isResent) == [isResent])
        #expect(read.map(\.status) == [status])
    }

    @Test(arguments: ["siemens-centaur-xp", "siemens-centaur-cp"])
    func aCentaurNamesControlMaterialInARecordOfItsOwn(dialect: String) throws {
        let control = "M|1|CCD^ACS:NG^V1^O|LEVEL 1|A00714"
        let result = "R|1|^^^TSH^^1^1^DOSE|5.0|uIU/mL||||F||||20240102030405"
        let ahead = try results(dialect, "O|1|C1", control, result, result, "O|2|A", result)
        #expect(ahead.map(\.role) == [.control, .control, .result])
        let behind = try results(dialect, "O|1|C1", result, control, "P|2", "O|1|A", result)
        #expect(behind.map(\.role) == [.control, .result])
        let other = try results(dialect, "O|1|A", "M|1|OTHER^X", result)
        #expect(other.map(\.role) == [.result])
    }

    @Test(arguments: [
        ("12e3 pg/ml", "12000", "pg/ml"), ("3.5E-02 ng/ml", "0.035", "ng/ml"),
        (">1.2E+3mUI/ml", "1200", "mUI/ml"), ("28,94mUI/ml", "28.94", "mUI/ml"),
        ("5 eq/l", "5", "eq/l"), ("5eq/l", "5", "eq/l"), ("1.234,5 pg/ml", nil, "pg/ml"),
    ])
    func aVIDASWritesNumberAndUnitInOneField(text: String, value: String?, unit: String) throws {
        let fields = ["ciA", "rtINS", "qn\(text)", "ncvalid"]
        let message = Message(text: Array(fields.map { $0 + "|" }.joined().utf8))
        let read = MessageReader(try shippedDialect("biomerieux-mini-vidas")).read(message)
        #expect(read.results.map { $0.value?.description } == [value])
        #expect(read.results.map(\.unit) == [unit])
    }

    @Test func anIMMULITESendsAnEmptyRecordForATestThatCouldNotBeDone() throws {
        let read = try results("siemens-immulite", "O|1|A||^^^INS", "R|1|^^^||||||X")
        #expect(read.map(\.role) == [.none])
        #expect(read.map(\.specimen) == ["A"])
        #expect(read.map(\.value) == [nil])
    }

    @Test(arguments: [
        ("beckman-access-2", "Q|1|^ID7||ALL||||||||O"),
        ("siemens-immulite", "Q|1|^ID7||ALL||||||||O"),
        ("abbott-architect", "Q|1|^ID7||^^^ALL||||||||O"),
        ("roche-cobas-e411", "Q|1|^^ID7                ^40^0^5^^S1^SC||ALL||||||||O"),
        ("roche-cobas-e411", "Q|1|^ID7^32^@7^2^^SAMPLE^NORMAL||ALL||||||||O"),
        ("beckman-access-2", "Q|1|ID7||ALL||||||||O"),
    ])
    func aQueryNamesItsSpecimenInOneOfThreePlaces(dialect: String, record: String) throws {
        let text = Array("H|\\^&\r\(record)\rL|1\r".utf8)
        let queries = MessageReader(try shippedDialect(dialect)).read(Message(text: text)).queries
        #expect(queries.map(\.specimen) == ["ID7"])
        #expect(queries.map(\.status) == ["O"])
    }

    private func results(_ dialect: String, _ records: String...) throws -> [AssayResult] {
        let text = "H|\\^&\r" + records.map { $0 + "\r" }.joined() + "L|1\r"
        return MessageReader(try shippedDialect(dialect))
            .read(Message(text: Array(text.utf8))).results
    }
}
