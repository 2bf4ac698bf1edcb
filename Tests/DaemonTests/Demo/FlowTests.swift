import Simulator
import Testing

@testable import Daemon

@Suite struct FlowTests {
    @Test func letsAnyTimeComeWithoutAPace() {
        let flow = Flow(pace: .max, from: .zero)
        #expect(flow.hasReached(.seconds(1_000_000)))
    }

    @Test func keepsThePaceInBothDirections() {
        let flow = Flow(pace: .times(60), from: .seconds(100))
        let before = ContinuousClock.now
        let host = flow.host(.seconds(160))
        #expect(abs((host - before) / .seconds(1) - 1) < 0.1)
        #expect(!flow.hasReached(.seconds(160)))
        #expect(flow.hasReached(.seconds(100)))
        #expect(flow.virtual >= .seconds(100))
    }

    @Test func goesOnAtTrueTimeAfterwards() {
        let flow = Flow(pace: .max, from: .zero)
        flow.slow(at: .seconds(500))
        #expect(flow.virtual >= .seconds(500))
        #expect(!flow.hasReached(.seconds(510)))
    }
}
