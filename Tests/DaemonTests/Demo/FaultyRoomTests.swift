import Simulator
import Testing

@testable import Daemon

/// The whole daemon on a real pseudo-terminal under faults: journal, fold and stream lose nothing.
@Suite struct FaultyRoomTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    /// Each kind of link that is answered, and what happens on it.
    static let trials: [(dialect: String, faults: [Fault])] = [
        ("roche-cobas-e411", Fault.allCases), ("beckman-access-2", [.unplug]),
        ("snibe-maglumi", [.lostReply]), ("biomerieux-mini-vidas", [.flipped, .silence]),
        ("roche-cobas-pure", [.unplug]), ("generic-poct1a", [.silence]),
    ]

    @Test(arguments: trials.map(\.dialect))
    func whatWasSentIsToldOnceAndReplayedAlike(dialect: String) async throws {
        let trial = try #require(Self.trials.first { $0.dialect == dialect })
        let whole = try await Performance("no-step-up", dialect: dialect, in: folder)
        let hurt = try await Performance(
            "no-step-up", dialect: dialect, faults: try Faults(trial.faults, rate: 0.05),
            in: folder)
        #expect(try hurt.values() == whole.values())
        #expect(try hurt.replayed() == hurt.told)
        if trial.faults.contains(.unplug) {
            let states = try hurt.objects("line").compactMap { $0["state"] as? String }
            #expect(states.contains("lost"))
            #expect(states.last == "open")
        }
    }

    @Test func aPrinterThatIsUnpluggedLosesNoLineThatArrived() async throws {
        let whole = try await Performance("no-step-up", dialect: "tosoh-aia-360", in: folder)
        let hurt = try await Performance(
            "no-step-up", dialect: "tosoh-aia-360", faults: try Faults([.unplug], rate: 0.05),
            in: folder)
        let (known, found) = (try whole.values(), try hurt.values())
        #expect(found.count < known.count)
        #expect(found.count > known.count / 3)
        #expect(Set(found).isSubset(of: known))
    }
}

extension Performance {
    /// Specimen, value and unit of each result that was told for the first time, in their order.
    fileprivate func values() throws -> [String] {
        try objects("result").filter {
            $0["role"] as? String == "result" && $0["repeat"] as? Bool == false
        }.map { "\($0["specimen"] ?? "") \($0["text"] ?? "") \($0["unit"] ?? "")" }.sorted()
    }
}
