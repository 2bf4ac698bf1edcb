import Settings
import StepUp
import Testing

@testable import Simulator

/// Whole procedures in virtual time, counted against the truth that only the simulator knows.
@Suite struct EvaluationTests {
    private static func evaluation(
        _ numbers: Range<Int>, faults: Faults? = nil, criteria: [String] = []
    ) throws -> Evaluation {
        let catalogue = try Catalogue()
        let base = try Script(scenario: "insulinoma-right-lobe", catalogue: catalogue).scenario
        var evaluation = try Evaluation(
            varying: base, of: try Repertoire(catalogue), criteria: criteria, faults: faults,
            seed: 7)
        try evaluation.play(numbers)
        return evaluation
    }

    private static func tally(_ evaluation: Evaluation, _ rule: String = "seed-gt2") -> Tally? {
        evaluation.tallies[
            Tally.Key(rule: rule, condition: ImaginedProcedure.Condition.all.rawValue)]
    }

    @Test func theSumsDoNotDependOnWhoPlaysWhat() throws {
        var parts = try Self.evaluation(1..<4)
        parts += try Self.evaluation(4..<7)
        let whole = try Self.evaluation(1..<7)
        #expect(parts.tallies == whole.tallies)
        #expect(parts.results == whole.results)
        #expect(whole.unfinished == 0)
        let all = try #require(Self.tally(whole))
        #expect(all.procedures == 6)
        #expect(all.open.total == 6 * 5)
        #expect(all.sensitivity.total + all.specificity.total + all.open.hits == 6 * 5)
    }

    @Test func aBadCableChangesNoVerdict() throws {
        let good = try Self.evaluation(1..<5)
        let bad = try Self.evaluation(1..<5, faults: try Faults(Fault.allCases, rate: 0.05))
        #expect(bad.tallies == good.tallies)
    }

    @Test func everyRuleIsCountedOnTheSameProcedures() throws {
        let both = try Self.evaluation(1..<4, criteria: ["seed-gt2", "ge4"])
        let (twice, fourfold) = (try #require(Self.tally(both)), Self.tally(both, "ge4"))
        let strict = try #require(fourfold)
        #expect(strict.procedures == twice.procedures)
        #expect(strict.sensitivity.hits <= twice.sensitivity.hits)
    }

    @Test func aRulesTrueAnswerIsThatOfTheBloodItself() throws {
        let script = try Script(scenario: "insulinoma-right-lobe", catalogue: try Catalogue())
        let course = try script.course(seed: 3, procedure: "E")
        let truth = Truth(course)
        #expect(truth.verdicts.count == course.plan.sites.count * course.plan.veins.count)
        for (lane, verdict) in truth.verdicts {
            let tubes = course.tubes.filter {
                $0.place.injection == lane.injection && $0.place.vein == lane.vein
            }
            let baseline = try #require(tubes.last { $0.actual <= 0 }).truth
            let window = course.plan.criterion.window
            let peak = tubes.filter { window.contains($0.actual) }.map(\.truth).max() ?? 0
            #expect((verdict.state == .stepUp) == (peak > 2 * baseline), "\(lane)")
        }
    }

    /// Of what is called likely about as much is true, within the chance of so few: of the verdicts
    /// called 90 % and more, and of those that are called neither certain nor excluded.
    @Test func theProbabilitiesAreRightOnTheBloodItself() throws {
        let reliability = try #require(
            try Self.evaluation(1..<41).ownReliability["seed-gt2"])
        let likely = try #require(reliability.classes.last)
        #expect(likely.came.total > 30)
        for part in [[likely], Array(reliability.classes.dropFirst().dropLast())] {
            let total = Double(part.map(\.came.total).reduce(0, +))
            let given = part.reduce(0) { $0 + ($1.mean ?? 0) * Double($1.came.total) } / total
            let came = Double(part.map(\.came.hits).reduce(0, +)) / total
            let scatter = (given * (1 - given) / total).squareRoot()
            #expect((came - given).magnitude < 3 * scatter + 0.03, "\(given) came \(came)")
        }
    }

    /// A hint that stands where nothing went wrong is a false alarm; a swap is found by its tubes.
    @Test func hintsAreCountedWhereNothingAndWhereSomethingWentWrong() throws {
        let evaluation = try Self.evaluation(1..<41)
        let alarms = evaluation.alarms
        let clean = try #require(alarms[.discordantVeins]?.clean)
        #expect(clean.total > 10)
        #expect(clean.hits == 0)
        let late = try #require(alarms.values.first { $0.found.total > 0 })
        #expect(late.found.hits <= late.found.total)
        for kind in Hint.Kind.allCases { #expect(alarms[kind]?.clean.total == clean.total) }
    }

    @Test func anOddityIsFoundByAHintOfItsKindAboutItsTubes() {
        let oddity = Oddity(
            hint: .swappedVeins, places: [Mark.Place(injection: 1, vein: "RHV", second: 60)])
        #expect(oddity.isFound(by: ["swapped-veins 1/LHV/60 1/RHV/60": .swappedVeins]))
        #expect(!oddity.isFound(by: ["swapped-veins 1/LHV/30 1/RHV/30": .swappedVeins]))
        #expect(!oddity.isFound(by: ["swapped-times 1/RHV/60 1/RHV/90": .swappedTimes]))
        #expect(oddity.isNamed(by: "swapped-times 1/RHV/60 1/RHV/90"))
    }

    @Test func aSwappedTubeBearsItsNeighboursLabel() throws {
        let catalogue = try Catalogue()
        let repertoire = try Repertoire(catalogue)
        var scenario = try Script(scenario: "insulinoma-right-lobe", catalogue: catalogue).scenario
        scenario.mishaps = [.init(kind: .swapped, injection: 1, vein: "RHV", second: 30)]
        let course = try Script(scenario, named: "swapped", of: repertoire)
            .course(seed: 3, procedure: "E")
        func specimen(_ vein: String) throws -> (own: String, measured: String) {
            let place = Mark.Place(injection: 1, vein: vein, second: 30)
            let tube = try #require(course.tubes.firstIndex { $0.place == place })
            let report = try #require(course.reports.first { $0.report.tube == tube }?.report)
            return (course.tubes[tube].specimen, report.specimen)
        }
        let (right, middle, left) = (try specimen("RHV"), try specimen("MHV"), try specimen("LHV"))
        #expect(right.measured == middle.own)
        #expect(middle.measured == right.own)
        #expect(left.measured == left.own)
    }
}
