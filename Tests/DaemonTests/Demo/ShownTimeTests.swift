import Simulator
import StepUp
import Testing

@testable import Daemon

@Suite struct ShownTimeTests {
    private let start = WallTime(nanoseconds: 1_000_000_000_000)
    private let later = WallTime(nanoseconds: 1_900_000_000_000)

    @Test func beginsWhereItIsTold() {
        #expect(ShownTime(pace: .max, from: start).now == start)
    }

    @Test func neverRunsPastWhatComesNext() {
        let clock = ShownTime(pace: .times(1_000_000))
        clock.show(start, until: later)
        var last = start.nanoseconds
        while last < later.nanoseconds {
            let now = clock.now.nanoseconds
            #expect(now >= last && now <= later.nanoseconds)
            last = now
        }
        #expect(clock.now == later)
    }

    @Test func standsWhereNothingComesAnyMore() {
        let clock = ShownTime(pace: .times(1_000_000))
        clock.show(later, until: later)
        #expect(clock.now == later)
        // A wall clock that was set back: the moment that comes next bears an earlier time.
        clock.show(later, until: start)
        #expect(clock.now == later)
    }
}
