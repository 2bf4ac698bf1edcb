import Testing

@testable import Simulator

/// Scenarios that nobody could play.
@Suite struct ScenarioChecksTests {
    private func problem(_ change: (inout Scenario) -> Void) -> ScenarioProblem? {
        var scenario = Imagined.scenario([.init(region: "S6", secretion: 100, gain: 4)])
        change(&scenario)
        do throws(ScenarioProblem) {
            _ = try Course(
                scenario: scenario, hormone: Imagined.hormone, anatomy: Imagined.anatomy,
                plan: Imagined.plan(), seed: 1, procedure: "P")
            return nil
        } catch { return error }
    }

    @Test func thePlainOneIsPlayed() {
        #expect(problem { _ in } == nil)
    }

    @Test func aLiverWithoutBloodIsRefusedAndNamed() {
        #expect(problem { $0.body.flow = 0 }?.description == "body.flow is 0.0: give 1 or more")
    }

    @Test func numbersThatAreNoneOrNegativeAreRefusedAndNamed() {
        let minus = problem { $0.laboratory.interval = -1 }
        #expect(minus?.description.hasPrefix("laboratory.interval is -1.0") == true)
        let nothing = problem { $0.body.tumours[0].gain = .nan }
        #expect(nothing?.description.hasPrefix("the gain of the tumour in S6 is nan") == true)
        let huge = problem { $0.body.veins["RHV"]?.drains["S5"] = 1e300 }
        #expect(huge?.description.hasPrefix("the share of S5 that RHV drains") == true)
    }

    @Test func aDilutionByNothingIsRefused() {
        #expect(problem { $0.assay.dilution = 0 } != nil)
    }

    @Test func anAssayWithoutARangeIsRefused() {
        #expect(problem { $0.assay.to = $0.assay.from } != nil)
    }
}
