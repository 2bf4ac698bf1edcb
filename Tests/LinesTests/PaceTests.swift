import Testing

@testable import Lines

struct PaceTests {
    @Test func triesSoonAndThenEveryFiveSecondsForEver() {
        var pace = Pace()
        let waits = (0..<9).map { _ in pace.slow() / .milliseconds(100) }
        #expect(waits == [1, 2, 4, 8, 16, 32, 50, 50, 50])
    }

    @Test func startsOverOnlyAfterALineThatStayedOpen() {
        var pace = Pace()
        for _ in 0..<4 { _ = pace.slow() }
        pace.restart(after: .seconds(5))
        #expect(pace.slow() == .milliseconds(1600))
        pace.restart(after: .seconds(6))
        #expect(pace.slow() == .milliseconds(100))
    }
}
