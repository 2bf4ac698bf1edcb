import Foundation
import Protocols
import Settings
import StepUp
import Testing

@testable import Simulator

/// Typical mishaps on the line, as they were recorded; `STEPUPD_RECORD=1` writes them anew.
///
/// `→` is from the analyzer and `←` to it, after milliseconds; `!` is what went wrong, `?` what the
/// host noticed, `=` a value that it told, and `…` one that it knew already.
@Suite struct GoldenStoryTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../Expected").standardizedFileURL

    private static let isRecording = ProcessInfo.processInfo.environment["STEPUPD_RECORD"] == "1"

    /// The name, and what it is about.
    static let stories: [(name: String, dialect: String, fault: Fault)] = [
        ("lost-ack-of-a-frame", "roche-cobas-e411", .lostReply),
        ("lost-ack-of-a-text", "snibe-maglumi", .lostReply),
        ("lost-answer-of-hl7", "roche-cobas-pure", .lostReply),
        ("flipped-bit-in-a-frame", "siemens-centaur-xp", .flipped),
        ("flipped-bit-in-a-sum-of-fields", "biomerieux-mini-vidas", .flipped),
        ("skipped-frame-number", "ortho-vitros", .skippedNumber),
        ("silence-in-a-message", "abbott-architect", .silence),
        ("both-ask-at-once", "diasorin-liaison", .contention),
        ("six-naks", "beckman-access-2", .sixRefusals),
        ("unplugged-printer", "tosoh-aia-360-records", .unplug),
        ("unplugged-in-a-frame", "beckman-dxi", .unplug),
    ]

    @Test(arguments: stories.map(\.name))
    func theStoryIsTheOneThatWasRecorded(name: String) throws {
        let story = try #require(Self.stories.first { $0.name == name })
        let dialect = try #require(try Catalogue().dialects()[story.dialect])
        var plan = Imagined.plan(sites: ["RHA"], draws: [0, 30])
        plan.veins = Array(plan.veins.prefix(1))
        plan.unit = dialect.unit(of: plan.analyte) ?? plan.unit
        let course = try Imagined.course(plan: plan, unit: plan.unit)
        // The first seed with which it happens once.
        var ordeal: Ordeal?
        for seed in 1...100 where ordeal?.faults != 1 {
            let simulation = try Simulation(
                course: course, dialect: dialect, faults: try Faults([story.fault], rate: 0.08),
                seed: UInt64(seed))
            ordeal = Ordeal(simulation, dialect: dialect, cut: .whole, seed: 1, noted: true)
        }
        let found = try #require(ordeal).story.joined(separator: "\n") + "\n"
        let file = Self.folder.appending(path: "story-\(name).txt")
        if Self.isRecording { try found.write(to: file, atomically: true, encoding: .utf8) }
        #expect(try String(contentsOf: file, encoding: .utf8) == found)
    }
}
