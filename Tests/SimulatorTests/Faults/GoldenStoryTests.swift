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

    /// The name, what it is about, and what must be seen in it.
    static let stories: [(name: String, dialect: String, fault: Fault, sign: String)] = [
        ("lost-ack-of-a-frame", "ortho-vitros", .lostReply, " … "),
        ("lost-ack-of-a-text", "snibe-maglumi", .lostReply, " … "),
        ("lost-answer-of-hl7", "roche-cobas-pure", .lostReply, " … "),
        ("flipped-bit-in-a-frame", "siemens-centaur-xp", .flipped, "? bad-checksum"),
        ("flipped-bit-in-a-sum-of-fields", "biomerieux-mini-vidas", .flipped, "? bad-checksum"),
        ("skipped-frame-number", "ortho-vitros", .skippedNumber, "? wrong-frame-number"),
        ("silence-in-a-message", "abbott-architect", .silence, "? time-out"),
        ("both-ask-at-once", "diasorin-liaison", .contention, "! contention"),
        ("six-naks", "beckman-access-2", .sixRefusals, " … "),
        ("unplugged-printer", "tosoh-aia-360-records", .unplug, "? cut-record"),
        ("unplugged-in-a-frame", "roche-cobas-e411", .unplug, "? lost-frame"),
    ]

    @Test(arguments: stories.map(\.name))
    func theStoryIsTheOneThatWasRecorded(name: String) throws {
        let story = try #require(Self.stories.first { $0.name == name })
        let dialect = try #require(try Catalogue().dialects()[story.dialect])
        var plan = Imagined.plan(sites: ["RHA"], draws: [0, 30])
        plan.veins = Array(plan.veins.prefix(1))
        plan.unit = dialect.unit(of: plan.analyte) ?? plan.unit
        let course = try Imagined.course(plan: plan, unit: plan.unit)
        let found = try #require(try Self.tale(of: story.fault, on: course, dialect, story.sign))
        let file = Self.folder.appending(path: "story-\(name).txt")
        if Self.isRecording { try found.write(to: file, atomically: true, encoding: .utf8) }
        #expect(try String(contentsOf: file, encoding: .utf8) == found)
    }

    /// What happens on the line with the first seed with which the fault happens once, and shows.
    private static func tale(
        of fault: Fault, on course: Course, _ dialect: Dialect, _ sign: String
    ) throws -> String? {
        for seed in 1...400 {
            let simulation = try Simulation(
                course: course, dialect: dialect, faults: try Faults([fault], rate: 0.08),
                seed: UInt64(seed))
            let ordeal = Ordeal(simulation, dialect: dialect, cut: .whole, seed: 1, noted: true)
            let story = ordeal.story.joined(separator: "\n") + "\n"
            if ordeal.faults == 1, story.contains(sign) { return story }
        }
        return nil
    }
}
