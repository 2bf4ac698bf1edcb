import StepUp
import Testing

@testable import Simulator

@Suite struct MishapTests {
    private let place = Mark.Place(injection: 1, vein: "MHV", second: 60)

    private func course(_ kind: Scenario.Mishap.Kind) throws -> Course {
        try Imagined.course {
            $0.mishaps = [.init(kind: kind, injection: 1, vein: "MHV", second: 60)]
        }
    }

    private func actions(_ course: Course) -> [Mark.Action] { course.marks.map(\.mark.action) }

    @Test func aBrokenTubeGivesNoResultAndIsVoided() throws {
        let course = try course(.broken)
        #expect(!course.reports.contains { $0.report.specimen == "R1-01-MHV-060" })
        #expect(actions(course).contains(.void(specimen: "R1-01-MHV-060", reason: "tube broken")))
    }

    @Test func aMistypedIDIsReportedAsTypedAndAssignedAfterItsResult() throws {
        let course = try course(.mistyped)
        let report = try #require(course.reports.first { $0.report.specimen == "R1-01-MHV-006" })
        let mark = try #require(
            course.marks.first {
                if case .assign("R1-01-MHV-006", place, _) = $0.mark.action { true } else { false }
            })
        #expect(mark.time > report.time)
    }

    @Test func anUnmarkedDrawIsMeasuredAllTheSame() throws {
        let course = try course(.unmarked)
        let draw = Mark.Action.draw(specimen: "R1-01-MHV-060", place: place)
        #expect(!actions(course).contains(draw))
        #expect(course.reports.contains { $0.report.specimen == "R1-01-MHV-060" })
    }

    @Test func haemolysisLowersTheResultAndNotTheTruth() throws {
        let course = try course(.haemolysed)
        let report = try #require(course.reports.first { $0.report.specimen == "R1-01-MHV-060" })
        let truth = course.tubes[report.report.tube].truth
        #expect(report.report.value < 0.4 * truth)
        #expect(actions(course).contains(.void(specimen: "R1-01-MHV-060", reason: "haemolysed")))
    }
}
