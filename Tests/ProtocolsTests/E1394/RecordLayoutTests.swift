import Testing

@testable import Protocols

/// Layout lines of dialect files.
@Suite struct RecordLayoutTests {
    @Test func placeholdersAreFilledAndPadded() throws {
        let layout = try RecordLayout("O|{seq}|{specimen:8}|{position}|")
        let bytes = layout.bytes { placeholder in
            switch placeholder {
            case .seq: Array("2".utf8)
            case .specimen: Array("A-1".utf8)
            default: []
            }
        }
        #expect(String(decoding: bytes, as: UTF8.self) == "O|2|A-1     ||")
    }

    @Test func aTextLongerThanItsWidthIsNotCut() throws {
        let layout = try RecordLayout("{specimen:2}")
        #expect(layout.bytes { _ in Array("ABC".utf8) } == Array("ABC".utf8))
    }

    @Test func mistakesAreNamed() {
        expect(.unknownPlaceholder("specimn"), of: "O|{specimn}|")
        expect(.unknownPlaceholder("specimen:0"), of: "{specimen:0}")
        expect(.unknownPlaceholder("specimen:x"), of: "{specimen:x}")
        expect(.unbalancedBraces, of: "O|{seq|")
        expect(.unbalancedBraces, of: "O|seq}|")
        expect(.notPrintable, of: "O|\r")
    }

    private func expect(_ mistake: RecordLayout.Mistake, of line: String) {
        #expect(throws: mistake) { try RecordLayout(line) }
    }
}
