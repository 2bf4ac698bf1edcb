import Foundation
import Testing

@testable import StepUp

@Suite struct WallTimeTests {
    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
            (951_782_400_000_000_000, "2000-02-29T00:00:00.000Z"),
            (1_709_251_199_999_999_999, "2024-02-29T23:59:59.999Z"),
            (1_769_860_800_250_000_000, "2026-01-31T12:00:00.250Z"),
            (4_107_542_400_000_000_000, "2100-03-01T00:00:00.000Z"),
        ] as [(Int64, String)])
    func isShownInUniversalTime(nanoseconds: Int64, text: String) {
        #expect(WallTime(nanoseconds: nanoseconds).description == text)
    }

    @Test(arguments: [Int64.min, .max])
    func theEndsOfItsRangeAreShownWithoutACrash(nanoseconds: Int64) {
        #expect(WallTime(nanoseconds: nanoseconds).description.count == 24)
    }

    @Test func agreesWithTheSystemsCalendar() {
        let format = ISO8601DateFormatter()
        format.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
        var dice = Dice(seed: 7)
        for _ in 0..<500 {
            let seconds = dice.below(8_000_000_000) - 4_000_000_000
            let date = Date(timeIntervalSince1970: Double(seconds))
            let shown = WallTime(nanoseconds: Int64(seconds) * 1_000_000_000).description
            #expect(shown == format.string(from: date))
        }
    }

    @Test func isStoredToTheNanosecond() throws {
        let time = WallTime(nanoseconds: 1_769_860_800_123_456_789)
        let stored = try JSONEncoder().encode([time])
        #expect(try JSONDecoder().decode([WallTime].self, from: stored) == [time])
    }
}
