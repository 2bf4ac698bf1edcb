import Foundation
import Protocols
import Settings
import Testing

/// What is said of bytes from an analyzer that nobody has configured yet.
@Suite struct RecognitionTests {
    private static let dialects = (try? Catalogue().dialects().map(\.value)) ?? []

    @Test(arguments: Self.dialects.filter { !$0.signs.isEmpty }.map(\.name).sorted())
    func everyDialectsOwnRecordingNamesIt(name: String) throws {
        let found = Recognition(of: try recordedBytes(of: name), among: Self.dialects)
        let first = try #require(found.candidates.first)
        // Two of a maker's analyzers may bear the same sign: then neither is named.
        let twins = Self.dialects.filter { $0.signs == first.signs }.map(\.name)
        let named = found.likeliest.map { [$0.dialect] } ?? twins
        #expect(named.contains(name), "\(first.evidence)")
        #expect(found.likeliest != nil || twins.count > 1)
        #expect(!first.signs.isEmpty)
        #expect(first.evidence.contains("record"))
    }

    @Test func aHeaderWithoutASignNamesNobody() throws {
        let bytes = try recordedBytes(of: "beckman-access-2")
        let found = Recognition(
            of: bytes.replacing("ACCESS^".utf8, with: "ACSESC^".utf8), among: Self.dialects)
        #expect(!found.candidates.isEmpty)
        #expect(found.likeliest == nil)
    }

    @Test func bytesThatAreNoRecordsNameNobody() throws {
        let words = Array("hello, world\r\n".utf8)
        #expect(Recognition(of: words, among: Self.dialects).candidates.isEmpty)
        #expect(Recognition(of: [], among: Self.dialects).likeliest == nil)
        var random = Dice(seed: 7)
        let noise = (0..<4096).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        #expect(Recognition(of: noise, among: Self.dialects).likeliest == nil)
    }
}

/// What a draft for an unknown analyzer says.
@Suite struct DialectDraftTests {
    private let header = #"H|\^&|||NEWMAKER^2.0|||||host||P|1|20260102030405"#

    private func draft(_ records: [String], options: LinkOptions = LinkOptions()) -> String? {
        let framer = Framer(options: options)
        var bytes: [UInt8] = [0x05]
        let texts = framer.texts(of: records.map { Array($0.utf8) })
        for (index, text) in texts.enumerated() {
            bytes += framer.frame(text, number: index + 1)
        }
        return DialectDraft(of: bytes + [0x04], named: "new-maker")?.text
    }

    @Test func itIsADialectThatReadsWhatItWasDrawnFrom() throws {
        let text = try #require(
            draft([header, "O|1|77||^^^IRI", "R|1|^^^IRI|12.5|mU/L||||F", "L|1|N"]))
        let dialect = try Settings.load(Dialect.self, text: text, file: "new-maker.yaml")
        #expect(dialect.name == "new-maker")
        #expect(dialect.title == "NEWMAKER")
        #expect(dialect.signs == ["|NEWMAKER"])
        #expect(dialect.link == LinkOptions())
        #expect(text.contains("# 'IRI': {analyte: …, unit: 'mU/L'}"))
    }

    @Test func aSenderCannotBreakOutOfItsQuotes() throws {
        let text = try #require(
            draft([#"H|\^&|||it's: {x}|||||host||P|1"#, "R|1|^^^A'b|1|u|||||F", "L|1"]))
        let dialect = try Settings.load(Dialect.self, text: text, file: "new-maker.yaml")
        #expect(dialect.title == "it's: {x}")
    }

    @Test func aLineEndInATestsCodeDoesNotEndItsComment() throws {
        let text = try #require(
            draft([header, #"R|1|^^^A&X0A&  PTH: {analyte: pth}|1|u|||||F"#, "L|1"]))
        let dialect = try Settings.load(Dialect.self, text: text, file: "new-maker.yaml")
        #expect(dialect.analytes.isEmpty)
        #expect(text.contains(##"  # "A\u000A  PTH: {analyte: pth}": {analyte: …"##))
    }

    @Test func whatHoldsNoRecordGivesNoDraft() {
        #expect(DialectDraft(of: Array("hello".utf8), named: "x") == nil)
        #expect(DialectDraft(of: [], named: "x") == nil)
    }
}
