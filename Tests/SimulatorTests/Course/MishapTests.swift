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

    /// The place whose label the tube of MHV at 60 s bears, and the tube that bears its label.
    private func labels(_ kind: Scenario.Mishap.Kind) throws -> [String] {
        let course = try course(kind)
        func specimen(measured tube: Int) -> String? {
            course.reports.first { $0.report.tube == tube }?.report.specimen
        }
        let here = try #require(course.tubes.firstIndex { $0.place == place })
        let there = try #require(
            course.tubes.indices.first { specimen(measured: $0) == course.tubes[here].specimen })
        return [try #require(specimen(measured: here)), course.tubes[there].specimen]
    }

    @Test(arguments: [
        (Scenario.Mishap.Kind.exchanged, "R1-01-MHV-090"), (.misplaced, "R1-02-MHV-060"),
    ]) func twoTubesBearEachOthersLabels(_ row: (kind: Scenario.Mishap.Kind, other: String)) throws
    {
        #expect(try labels(row.kind) == [row.other, row.other])
    }

    @Test func aLateTubeIsDrawnLateAndMarkedSo() throws {
        let course = try course(.late)
        let tube = try #require(course.tubes.first { $0.place == place })
        #expect(tube.actual > 74)
        #expect(actions(course).contains(.draw(specimen: tube.specimen, place: place)))
    }

    @Test func aHurriedInjectionDoesNotWait() throws {
        func zero(_ course: Course) -> Double? {
            course.marks.first {
                if case .injection(_, 2) = $0.mark.action { true } else { false }
            }?.time
        }
        let calm = try #require(zero(try course(.unmarked)))
        let hurried = try Imagined.course {
            $0.mishaps = [.init(kind: .hurried, injection: 2, vein: "MHV", second: 60)]
        }
        #expect(try #require(zero(hurried)) < calm - 60)
    }
}
