import Foundation
import Protocols
import Settings
import StepUp
import Testing

@testable import Simulator

/// Every dialect under every fault of the menu, in every chunking: what was sent is what is told.
///
/// Each dialect meets each fault, and each way to cut what it writes, in every run; with
/// `STEPUPD_SEEDS=1000` every fault meets every cut, with as many plans. A failure names what to
/// try again.
@Suite struct OrdealTests {
    /// A dialect and what happens to it.
    struct Trial: Sendable, CustomTestStringConvertible {
        let dialect: Dialect
        let faults: [Fault]
        /// True when the analyzer asks what to measure.
        var asks = false

        /// Its place among the trials of its dialect.
        var number = 0

        var testDescription: String {
            let names = faults == Fault.allCases ? "all" : faults.map(\.rawValue).joined()
            return dialect.name + (asks ? " that asks, " : ", ") + names
        }

        static let all = written.flatMap { dialect in
            Fault.allCases.filter { $0.occurs(on: dialect.link) }.enumerated().map {
                Trial(dialect: dialect, faults: [$1], number: $0)
            }
        }

        /// Those that promise everything, though everything happens to them together.
        static let hardest = written.filter(\.link.isChecked).map {
            Trial(dialect: $0, faults: Fault.allCases)
        }

        /// Those that ask, whatever the link.
        static let asking = written.filter { $0.orders != nil && $0.writes?.query != nil }
            .flatMap { dialect in
                Fault.allCases.filter { $0.occurs(on: dialect.link) }.enumerated().map {
                    Trial(dialect: dialect, faults: [$1], asks: true, number: $0)
                }
            }

        /// Two ways to cut for each trial in a usual run, so that each dialect meets all of them.
        func cuts(of all: [Ordeal.Cut] = Ordeal.Cut.allCases) -> [Ordeal.Cut] {
            guard OrdealTests.seeds.count == 1 else { return all }
            return [2 * number, 2 * number + 1].map { all[$0 % all.count] }
        }

        private static let written = ((try? Catalogue().dialects()) ?? [:]).values
            .filter { $0.writes != nil }.sorted { $0.name < $1.name }
    }

    private static let seeds: Range<UInt64> = {
        let environment = ProcessInfo.processInfo.environment
        let first = environment["STEPUPD_SEED"].flatMap(UInt64.init) ?? 1
        let count = environment["STEPUPD_SEEDS"].flatMap(UInt64.init) ?? 1
        return first..<first + count
    }()

    @Test(arguments: Trial.all + Trial.hardest + Trial.asking)
    func whatWasSentIsWhatIsTold(trial: Trial) throws {
        for seed in Self.seeds {
            let course = try Imagined.course(for: trial.dialect, seed: seed)
            let sent = try Sent.all(of: course, dialect: trial.dialect)
            var happened = 0
            // A course can be too small for anything to go wrong at the usual rate.
            for rate in [0.1, 0.5] where happened == 0 {
                for cut in trial.cuts() {
                    let ordeal = try Self.play(course, trial, seed: seed, cut: cut, rate: rate)
                    happened += ordeal.faults
                    guard let problem = Self.problem(with: ordeal, of: trial, course, sent)
                    else { continue }
                    let again = try Self.play(
                        course, trial, seed: seed, cut: cut, rate: rate, noted: true)
                    let story = again.story.suffix(60).joined(separator: "\n")
                    Issue.record(
                        "\(trial.testDescription), seed \(seed), cut \(cut): \(problem)\n\(story)")
                }
            }
            // Where nobody waits for an answer, none can be lost.
            let isVain = trial.faults == [.lostReply] && !sent.contains(where: \.wantsAnswer)
            #expect(
                happened > 0 || isVain, "\(trial.testDescription), seed \(seed): nothing happened")
        }
    }

    @Test func everyDialectMeetsEveryFaultAndEveryCut() {
        for (name, trials) in Dictionary(grouping: Trial.all, by: \.dialect.name) {
            let link = trials[0].dialect.link
            #expect(
                Set(trials.flatMap(\.faults)) == Set(Fault.allCases.filter { $0.occurs(on: link) }))
            #expect(Set(trials.flatMap { $0.cuts() }) == Set(Ordeal.Cut.allCases), "\(name)")
        }
    }

    /// What was not kept of what the link promises; nil when everything was.
    private static func problem(
        with ordeal: Ordeal, of trial: Trial, _ course: Course, _ sent: [Sent]
    ) -> String? {
        let promise = Promise(of: trial.dialect, carrying: sent, when: trial.faults)
        let said = sent.filter { ordeal.said.contains($0.words) }
        if let problem = promise.broken(by: ordeal, sending: said) { return problem }
        guard trial.asks else { return nil }
        return promise.broken(by: ordeal, asking: course.loadings.map(\.specimen))
    }

    private static func play(
        _ course: Course, _ trial: Trial, seed: UInt64, cut: Ordeal.Cut, rate: Double,
        noted: Bool = false
    ) throws -> Ordeal {
        let simulation = try Simulation(
            course: course, dialect: trial.dialect, asks: trial.asks,
            faults: try Faults(trial.faults, rate: rate), seed: seed)
        return Ordeal(simulation, dialect: trial.dialect, cut: cut, seed: seed, noted: noted)
    }
}

extension Imagined {
    /// A small course that `seed` decides in all its parts, on an analyzer that speaks `dialect`.
    static func course(for dialect: Dialect, seed: UInt64) throws -> Course {
        var chance = Chance(seed: seed, purpose: "plan")
        let sites = ["GDA", "SMA", "SPA", "RHA", "LHA"]
        let first = chance.below(sites.count)
        var plan = plan(
            sites: (0...chance.below(2)).map { sites[(first + $0) % sites.count] },
            draws: Array([0, 30, 60].prefix(2 + chance.below(2))))
        plan.veins = Array(plan.veins.prefix(1 + chance.below(2)))
        plan.unit = dialect.unit(of: plan.analyte) ?? "uIU/mL"
        var scenario = scenario([
            .init(
                region: "S\(2 + chance.below(7))", secretion: Double(chance.below(20_000)),
                gain: Double(chance.below(12)))
        ])
        scenario.laboratory.interval = Double(chance.below(60))
        scenario.assay.to = Double(20 + chance.below(280))
        var hormone = hormone
        hormone.units = [plan.unit]
        return try Course(
            scenario: scenario, hormone: hormone, anatomy: anatomy, plan: plan, seed: seed,
            procedure: "P")
    }
}
