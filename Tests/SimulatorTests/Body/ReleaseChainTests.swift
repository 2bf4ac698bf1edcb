import Testing

@testable import Simulator

@Suite struct ReleaseChainTests {
    /// The responses second by second after a bolus that enters within a quarter of a second.
    private func responses(peak: Double, seconds: Int) -> [Double] {
        var chain = ReleaseChain(peak: peak)
        return (0..<seconds).map { second in
            for quarter in 0..<4 { chain.step(0.25, input: second == 0 && quarter == 0 ? 1 : 0) }
            return chain.response
        }
    }

    @Test func peaksAtOneAtItsTime() throws {
        let responses = responses(peak: 32, seconds: 240)
        let peak = try #require(responses.max())
        let second = try #require(responses.firstIndex(of: peak)) + 1
        #expect(abs(peak - 1) < 0.02)
        #expect(abs(second - 32) <= 1)
    }

    @Test func risesOnceAndFades() throws {
        let responses = responses(peak: 32, seconds: 400)
        let top = try #require(responses.firstIndex(of: responses.max() ?? 0))
        #expect(responses[..<top] == ArraySlice(responses[..<top].sorted()))
        #expect(responses[top...].reversed() == responses[top...].sorted())
        #expect(responses[399] < 0.001)
    }

    @Test func addsBolusesThatOverlap() {
        var (one, two) = (ReleaseChain(peak: 32), ReleaseChain(peak: 32))
        for step in 0..<200 {
            one.step(0.25, input: step == 0 ? 1 : 0)
            two.step(0.25, input: step == 0 ? 2 : 0)
        }
        #expect(abs(two.response - 2 * one.response) < 1e-12)
    }
}
