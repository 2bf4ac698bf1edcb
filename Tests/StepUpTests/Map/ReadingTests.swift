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
        (Findings(["RHA": "+++", "GDA": "+++", "SPA": "+++"]), .unclear),
        (Findings(["RHA": "+++", "LHA": "+++", "PHA": "+++"]), .hepatic),
    ]) func theWholeInOneWord(_ row: (findings: Findings, kind: MapNews.Reading.Kind)) {
        #expect(row.findings.map.reading.kind == row.kind)
    }

    @Test func namesTheRegionsAndTheStrongestEvidence() {
        let reading = Findings(["LHA": "--+", "RHA": "+--", "GDA": "---"]).map.reading
        #expect(
            reading.text
                == "Step-up in the liver: S2, S6, S7, S8; strongest after RHA in RHV.")
        #expect(reading.regions == ["S2", "S6", "S7", "S8"])
        #expect(reading.final)
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
            #expect(text.filter { $0 == "." }.count == 1)
            #expect(text.hasSuffix("."))
        }
    }

    @Test func beforeAnythingWasJudgedItIsIncomplete() {
        let map = Anatomy.small.map(of: [], plan: .insulin())
        #expect(map.reading.kind == .incomplete)
        #expect(map.regions.allSatisfy { $0.state == .notExamined })
    }
}
