import Foundation
import Settings
import StepUp
import Testing

/// What is wrong with a site's own file is said by file, line and key.
@Suite struct BrokenFileTests {
    private static let template = """
        title: Ours
        analyte: insulin
        unit: uIU/mL
        stimulant: { name: calcium, dose: 0.025 mEq/kg }
        sites:
          - { id: RHA, name: Right hepatic artery }
        veins:
          - { id: RHV, name: Right hepatic vein }
        draws: [0, 30, 60]
        wait: 900
        criterion: seed-gt2
        alongside: [ueda60]
        conversions: []
        variants: [replaced-RHA]
        source: Ours
        read: Ours

        """

    /// What is said of the template in which `line` is replaced.
    private func problems(_ line: String, _ replaced: String) throws -> [String] {
        var lines = Self.template.split(separator: "\n", omittingEmptySubsequences: false)
        let place = try #require(lines.firstIndex { $0 == line })
        lines[place] = Substring(replaced)
        let folder = NSTemporaryDirectory() + "stepupd-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(
            atPath: folder + "/procedures", withIntermediateDirectories: true)
        try lines.joined(separator: "\n").write(
            toFile: folder + "/procedures/ours.yaml", atomically: true, encoding: .utf8)
        let catalogue = try Catalogue(folder: folder)
        do {
            let template = try #require(try catalogue.templates()["ours"])
            return catalogue.problems(
                of: template, named: "ours", by: try catalogue.rulebook(),
                on: try catalogue.anatomy()
            ).map { $0.description.replacing(folder + "/procedures/", with: "") }
        } catch {
            return ["\(error)".replacing(folder + "/procedures/", with: "")]
        }
    }

    @Test func aGoodTemplateIsInOrder() throws {
        #expect(try problems("title: Ours", "title: Ours") == [])
    }

    @Test(arguments: [
        ("title: Ours", "titel: Ours", 1, "title"),
        ("title: Ours", "title: [a]", 1, "title"),
        ("analyte: insulin", "analyte: \"\"", 2, "analyte"),
        ("analyte: insulin", "analyte: gastrine", 11, "criterion"),
        ("unit: uIU/mL", "unit: { a: b }", 3, "unit"),
        (
            "stimulant: { name: calcium, dose: 0.025 mEq/kg }", "stimulant: { name: calcium }", 4,
            "dose"
        ),
        (
            "stimulant: { name: calcium, dose: 0.025 mEq/kg }",
            "stimulant: { name: salt, dose: x }", 11, "criterion"
        ),
        ("  - { id: RHA, name: Right hepatic artery }", "  - { id: RHA }", 6, "name"),
        ("  - { id: RHA, name: Right hepatic artery }", "  - { id: \" \", name: x }", 6, "sites"),
        ("  - { id: RHV, name: Right hepatic vein }", "  - { id: R-V, name: x }", 1, "tagging"),
        ("draws: [0, 30, 60]", "draws: [0, 30, 30]", 9, "draws"),
        ("draws: [0, 30, 60]", "draws: [30, 60]", 9, "draws"),
        ("draws: [0, 30, 60]", "draws: [0, half]", 9, "draws"),
        ("wait: 900", "wait: 9000", 10, "wait"),
        ("wait: 900", "wait: soon", 10, "wait"),
        ("criterion: seed-gt2", "criterion: seed", 11, "criterion"),
        ("alongside: [ueda60]", "alongside: [ueda]", 12, "alongside"),
        ("alongside: [ueda60]", "alongside: [seed-gt2]", 11, "criterion"),
        ("conversions: []", "conversions: [x]", 13, "conversions"),
        ("variants: [replaced-RHA]", "variants: [x]", 14, "variants"),
        ("source: Ours", "source: [a]", 15, "source"),
        ("read: Ours", "reed: Ours", 16, "reed"),
    ]) func everyKeyIsNamedWithItsLine(
        _ row: (line: String, replaced: String, number: Int, key: String)
    ) throws {
        let said = try problems(row.line, row.replaced).first ?? "nothing"
        let isPlaced =
            said.hasPrefix("ours.yaml:\(row.number): ")
            || row.key == "tagging" && said.hasPrefix("ours.yaml: ")
        #expect(isPlaced, "\(said)")
        #expect(said.contains(row.key), "\(said)")
    }

    /// A rule or a conversion of the shipped files that is spoilt in one place.
    @Test(arguments: [
        ("criteria.yaml", "ratio: 3.5", "ratio: 0", "9.ratio"),
        ("criteria.yaml", "  rise: { by: 80,", "  rise: { by: 0,", "13.rise.by"),
        ("criteria.yaml", "neighbour: { ratio: 2,", "neighbour: { ratio: 5,", "11.neighbour.ratio"),
        (
            "criteria.yaml", "window: { from: 0, to: 75 }", "window: { from: 80, to: 75 }",
            "5.window"
        ),
        ("criteria.yaml", "id: thieme-ge2", "id: doppman95", "2.id"),
        ("units.yaml", "factor: 0.481", "factor: 0", "2.factor"),
        ("units.yaml", "id: gastrin-0.481", "id: insulin-6.00", "2.id"),
        ("units.yaml", "factor: 6\n", "factor: six\n", "0.factor"),
    ]) func aRuleOrConversionIsExplainedByLineAndKey(
        _ row: (file: String, was: String, now: String, key: String)
    ) throws {
        let shipped = try #require(try Catalogue().text(at: row.file))
        let place = try #require(shipped.firstRange(of: row.was))
        let line = shipped[..<place.lowerBound].split(
            separator: "\n", omittingEmptySubsequences: false
        ).count
        let folder = NSTemporaryDirectory() + "stepupd-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        try shipped.replacingCharacters(in: place, with: row.now).write(
            toFile: folder + "/" + row.file, atomically: true, encoding: .utf8)
        let error = #expect(throws: SettingsError.self) {
            try Catalogue(folder: folder).rulebook()
        }
        #expect(error?.line == line, "\(error?.description ?? "")")
        #expect(error?.problem.contains("'\(row.key)'") == true, "\(error?.description ?? "")")
    }

    @Test(arguments: [
        ("feeds: [S9]", "aliases: []", "drains: [S6]", 5, "is no region"),
        ("feeds: [S6]", "aliases: [right]", "drains: [S9]", 9, "is no region"),
        ("feeds: [S6]", "alias: []", "drains: [S6]", 2, "aliases"),
    ]) func anAnatomyIsExplainedByLine(
        _ row: (feeds: String, aliases: String, drains: String, line: Int, words: String)
    ) throws {
        let text = """
            regions: [{ id: S6, name: Segment VI, organ: liver }]
            arteries:
              - id: RHA
                name: Right hepatic artery
                \(row.feeds)
                \(row.aliases)
            veins:
              - { id: RHV, name: Right hepatic vein, aliases: [],
                  \(row.drains) }
            """
        let folder = NSTemporaryDirectory() + "stepupd-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        try text.write(toFile: folder + "/anatomy.yaml", atomically: true, encoding: .utf8)
        let error = #expect(throws: SettingsError.self) {
            try Catalogue(folder: folder).anatomy()
        }
        #expect(error?.problem.contains(row.words) == true, "\(error?.description ?? "")")
        #expect(error?.line == row.line || row.words == "aliases", "\(error?.description ?? "")")
    }
}
