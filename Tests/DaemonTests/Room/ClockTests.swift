import Foundation
import StepUp
import Testing

@testable import Daemon

@Suite struct ClockTests {
    @Test func aDrivenClockMovesOnlyWhenTold() {
        let clock = DrivenClock(time: .seconds(1), wall: WallTime(nanoseconds: 100))
        clock.advance(by: .nanoseconds(5))
        #expect(
            clock.now == Instant(time: .seconds(1) + .nanoseconds(5), wall: .init(nanoseconds: 105))
        )
        #expect(clock.remaining(until: .seconds(2)) == .nanoseconds(999_999_995))
        #expect(clock.remaining(until: .zero) == .zero)
    }

    @Test func aPacedClockRunsFaster() {
        let start = Instant(time: .seconds(100), wall: WallTime(nanoseconds: 0))
        let clock = PacedClock(from: start, pace: 1000)
        let wait = clock.remaining(until: .seconds(1100))
        #expect(wait <= .seconds(1))
        #expect(clock.now.time >= .seconds(100))
    }

    @Test func goesOnAcrossRestartsOfTheProgram() throws {
        let folder = try Folder()
        let path = folder.file("j.sqlite")
        let early: Duration
        do {
            let journal = try Journal(path: path, program: "1")
            let clock = try BootClock(journal: journal)
            #expect(clock.now.time < .seconds(5))
            early = clock.now.time
        }
        let clock = try BootClock(journal: try Journal(path: path, program: "1"))
        #expect(clock.now.time > early)
        #expect(clock.now.time < .seconds(10))
    }

    @Test func isCarriedOnByTheWallClockAfterAReboot() throws {
        let folder = try Folder()
        let journal = try Journal(path: folder.file("j.sqlite"), program: "1")
        let wall = Int64(Date().timeIntervalSince1970 * 1e9) - 3_600_000_000_000
        try journal.append([
            Moment(number: 1, time: .seconds(50), wall: .init(nanoseconds: wall), event: .due)
        ])
        let clock = try BootClock(journal: journal)
        #expect(clock.now.time > .seconds(3649))
        #expect(clock.now.time < .seconds(3700))
    }

    @Test func neverRunsBackwardsWhenTheWallClockWasSetBack() throws {
        let folder = try Folder()
        let journal = try Journal(path: folder.file("j.sqlite"), program: "1")
        let wall = Int64(Date().timeIntervalSince1970 * 1e9) + 3_600_000_000_000
        try journal.append([
            Moment(number: 1, time: .seconds(50), wall: .init(nanoseconds: wall), event: .due)
        ])
        #expect(try BootClock(journal: journal).now.time >= .seconds(50))
    }
}
