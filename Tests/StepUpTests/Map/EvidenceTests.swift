import Foundation
import Testing

@testable import StepUp

/// What stands behind each region: everything that could see it.
@Suite struct EvidenceTests {
    private func brief(_ region: MapNews.Region) -> [String] {
        region.evidence.map { "\($0.site)/\($0.vein) \($0.says)" }
    }

    @Test func everyInjectionAndVeinThatCouldSeeARegionIsListed() {
        let map = Findings(["PHA": "++-", "RHA": "+.-", "A8": "-?-", "GDA": "---"]).map
        let segment = map.regions[4]
        #expect(segment.region == "S8")
        #expect(
            brief(segment) == [
                "PHA/RHV explained", "PHA/MHV for", "RHA/RHV explained", "RHA/MHV open",
                "A8/RHV against", "A8/MHV open",
            ])
    }

    @Test func whatCannotSeeARegionIsNotListed() {
        let map = Findings(["RHA": "+++", "LHA": "---", "GDA": "---"]).map
        #expect(brief(map.regions[0]) == ["LHA/LHV against"])
        #expect(brief(map.regions[5]) == ["GDA/RHV against", "GDA/MHV against", "GDA/LHV against"])
    }

    @Test func anInjectionThatDidNotBeginSaysNothing() {
        #expect(Findings(["RHA": "ooo"]).map.regions.allSatisfy { $0.evidence.isEmpty })
    }

    @Test func whatNothingPlannedCanSeeIsSaidApartFromWhatIsToCome() {
        let findings = Findings(["RHA": "ooo"])
        #expect(
            findings.map.regions[4].reason == "No injection and sampled vein inform it so far.")
        #expect(
            findings.map.regions[0].reason
                == "No planned injection and sampled vein can inform it.")
    }

    @Test func aBranchWithoutStepUpExplainsWhereATrunksRiseComesFrom() {
        let segment = Findings(["RHA": "+--", "A8": "---"]).map.regions[4]
        #expect(segment.state == .notProducing)
        #expect(
            segment.reason
                == "No step-up after RHA (MHV), A8 (RHV, MHV); RHA → RHV ×4.1 at 60 s comes from "
                + "elsewhere.")
    }

    @Test(arguments: [
        (4.1, "×4.1"), (4, "×4"), (2.04, "×2.04"), (2.0004, "×2.0004"), (3.96, "×3.96"),
        (12.34, "×12.3"), (0.98, "×0.98"), (2.00001, "×2"),
    ]) func aRatioNeverLooksLikeAWholeNumberThatItIsNot(_ row: (ratio: Double, words: String)) {
        #expect(row.ratio.timesWords == row.words)
    }

    @Test func aStatementWritesEveryKey() throws {
        let statement = MapNews.Statement(
            injection: 1, site: "RHA", vein: "RHV", says: "open", ratio: 25.0 / 9, second: nil,
            why: nil)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(
            String(decoding: try encoder.encode(statement), as: UTF8.self) == """
                {"injection":1,"ratio":2.7778,"says":"open","second":null,"site":"RHA",\
                "vein":"RHV","why":null}
                """)
    }
}
