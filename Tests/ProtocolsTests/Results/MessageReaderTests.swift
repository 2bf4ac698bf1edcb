import Protocols
import Testing

/// Records to results: parentage, delimiters, escapes, roles.
@Suite struct MessageReaderTests {
    private let dialect = Dialect(name: "plain", title: "As the standard has it")

    @Test func theOrderOfRecordsSaysWhoBelongsToWhom() {
        let results = read(
            #"H|\^&"#, "P|1", "O|1|A", "R|1|^^^X|1", "R|2|^^^Y|2", "O|2|B", "R|1|^^^X|3", "P|2",
            "R|1|^^^X|4", "O|1|C", "R|1|^^^X|5", "L|1"
        ).results
        #expect(results.map(\.specimen) == ["A", "A", "B", "", "C"])
        #expect(results.map(\.text) == ["1", "2", "3", "4", "5"])
    }

    @Test func aCommentBelongsToTheResultBeforeItAndToNoOther() {
        let results = read(
            #"H|\^&"#, "P|1", "C|1|I|for the patient", "O|1|A", "C|1|I|for the order",
            "R|1|^^^X|1", "C|1|I|first", "M|1|lot", "C|2|I|second", "R|2|^^^Y|2", "L|1",
            "C|1|I|late"
        ).results
        #expect(results.map(\.comments) == [["first", "second"], []])
    }

    @Test func delimitersAreThoseOfTheHeader() {
        let results = read("H*@!~", "O*1*A", "R*1*!!!X*5*u**L@N", "L*1").results
        #expect(results.first?.test == "X")
        #expect(results.first?.flags == ["L", "N"])
    }

    @Test func aSecondHeaderMayDeclareOthers() {
        let results = read(#"H|\^&"#, "O|1|A", "R|1|^^^X|1", "H*@!~", "R*1*!!!Y*2").results
        #expect(results.map(\.test) == ["X", "Y"])
        #expect(results.map(\.specimen) == ["A", ""])
    }

    @Test func escapesAreDecodedAfterTheFieldsAreDivided() {
        let results = read(#"H|\^&"#, "O|1|A&F&1", "R|1|^^^X&S&Y|a&F&b|&X41&").results
        #expect(results.first?.specimen == "A|1")
        #expect(results.first?.test == "X^Y")
        #expect(results.first?.text == "a|b")
        #expect(results.first?.unit == "A")
    }

    @Test func withoutAnEscapeDelimiterAnAmpersandIsALetter() {
        #expect(read(#"H|\^||"#, "O|1|A&F&1", "R|1|^^^X|1").results.first?.specimen == "A&F&1")
    }

    @Test func lettersMayBeSmallAndFieldsMissing() {
        let results = read(#"h|\^&"#, "p", "o|1|A", "r|1|^^^X|5", "r", "l").results
        #expect(results.map(\.text) == ["5", ""])
        #expect(results.map(\.role) == [.result, .none])
        #expect(results.map(\.specimen) == ["A", "A"])
    }

    @Test func unknownRecordsAreCountedAndHarmNothing() {
        let contents = read(#"H|\^&"#, "O|1|A", "Z|1|new", "3R|1|^^^X|5", "R|1|^^^X|5", "hello")
        #expect(contents.results.count == 1)
        #expect(contents.defects == [.unknownRecord, .unknownRecord, .unknownRecord])
    }

    @Test func withoutAHeaderTheStandardsDelimitersHold() {
        let contents = read("O|1|A", "R|1|^^^X|5")
        #expect(contents.defects == [.noHeader])
        #expect(contents.results.first?.specimen == "A")
    }

    @Test func lineFeedsEndRecordsToo() {
        let text = Array("H|\\^&\r\nO|1|A\n\nR|1|^^^X|5\r".utf8)
        let contents = MessageReader(dialect).read(Message(text: text))
        #expect(contents.results.map(\.specimen) == ["A"])
        #expect(contents.defects == [])
    }

    @Test func bytesAboveSevenFAreLatin1UnlessTheDialectSaysOtherwise() {
        let text = [UInt8](line: #"H|\^&<CR>R|1|^^^X|5|<xB5>U/mL<CR>R|2|^^^X|5|<xC2><xB5>g<CR>"#)
        let latin = MessageReader(dialect).read(Message(text: text)).results
        #expect(latin.map(\.unit) == ["µU/mL", "Âµg"])
        var other = dialect
        other.reads.encoding = .utf8
        let unicode = MessageReader(other).read(Message(text: text)).results
        #expect(unicode.map(\.unit) == ["µU/mL", "µg"])
    }

    @Test func aDeletedFieldHoldsNothing() {
        let result = read(#"H|\^&"#, #"O|1|"""#, #"R|1|^^^X|""|""||""|"#).results.first
        #expect(result?.specimen == "")
        #expect(result?.flags == [])
        #expect(result?.role == AssayResult.Role.none)
    }

    @Test func aRecordOfTooManyFieldsIsReadAsFarAsTheStandardGoes() {
        let long = "R|1|^^^X|5" + String(repeating: "|x", count: 5000)
        let results = read(#"H|\^&"#, "O|1|A", long, "R|2|^^^Y|6").results
        #expect(results.map(\.test) == ["X", "Y"])
        #expect(results.first?.bytes.count == long.utf8.count)
    }

    @Test func theBoundMayStandAmongTheFlagsAlone() {
        let results = read(
            #"H|\^&"#, "R|1|^^^X|500|u||>", "R|2|^^^X|0.5|u||L\\<", "R|3|^^^X|<1|u||>",
            "R|4|^^^X|Positive|u||>"
        ).results
        #expect(results.map(\.bound) == [.above, .below, .below, nil])
    }

    @Test func wordsAreNeverANumber() {
        let results = read(
            #"H|\^&"#, "R|1|^^^X|Positive", "R|2|^^^X|no result", "R|3|^^^X|5|u|||| X "
        ).results
        #expect(results.map(\.role) == [.interpretation, .none, .none])
        #expect(results.map(\.value) == [nil, nil, nil])
    }

    @Test func controlMaterialComesBeforeEveryOtherRole() {
        var other = dialect
        other.reads.roles = [
            path("O-12"): ["Q": .control], path("R-5"): ["RLU": .signal, "*": .result],
            path("O-4.*"): ["QC": .control],
        ]
        let control = "O|1|A|||||||||Q\rR|1|^^^X|5|RLU\rO|2|B|1^2^QC\rR|1|^^^X||u\r"
        let text = Array("H|\\^&\r\(control)O|3|C\rR|1|^^^X|5|RLU\r".utf8)
        let results = MessageReader(other).read(Message(text: text)).results
        #expect(results.map(\.role) == [.control, .control, .signal])
    }

    @Test func aResultSaysWhetherItsMessageWasWhole() {
        let text = Array("H|\\^&\rR|1|^^^X|5\r".utf8)
        let reader = MessageReader(dialect)
        #expect(reader.read(Message(text: text)).results.first?.isComplete == true)
        let cut = Message(text: text, isComplete: false)
        #expect(reader.read(cut).results.first?.isComplete == false)
    }

    /// Whatever comes in, there is an answer, and no record is read twice.
    @Test(arguments: 0..<300)
    func hostileBytesHarmNothing(seed: Int) {
        var state = UInt64(seed) &+ 1
        let alphabet = [UInt8](line: #"HPORCQLM|\^&<CR><LF>/"<x3C>>-.0123456789X<xB5><x00>QC"#)
        let text = (0..<400).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return alphabet[Int(state >> 33) % alphabet.count]
        }
        let contents = MessageReader(dialect).read(Message(text: text))
        let records = text.split { $0 == 0x0D || $0 == 0x0A }.count
        #expect(contents.results.count + contents.queries.count <= records)
    }

    private func read(_ records: String...) -> MessageReader.Contents {
        let text = records.map { $0 + "\r" }.joined()
        return MessageReader(dialect).read(Message(text: Array(text.utf8)))
    }

    private func path(_ text: String) -> FieldPath {
        guard let path = FieldPath(text) else { preconditionFailure("no path: \(text)") }
        return path
    }
}
