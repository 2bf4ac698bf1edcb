import Protocols
import Testing

@testable import StepUp

/// The probability that a site's true peak is the highest of all.
@Suite struct WinningTests {
    private static func rule(ratio: Int64? = nil) -> Criterion {
        var rule = Criterion.atLeastTwice
        (rule.id, rule.decides) = ("highest", .highest)
        rule.ratio = ratio.map { ExactDecimal(digits: $0, scale: 0) }
        return rule
    }

    /// The probability of RHA, whose draws are the first, against the other sites'.
    private func odds(
        _ draws: KeyValuePairs<Int, String>..., by rule: Criterion = rule(), cv: Double = 5
    ) -> Odds? {
        let assay = Shared(
            AssayProfile(id: "insulin", cv: [.init(at: nil, percent: cv)], source: "", read: ""))
        let sites = draws.map { values in
            var samples = Samples(values)
            samples.criterion = rule
            for index in samples.tubes.indices { samples.tubes[index].assay = assay }
            return samples
        }
        var own = sites[0]
        own.contenders = sites.dropFirst().enumerated().map { $1.contender("S\($0)") }
        return own.verdict().certainty.odds
    }

    @Test func oneOfEqualsIsAsLikelyAsTheOthers() throws {
        let two = try #require(odds([0: "10", 30: "20"], [0: "10", 30: "20"]))
        #expect((two.low - 0.5).magnitude < 0.03)
        let four = try #require(
            odds(
                [0: "10", 30: "20"], [0: "10", 30: "20"], [0: "10", 30: "20"],
                [0: "10", 30: "20"]))
        #expect((four.low - 0.25).magnitude < 0.03)
        #expect(four.low == four.high)
    }

    @Test func theFartherAheadTheSurer() throws {
        let close = try #require(odds([0: "10", 30: "21"], [0: "10", 30: "20"]))
        let far = try #require(odds([0: "10", 30: "60"], [0: "10", 30: "20"]))
        let behind = try #require(odds([0: "10", 30: "20"], [0: "10", 30: "60"]))
        #expect(close.low > 0.5 && close.low < 0.9)
        #expect(far.low > 0.99)
        #expect(behind.low < 0.01)
    }

    @Test func aThresholdHasToBePassedAsWell() throws {
        let level = try #require(
            odds([0: "10", 30: "40"], [0: "10", 30: "12"], by: Self.rule(ratio: 4)))
        #expect((level.low - 0.5).magnitude < 0.03)
    }

    @Test func boundsAndWhatIsAwaitedGiveNone() {
        #expect(odds([0: "10", 30: ">300"], [0: "10", 30: "20"]) == nil)
        #expect(odds([0: "10", 30: "60"], [0: "10", 30: "?"]) == nil)
    }
}
