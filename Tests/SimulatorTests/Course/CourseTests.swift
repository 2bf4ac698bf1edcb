import StepUp
import Testing

@testable import Simulator

@Suite struct CourseTests {
    @Test func stepsUpAfterRHAInRHVForATumourInSegment6() throws {
        let course = try Imagined.course()
        #expect(course.trueRatio(site: "RHA", vein: "RHV") > 2.5)
        #expect(course.trueRatio(site: "RHA", vein: "LHV") < 1.8)
        #expect(course.trueRatio(site: "LHA", vein: "RHV") < 1.5)
        #expect(course.trueRatio(site: "LHA", vein: "LHV") < 1.5)
    }

    @Test func stepsUpAfterLHAInLHVForATumourInSegment3() throws {
        let course = try Imagined.course([.init(region: "S3", secretion: 6000, gain: 8)])
        #expect(course.trueRatio(site: "LHA", vein: "LHV") > 2.5)
        #expect(course.trueRatio(site: "RHA", vein: "LHV") < 1.5)
        #expect(course.trueRatio(site: "LHA", vein: "RHV") < 1.8)
    }

    @Test func stepsUpInAllVeinsAlikeForATumourInThePancreaticTail() throws {
        let course = try Imagined.course([.init(region: "tail", secretion: 9000, gain: 7)])
        let ratios = ["RHV", "MHV", "LHV"].map { course.trueRatio(site: "SPA", vein: $0) }
        #expect(ratios.allSatisfy { $0 > 2.2 })
        #expect((ratios.max() ?? 9) / (ratios.min() ?? 1) < 1.25)
        #expect(course.trueRatio(site: "RHA", vein: "RHV") < 1.5)
    }

    @Test func leavesHealthyIsletsBelowTwice() throws {
        let course = try Imagined.course([])
        for site in ["GDA", "SMA", "SPA"] {
            let ratio = course.trueRatio(site: site, vein: "RHV")
            #expect((1.1..<1.9).contains(ratio), "\(site): \(ratio)")
        }
        #expect(course.trueRatio(site: "RHA", vein: "RHV") < 1.2)
    }

    @Test func isTheSameForTheSameSeedAndAnotherForAnother() throws {
        let (one, again) = (try Imagined.course(seed: 5), try Imagined.course(seed: 5))
        let other = try Imagined.course(seed: 6)
        #expect(one.tubes == again.tubes)
        #expect(one.reports.map(\.report) == again.reports.map(\.report))
        #expect(one.marks.map(\.mark) == again.marks.map(\.mark))
        #expect(one.tubes != other.tubes)
    }

    @Test func reportsEveryTubeOnceInOrderAndAfterItWasDrawn() throws {
        let course = try Imagined.course()
        #expect(course.tubes.count == 5 * 3 * 5)
        #expect(Set(course.tubes.map(\.specimen)).count == course.tubes.count)
        #expect(Set(course.reports.map(\.report.tube)) == Set(course.tubes.indices))
        #expect(zip(course.reports, course.reports.dropFirst()).allSatisfy { $0.time <= $1.time })
        for (time, report) in course.reports {
            #expect(time >= course.tubes[report.tube].drawn + 420 + 900 - 1)
        }
    }

    @Test func closesWhenEverythingIsReported() throws {
        let course = try Imagined.course()
        let last = try #require(course.marks.last)
        #expect(last.mark.action == .close)
        #expect(last.time > (course.reports.last?.time ?? .infinity))
    }

    @Test func namesWhatDoesNotFit() throws {
        var plan = Imagined.plan()
        plan.veins.append(.init(id: "IRHV", name: "accessory"))
        #expect(throws: ScenarioProblem("the plan samples IRHV: give its flow under 'veins'")) {
            try Imagined.course(plan: plan)
        }
        #expect(throws: ScenarioProblem("a tumour sits in 'S9', which is no region")) {
            try Imagined.course([.init(region: "S9", secretion: 1, gain: 1)])
        }
    }

    @Test func followsThePatientsOwnArteriesBeforeTheHints() throws {
        let course = try Imagined.course { $0.body.feeds = ["GDA": ["S6": 0.5], "RHA": [:]] }
        #expect(course.trueRatio(site: "GDA", vein: "RHV") > 2.5)
        #expect(course.trueRatio(site: "RHA", vein: "RHV") < 1.5)
    }
}
