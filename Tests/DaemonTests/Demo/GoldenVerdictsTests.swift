import Foundation
import Testing

@testable import Daemon

/// What each scenario comes to, verdict by verdict; `STEPUPD_RECORD=1` writes it anew.
@Suite struct GoldenVerdictsTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Expected").standardizedFileURL

    private static let isRecording = ProcessInfo.processInfo.environment["STEPUPD_RECORD"] == "1"

    @Test(arguments: DemonstrationTests.scenarios)
    func theVerdictsAreThoseThatWereRecorded(scenario: String) async throws {
        let performance = try await Performance(scenario, in: Folder())
        let found = try Self.summary(of: performance)
        let file = Self.folder.appending(path: "\(scenario).txt")
        if Self.isRecording { try found.write(to: file, atomically: true, encoding: .utf8) }
        #expect(try String(contentsOf: file, encoding: .utf8) == found)
    }

    /// The last verdict of each injection and vein, every notice, and the reading.
    private static func summary(of performance: Performance) throws -> String {
        var verdicts: [String: String] = [:]
        for verdict in try performance.objects("verdict") {
            let keys = ["injection", "site", "vein"].map { "\(verdict[$0] ?? "?")" }
            let (baseline, peak) = (text(verdict["baseline"]), text(verdict["peak"]))
            verdicts[keys.joined(separator: " ")] =
                "\(verdict["state"] ?? "?"), \(baseline) to \(peak)"
        }
        var lines = verdicts.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
        lines += try performance.objects("notice").map { "notice: \($0["text"] ?? "?")" }
        let map = try performance.objects("map").last
        let reading = (map?["reading"] as? [String: Any])?["text"] as? String ?? "no reading"
        return (lines + [reading, ""]).joined(separator: "\n")
    }

    private static func text(_ value: Any?) -> String {
        let value = value as? [String: Any]
        return value?["text"] as? String ?? "nothing"
    }
}
