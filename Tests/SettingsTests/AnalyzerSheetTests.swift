import Foundation
import Protocols
import Testing

@testable import Settings

/// The page that a laboratory connects an analyzer by.
@Suite struct AnalyzerSheetTests {
    private static let catalogue = try? Catalogue()
    private static let dialects = (try? catalogue?.dialects()) ?? [:]
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../docs/analyzers").standardizedFileURL

    private func sheet(_ name: String) throws -> String {
        let dialect = try #require(Self.dialects[name])
        return AnalyzerSheet(dialect, file: try #require(Shipped.files["dialects/\(name).yaml"]))
            .text
    }

    @Test func saysWhatTheFileSays() throws {
        let text = try sheet("beckman-access-2")
        #expect(text.hasPrefix("# Beckman Coulter Access 2\n"))
        #expect(text.contains("**seen in real bytes whose check sums verify**"))
        #expect(text.contains("| speed | 9600 baud |"))
        #expect(text.contains("| specimen ID | `O-3.1` | captures |"))
        #expect(text.contains("| value | `R-4` | the standard |"))
        #expect(text.contains("- `H-12` is `Q`: control material, never a patient's"))
        #expect(text.contains("| `Insulin` |  | insulin | uIU/mL |"))
        #expect(text.contains("       dialect: beckman-access-2\n"))
        #expect(text.contains("the first record with `|ACCESS^`"))
    }

    @Test func aDialectWithoutTestsSaysSo() {
        let text = AnalyzerSheet(Dialect(name: "plain", title: "By the standards")).text
        #expect(text.contains("None is mapped: each site names its own."))
    }

    @Test(arguments: Self.dialects.keys.sorted())
    func everyPageHasWhatALaboratoryNeeds(name: String) throws {
        let text = try sheet(name)
        for part in [
            "## A first test in ten minutes", "stepupd listen ", "## On the analyzer's screen",
            "## Cable", "## What is read from where", "## What it means", "## Orders",
            "## Tests and hormones", "## What this rests on",
        ] { #expect(text.contains(part), "\(name): \(part)") }
    }

    @Test(arguments: Self.dialects.keys.sorted())
    func codesAreMarkedAsTheSitesOwnAndDoubtsAreSaid(name: String) throws {
        let file = try #require(Shipped.files["dialects/\(name).yaml"])
        let words = FileNotes(file).texts(of: "analytes").joined(separator: " ")
        #expect(words.contains("SITE-CONFIGURABLE"), "\(name)")
        let dialect = try #require(Self.dialects[name])
        #expect(!dialect.analytes.isEmpty && !dialect.provenance.isEmpty)
    }

    @Test(arguments: Self.dialects.keys.sorted())
    func theCommittedPageIsWhatTheFileGives(name: String) throws {
        let page = try? String(
            contentsOf: Self.folder.appending(path: "\(name).md"), encoding: .utf8)
        #expect(page == (try sheet(name)), "run 'make docs' and commit docs/analyzers")
    }

    @Test func theCommittedListIsWhatTheFilesGiveAndThereIsNoOtherPage() throws {
        let list = try? String(
            contentsOf: Self.folder.appending(path: "README.md"), encoding: .utf8)
        let index = AnalyzerIndex(Array(Self.dialects.values)).text
        #expect(list == index, "run 'make docs' and commit docs/analyzers")
        let pages = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        let known = Self.dialects.keys.map { "\($0).md" } + ["README.md"]
        #expect(Set(pages) == Set(known), "remove the pages of dialects that are gone")
        for name in Self.dialects.keys { #expect(index.contains("(\(name).md)")) }
    }

    @Test func theReadmeNamesEveryDialect() throws {
        let readme = try String(
            contentsOf: Self.folder.appending(path: "../../README.md"), encoding: .utf8)
        for name in Self.dialects.keys.sorted() { #expect(readme.contains("`\(name)`")) }
    }

    @Test func aDoubtIsASentenceThatSaysSo() {
        let notes = FileNotes(
            """
            # A maker's analyzer. Its name is sure.
            name: x
            reads:
              # The ID stands in O-3. Its padding is a guess.
              specimen: [O-3.1]
            writes:
              # Invented, unverified.
              header: H
            """)
        #expect(notes.texts(of: "") == ["A maker's analyzer. Its name is sure."])
        #expect(notes.texts(of: "reads.specimen").count == 1)
        #expect(notes.doubts == ["Its padding is a guess."])
        #expect(notes.isDoubtful("reads.specimen"))
        #expect(notes.keys.contains("reads.specimen"))
    }

    @Test func nothingInAFileIsTakenForMarkdown() {
        #expect(Markdown.plain("a|b*c_<d>`e`[f]\\") == #"a\|b\*c\_\<d>\`e\`\[f\]\\"#)
        #expect(Markdown.cell("H|`^&") == #"`` H\|`^& ``"#)
    }
}
