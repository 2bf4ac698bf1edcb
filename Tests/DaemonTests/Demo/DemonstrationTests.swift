import Settings
import Simulator
import Testing

@testable import Daemon

@Suite struct DemonstrationTests {
    static let scenarios = (try? Catalogue().names(in: "scenarios")) ?? []
    private let folder: Folder

    init() throws { folder = try Folder() }

    /// What each scenario is about, as the last map must say it.
    private let readings = [
        "insulinoma-right-lobe": "hepatic", "insulinoma-left-lobe-mishaps": "hepatic",
        "gastrinoma-both-lobes": "hepatic", "pancreas-only": "pancreatic",
        "no-step-up": "no-step-up-detected", "cohort-01": "hepatic", "cohort-02": "hepatic",
        "cohort-03": "hepatic", "cohort-04": "hepatic", "cohort-05": "both",
        "cohort-06": "pancreatic", "cohort-07": "no-step-up-detected", "cohort-08": "unclear",
        "cohort-09": "hepatic", "cohort-10": "hepatic", "cohort-11": "both",
        "cohort-12": "no-step-up-detected",
    ]

    @Test func knowsTheScenarios() {
        #expect(Self.scenarios.count >= 4)
        #expect(Set(Self.scenarios) == Set(readings.keys))
    }

    @Test(arguments: scenarios)
    func isReplayedByteForByteAndReadsWhatTheScenarioHides(scenario: String) async throws {
        let performance = try await Performance(scenario, in: folder)
        #expect(performance.told.count > 500)
        #expect(try performance.replayed() == performance.told)
        #expect(performance.told.allSatisfy { $0.contains(#""simulated":true"#) })
        let reading = try performance.reading()
        #expect(reading.kind == readings[scenario])
        #expect(reading.final == true)
    }

    @Test(arguments: [
        "abbott-architect", "beckman-access-2", "roche-cobas-e411", "siemens-immulite",
    ])
    func comesToTheSameReadingInEveryDialect(dialect: String) async throws {
        let performance = try await Performance(
            "insulinoma-right-lobe", dialect: dialect, seed: 2, in: folder)
        #expect(try performance.reading().kind == "hepatic")
        let line = try #require(try performance.objects("line").last)
        #expect((line["defects"] as? [String: Int]) == [:])
    }

    @Test(arguments: [
        "abbott-architect", "beckman-access-2", "generic-hl7", "roche-cobas-e411",
        "roche-cobas-pure",
    ])
    func theTechnicianTypesNothingWhereTheAnalyzerAsks(dialect: String) async throws {
        let script = try Script(
            scenario: "insulinoma-right-lobe", dialect: dialect, catalogue: Catalogue())
        let course = try script.course(seed: 1, procedure: "SIM-1")
        let performance = try await Performance(
            "insulinoma-right-lobe", dialect: dialect, asks: true, in: folder)
        let ordered = try performance.objects("notice").filter {
            $0["code"] as? String == "ordered"
        }
        #expect(ordered.count == course.loadings.count)
        // Some makers send old results once more by habit.
        let results = try performance.objects("result").filter {
            $0["role"] as? String == "result" && $0["repeat"] as? Bool == false
        }
        #expect(results.count == course.reports.count)
        #expect(try performance.reading().kind == "hepatic")
        #expect(try performance.replayed() == performance.told)
    }

    @Test func tellsTheSameForTheSameSeed() async throws {
        let one = try await Performance("no-step-up", seed: 9, in: folder)
        let again = try await Performance("no-step-up", seed: 9, in: folder)
        let other = try await Performance("no-step-up", seed: 10, in: folder)
        #expect(one.told == again.told)
        #expect(one.told != other.told)
    }

    @Test func tellsTheSameAtEveryPace() async throws {
        let jumping = try await Performance("no-step-up", in: folder)
        let running = try await Performance("no-step-up", pace: .times(6000), in: folder)
        #expect(running.told == jumping.told)
    }

    @Test func tellsActualSecondsAsTheTeamKeptThem() async throws {
        let script = try Script(scenario: "no-step-up", catalogue: Catalogue())
        let course = try script.course(seed: 1, procedure: "SIM-1")
        let performance = try await Performance("no-step-up", in: folder)
        let actual = try performance.objects("result").reduce(into: [String: Double]()) {
            if let id = $1["specimen"] as? String { $0[id] = $1["actual"] as? Double }
        }
        #expect(actual.count == course.tubes.count)
        for tube in course.tubes {
            #expect(abs((actual[tube.specimen] ?? .nan) - tube.actual) < 0.002)
        }
    }

    @Test func wantsAJournalOfItsOwn() async throws {
        let performance = try await Performance("no-step-up", in: folder)
        let script = try Script(scenario: "no-step-up", catalogue: Catalogue())
        let second = Demonstration(
            script: script, seed: 1, pace: .max, folder: folder.path,
            journal: performance.journal)
        let stage = try DemoStage(second)
        await #expect(throws: ScenarioProblem.self) {
            try await stage.print(port: nil, catalogue: Catalogue())
        }
    }
}
