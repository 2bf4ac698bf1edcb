import Protocols
import Settings
import StepUp
import Testing

@testable import Simulator

@Suite struct SimulationTests {
    /// All that are written and have a test for insulin.
    static let dialects = ((try? Catalogue().dialects()) ?? [:])
        .filter { $0.value.writes != nil && $0.value.test(for: "insulin") != nil }.keys.sorted()

    private func script(_ scenario: String, _ dialect: String? = nil) throws -> Script {
        try Script(scenario: scenario, dialect: dialect, catalogue: Catalogue())
    }

    private func simulation(_ script: Script, seed: UInt64) throws -> Simulation {
        try Simulation(
            course: script.course(seed: seed, procedure: "SIM"), dialect: script.dialect)
    }

    @Test(arguments: dialects)
    func isReadBackExactlyInEveryDialect(dialect: String) throws {
        let script = try script("insulinoma-right-lobe", dialect)
        let course = try script.course(seed: 3, procedure: "SIM")
        let expected = try Reports(
            course: course, dialect: script.dialect, epoch: Simulation.epoch)
        let heard = Hearing(
            try Simulation(course: course, dialect: script.dialect), dialect: script.dialect)
        // Some makers send old results again.
        var known: Set<Value> = []
        let results = heard.results.filter {
            $0.role == .result && known.insert(Value($0)).inserted
        }
        // Whoever leaves the terminator out is told so with each message.
        let hasTerminator = script.dialect.writes?.terminator != nil
        #expect(heard.defects.allSatisfy { $0 == .missingTerminator && !hasTerminator })
        #expect(results.allSatisfy { $0.isComplete == heard.defects.isEmpty })
        try #require(results.count == course.reports.count)
        for (index, result) in results.enumerated() {
            let wanted = expected.result(of: index)
            #expect(result.specimen == wanted.specimen)
            // Some makers pad the value with blanks.
            #expect(result.text.split(separator: " ") == wanted.text.split(separator: " "))
            #expect(result.analyte == "insulin")
            #expect(result.unit == wanted.unit)
            #expect(result.bound == course.reports[index].report.bound)
        }
    }

    @Test(arguments: [
        "insulinoma-right-lobe", "insulinoma-left-lobe-mishaps", "gastrinoma-both-lobes",
        "pancreas-only", "no-step-up",
    ])
    func givesTheSameBytesAndMarksForTheSameSeed(scenario: String) throws {
        let script = try script(scenario)
        let (one, again, other) = (
            Hearing(try simulation(script, seed: 1), dialect: script.dialect),
            Hearing(try simulation(script, seed: 1), dialect: script.dialect),
            Hearing(try simulation(script, seed: 2), dialect: script.dialect)
        )
        #expect(one.sent == again.sent)
        #expect(one.marks == again.marks)
        #expect(one.sent != other.sent)
    }

    @Test func sendsEverythingThoughAnswersAreLost() throws {
        let script = try script("no-step-up")
        let whole = Hearing(try simulation(script, seed: 1), dialect: script.dialect)
        let lossy = Hearing(try simulation(script, seed: 1), dialect: script.dialect) {
            $0 % 40 == 0
        }
        let specimens = Set(whole.results.map(\.specimen))
        #expect(specimens.count == 90)
        #expect(Set(lossy.results.map(\.specimen)) == specimens)
    }

    @Test func saysWhichDialectHasNoTestForTheHormone() throws {
        let script = try script("gastrinoma-both-lobes", "beckman-access-2")
        #expect(throws: ScenarioProblem("beckman-access-2 has no test for gastrin")) {
            try simulation(script, seed: 1)
        }
    }

    @Test func opensFirstAndClosesLast() throws {
        let script = try script("pancreas-only")
        let heard = Hearing(try simulation(script, seed: 1), dialect: script.dialect)
        #expect(heard.marks.first?.action == .open(script.plan))
        #expect(heard.marks.last?.action == .close)
        #expect(Set(heard.marks.map(\.key)).count == heard.marks.count)
    }
}
