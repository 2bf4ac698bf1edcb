import Testing

@testable import Simulator

/// Wilson's score interval, against values that can be computed by hand.
@Suite struct ShareTests {
    @Test func nothingOfNothingHasNoShare() {
        #expect(Share().value == nil)
        #expect(Share().interval == nil)
        #expect(Share().description == "–")
    }

    @Test(arguments: [
        (50, 100, 0.4038, 0.5962), (0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0),
        (81, 263, 0.2553, 0.3662),
    ])
    func theIntervalIsWilsons(hits: Int, total: Int, low: Double, high: Double) throws {
        let share = Share(hits: hits, total: total)
        let interval = try #require(share.interval)
        #expect(abs(interval.lowerBound - low) < 0.0005)
        #expect(abs(interval.upperBound - high) < 0.0005)
    }

    @Test func sharesAddUp() {
        var share = Share(hits: 1, total: 2)
        share += Share(hits: 2, total: 2)
        share.count(true)
        #expect(share == Share(hits: 4, total: 5))
        #expect(share.description == "80 % (38–96)")
    }
}
