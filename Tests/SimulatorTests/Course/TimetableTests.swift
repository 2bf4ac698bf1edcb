import StepUp
import Testing

@testable import Simulator

@Suite struct TimetableTests {
    private let team = Scenario.Team(preparation: 120, jitter: 1.5, stagger: 2, catheter: 60)

    @Test(arguments: [UInt64](1...50))
    func closesBaselinesBeforeTheInjectionAndKeepsTheOrder(seed: UInt64) {
        let plan = Imagined.plan(draws: [-120, 0, 20, 40, 60, 90, 120, 180])
        let timetable = Timetable(plan: plan, team: team, seed: seed)
        var last = 120.0
        for run in timetable.runs {
            for draw in run.draws {
                #expect(draw.time > last - 0.001)
                #expect((draw.time < run.zero) == (draw.place.second <= 0))
                #expect(abs(draw.time - run.zero - Double(draw.place.second)) < 15)
                last = draw.time
            }
        }
    }

    @Test func waitsBetweenInjectionsAsPlanned() {
        let timetable = Timetable(plan: Imagined.plan(), team: team, seed: 1)
        let zeros = timetable.runs.map(\.zero)
        #expect(zip(zeros, zeros.dropFirst()).allSatisfy { $1 - $0 >= 300 })
    }
}
