import Protocols
import Settings
import StepUp
import Testing

@testable import Simulator

/// Each maker's habits are data of its dialect file, and the list of dialects names them.
@Suite struct HabitsTests {
    @Test(arguments: [
        ("roche-cobas-e411", "frames cut at 240 characters"),
        ("siemens-centaur-xp", "frames cut at 240 characters"),
        ("roche-cobas-c311", "the whole message in one frame"),
        ("roche-cobas-c111", "ETB behind whole records"),
        ("abbott-architect", "3 result records a test"),
        ("beckman-access-2", "an old result again after every 11"),
        ("beckman-dxi", "no terminator record"),
        ("siemens-immulite", "frame numbers go from 7 to 1"),
        ("snibe-maglumi", "ETX and EOT in one go"),
        ("biomerieux-vidas-pc", "nothing behind the check sum"),
        ("euroimmun", "lines end with LF alone"),
    ])
    func theHabitIsSetInTheDialectFile(dialect: String, habit: String) throws {
        let shipped = try #require(try Catalogue().dialects()[dialect])
        #expect(shipped.habits.contains(habit))
    }

    @Test func aHabitThatNoShippedDialectHasIsNamedAsWell() {
        var dialect = Dialect(name: "plain", title: "By the standard")
        #expect(dialect.habits == ["read only"])
        dialect.writes = try? Catalogue().dialects()["generic-e1394"]?.writes
        dialect.link.joinsEnds = true
        dialect.link.returnBeforeEnd = false
        dialect.link.trailer = .none
        #expect(
            dialect.habits.prefix(3) == [
                "no CR before ETX", "no CR LF behind the check sum",
                "EOT and the next ENQ in one go",
            ])
    }

    @Test func oldResultsComeAgainAndAreKnownAsSuch() throws {
        let script = try Script(
            scenario: "no-step-up", dialect: "snibe-maglumi", catalogue: Catalogue())
        let course = try script.course(seed: 1, procedure: "SIM")
        let simulation = try Simulation(course: course, dialect: script.dialect)
        let ordeal = Ordeal(simulation, dialect: script.dialect, cut: .whole, seed: 1)
        let repeats = ordeal.told.filter { $0.isRepeat }
        #expect(repeats.count == (course.reports.count - 1) / 6)
        #expect(ordeal.told.count - repeats.count == course.reports.count)
    }
}
