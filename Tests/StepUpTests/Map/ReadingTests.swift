import Testing

@testable import StepUp

@Suite struct ReadingTests {
    @Test(arguments: [
        (Findings(["RHA": "+--", "GDA": "---"]), MapNews.Reading.Kind.hepatic),
        (Findings(["RHA": "---", "GDA": "+++"]), .pancreatic),
        (Findings(["RHA": "+--", "GDA": "+++", "LHA": "---"]), .both),
        (Findings(["RHA": "---", "GDA": "---"]), .noStepUp),
        (Findings(["RHA": "--?", "GDA": "---"]), .unclear),
        (Findings(["RHA": "xxx", "GDA": "---"]), .unclear),
        (Findings(["RHA": "---", "GDA": "---", "SPA": "--."]), .incomplete),
        (Findings(["RHA": "---", "GDA": "ooo"]), .incomplete),
        (Findings(["RHA": "+--", "GDA": "ooo"]), .hepatic),
        (Findings(["RHA": "+++", "GDA": "+++", "SPA": "+++"]), .diffuse),
        (Findings(["RHA": "++-", "GDA": "+++", "SPA": "+++"]), .diffuse),
        (Findings(["RHA": "+++", "LHA": "+++", "PHA": "+++"]), .diffuse),
        (Findings(["RHA": "++-", "LHA": "--+", "PHA": "+++"]), .hepatic),
        (Findings(["GDA": "+++", "SPA": "+++", "CHA": "+++"]), .diffuse),
        (Findings(["GDA": "+++", "SPA": "+++"]), .pancreatic),
    ]) func theWholeInOneWord(_ row: (findings: Findings, kind: MapNews.Reading.Kind)) {
        #expect(row.findings.map.reading.kind == row.kind)
    }

    @Test func namesTheRegionsAndTheStrongestEvidence() {
        let reading = Findings(["LHA": "--+", "RHA": "^--", "GDA": "---"]).map.reading
        #expect(
            reading.text
                == "Step-up in the liver: S2, S6, S7, S8; strongest after RHA in RHV.")
        #expect(reading.regions == ["S2", "S6", "S7", "S8"])
        #expect(reading.final)
        #expect(reading.territories == ["RHA", "LHA"])
        #expect(reading.dominant == "RHA")
        #expect(reading.doubts == [])
    }

    @Test func severalTerritoriesWithoutADominantOneAreNotClear() {
        let reading = Findings(["LHA": "--+", "RHA": "+--", "GDA": "---"]).map.reading
        #expect(reading.kind == .hepatic)
        #expect(reading.dominant == nil)
        #expect(reading.doubts == ["no territory dominates by ×2 (RHA ×4.2, LHA ×4.1)"])
        #expect(
            reading.text
                == "Step-up in the liver: S2, S6, S7, S8; strongest after RHA in RHV; not clear: "
                + "no territory dominates by ×2 (RHA ×4.2, LHA ×4.1).")
    }

    @Test(arguments: [(2.0, nil), (1.02, "RHA"), (1.0, "RHA"), (3.0, nil)] as [(Double, String?)])
    func theMarginIsTheAnatomysOwn(_ row: (margin: Double, dominant: String?)) {
        var anatomy = Anatomy.small
        anatomy.margins.dominance = row.margin
        let findings = Findings(["LHA": "--+", "RHA": "+--", "GDA": "---"], on: anatomy)
        #expect(findings.map.reading.dominant == row.dominant)
    }

    @Test func whatHasNoLimitIsDominatedByNothing() {
        #expect(Findings(["LHA": "--+", "RHA": ">--"]).map.reading.dominant == nil)
        #expect(Findings(["LHA": "--^", "RHA": ">--"]).map.reading.dominant == nil)
        #expect(Findings(["LHA": "---", "RHA": ">--"]).map.reading.dominant == "RHA")
    }

    @Test func liverAndPancreasAreNamedApart() {
        let reading = Findings(["RHA": "+--", "GDA": "+++", "LHA": "---"]).map.reading
        #expect(reading.text.hasPrefix("Step-up in liver and pancreas: S6, S7, S8; head;"))
    }

    @Test func isProvisionalUntilEverySiteAndVeinIsJudgedForGood() {
        let findings = Findings(["RHA": "+--", "GDA": "---"])
        #expect(findings.map.reading.final)
        for index in findings.verdicts.indices {
            var fewer = findings.verdicts
            fewer.remove(at: index)
            let reading = Anatomy.small.map(of: fewer, plan: findings.plan).reading
            #expect(!reading.final)
            let isSaid = reading.text.hasSuffix("provisional, more is to come.")
            #expect(isSaid != (reading.kind == .incomplete))
        }
    }

    @Test func neverSaysThatThereIsNoTumour() {
        let reading = Findings(["RHA": "---", "LHA": "---"]).map.reading
        #expect(reading.text == "No step-up detected at RHA, LHA.")
        #expect(reading.kind.rawValue == "no-step-up-detected")
    }

    @Test func saysWhatIsOpenBesideAStepUp() {
        let reading = Findings(["RHA": "+-?", "GDA": "-x-"]).map.reading
        #expect(reading.text.contains("open: RHA (LHV), GDA (MHV)"))
    }

    @Test func oneReadingIsOneSentence() {
        for row in ["+++", "---", "+-?", "...", "xxx", "ooo", "+.o"] {
            let text = Findings(["RHA": row, "GDA": "--+", "odd": row]).map.reading.text
            #expect(text.replacing(#/[0-9]\.[0-9]/#, with: "").filter { $0 == "." }.count == 1)
            #expect(text.hasSuffix("."))
        }
    }

    @Test func beforeAnythingWasJudgedItIsIncomplete() {
        let map = Anatomy.small.map(of: [], plan: .insulin())
        #expect(map.reading.kind == .incomplete)
        #expect(map.regions.allSatisfy { $0.state == .notExamined })
    }
}
