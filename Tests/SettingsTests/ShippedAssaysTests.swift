import Foundation
import Protocols
import Settings
import StepUp
import Testing

/// What the assay file states, and what it shows a site how to state.
@Suite struct ShippedAssaysTests {
    /// The file with its example in force, in place of the shipped assays.
    private func example() throws -> Assays {
        let text = try #require(Shipped.files["assays.yaml"])
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let first = try #require(lines.firstIndex { $0.hasPrefix("#   - id:") })
        let shown = lines[first...].prefix { $0.count > 1 && $0.hasPrefix("#") }
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file =
            "near: { from: 0.05, to: 0.95 }\nassays:\n"
            + shown.map { $0.dropFirst(2) }.joined(separator: "\n")
        try Data(file.utf8).write(to: folder.appending(path: "assays.yaml"))
        return try Catalogue(folder: folder.path).assays()
    }

    @Test func theExampleOfLimitsIsAnAssayThatWorks() throws {
        let assays = try example()
        #expect(assays.problems == [])
        let assay = try #require(assays.profiles.first)
        #expect(assay.quantified?.description == "1")
        #expect(assay.measured?.description == "144.2")
        #expect(assay.prozone?.from.description == "202.5")
        #expect(assay.prozone?.opens == true)
    }

    @Test func whateverHasALimitSaysOfWhichUnitAndHowFarItWasRead() throws {
        let limited = try Catalogue().assays().profiles.filter {
            $0.quantified != nil || $0.measured != nil || $0.prozone != nil
        }
        #expect(limited.map(\.id) == ["c-peptide-elecsys", "c-peptide-elecsys-molar"])
        for assay in limited {
            #expect(assay.unit != nil && !assay.dialects.isEmpty)
            #expect(assay.read.contains("unverified"))
        }
    }
}
