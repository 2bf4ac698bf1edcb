import Protocols
import Testing

/// Every way in which makers spell a value, read through the dialects that have it.
@Suite struct ValueNotationTests {
    @Test(arguments: [
        ("173.", "173"), (".902", "0.902"), ("1.5e2", "150"), ("2E-3", "0.002"), ("+4.0", "4.0"),
        ("  7.1 ", "7.1"), ("0.10", "0.10"),
    ])
    func aPointMayBeAnywhereAndAnExponentBehindIt(text: String, value: String) throws {
        let result = try read("siemens-immulite", "R|1|^^^INS|\(text)|uIU/mL||N|N|F")
        #expect(result?.value?.description == value)
        #expect(result?.text == text)
        #expect(result?.role == .result)
    }

    @Test func aQualitativeCodeStandsBeforeTheNumber() throws {
        let result = try read("roche-cobas-c311", "R|1|^^^9/|-1^0.750|COI||N||F")
        #expect(result?.qualitative == "-1")
        #expect(result?.value?.description == "0.750")
    }

    @Test func aNumberMayHaveEmptyComponentsBehindIt() throws {
        let result = try read("mindray-cl", "R|1|17^INS^^F|2.837141^^^^|uIU/mL|^|N||F")
        #expect(result?.value?.description == "2.837141")
        #expect(result?.text == "2.837141")
        #expect(result?.analyte == "insulin")
        #expect(result?.test == "17")
    }

    @Test(arguments: 1...20)
    func aValueThatIsCutOverTwoFramesIsWhole(length: Int) throws {
        var dialect = try shippedDialect("siemens-centaur-xp")
        dialect.link.textLength = length
        let records = [
            "H|\\^&", "O|1|A", "R|1|^^^INS^^^1^DOSE|1234.5678|uIU/mL||||F||||20240511093011", "L|1",
        ]
        let framer = Framer(options: dialect.link)
        let frames = framer.texts(of: records.map { Array($0.utf8) }).enumerated()
            .flatMap { framer.frame($1, number: $0 + 1) }
        let results = reading(of: [0x05] + frames + [0x04], as: dialect).results
        #expect(results.map { $0.value?.description } == ["1234.5678"])
        #expect(results.map(\.measured) == ["2024-05-11T09:30:11"])
    }

    @Test(arguments: [
        ("generic-e1394", ""), ("generic-e1394", "       "), ("generic-e1394", "-----"),
        ("generic-e1394", "\"\""), ("ortho-vitros", "No Result"), ("ortho-vitros", "NO RESULT"),
        ("erba-xl", "NA"), ("diasorin-liaison", " "),
    ])
    func whatIsNoValueIsNoneAndNeverNought(dialect: String, text: String) throws {
        let result = try read(dialect, "R|1|^^^1.0000+991+1.0|\(text)|u||||F")
        #expect(result?.role == AssayResult.Role.none)
        #expect(result?.value == nil)
    }

    @Test(arguments: [
        ("< 0.10", "", AssayResult.Bound.below), ("> 100.0", ">", .above), ("500", ">", .above),
        ("0.10", "<", .below), (">=5", "", .atLeast), ("<=5", "<", .atMost), ("<1", ">", .below),
    ])
    func theBoundStandsInTheValueInTheFlagOrInBoth(
        text: String, flag: String, bound: AssayResult.Bound
    ) throws {
        let record = "R|1|^^^INS^^^1^DOSE|\(text)|uIU/mL||\(flag)||F"
        for dialect in ["siemens-centaur-cp", "siemens-centaur-xp"] {
            #expect(try read(dialect, record)?.bound == bound)
        }
    }

    @Test(arguments: [("7,41", "7.41"), (">8", "8"), ("0,80", "0.80"), ("1.234", nil)])
    func aCommaIsADecimalMarkWhereTheDialectSaysSo(text: String, value: String?) throws {
        let result = try read("euroimmun", "R|1|^^^GASTRIN|\(text)|pg/ml|")
        #expect(result?.value?.description == value)
    }

    @Test func aCommaIsNeverGuessed() throws {
        let result = try read("generic-e1394", "R|1|^^^INS|161,152|uIU/mL||||F")
        #expect(result?.value == nil)
        #expect(result?.role == .interpretation)
    }

    @Test(arguments: [("161,152", "161152"), ("1,234.5", "1234.5"), ("16,15", nil)])
    func aCommaDividesThousandsWhereTheDialectSaysSo(text: String, value: String?) throws {
        var dialect = try shippedDialect("generic-e1394")
        dialect.reads.numbers.thousands = .comma
        let result = results(of: "R|1|^^^INS|\(text)|uIU/mL||||F", as: dialect).first
        #expect(result?.value?.description == value)
    }

    @Test(arguments: [
        ("siemens-centaur-xp", "R|1|^^^INS^^^1^RLU|181220", AssayResult.Role.signal),
        ("siemens-centaur-xp", "R|1|^^^INS^^^1^COFF|40250", .signal),
        ("siemens-centaur-xp", "R|1|^^^INS^^^1^INTR|1", .interpretation),
        ("siemens-centaur-xp", "R|1|^^^INS^^^1^INDX|0.12", .result),
        ("ortho-vitros", "R|1|^^^1.0000+950+1.0|51", .index),
        ("ortho-vitros", "R|1|^^^1.0+951+1|5", .index),
        ("ortho-vitros", "R|1|^^^1.0000+952+1.0|No Result", .none),
        ("tosoh-aia-900", "R|2|^^^INS|2.67", .signal),
        ("generic-e1394", "R|1|^^^INS|181220|RLU", .signal),
    ])
    func whatIsNoConcentrationIsNeverReportedAsOne(
        dialect: String, record: String, role: AssayResult.Role
    ) throws {
        #expect(try read(dialect, record)?.role == role)
    }

    private func read(_ dialect: String, _ record: String) throws -> AssayResult? {
        results(of: record, as: try shippedDialect(dialect)).first
    }

    private func results(of record: String, as dialect: Dialect) -> [AssayResult] {
        let text = "H|\\^&\rP|1\rO|1|A\r\(record)\rL|1\r"
        return MessageReader(dialect).read(Message(text: Array(text.utf8))).results
    }
}
