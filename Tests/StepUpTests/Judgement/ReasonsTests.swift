import Testing

@testable import StepUp

@Suite struct ReasonsTests {
    @Test(arguments: [
        ("10.0", "41.0", "41.0 at 30 s is 4.1 × the baseline 10.0 uU/mL"),
        ("10", "12", "12 at 30 s is 1.2 × the baseline 10 uU/mL"),
        ("20", ">300", ">300 at 30 s is more than 15 × the baseline 20 uU/mL"),
        ("20", ">=300", ">=300 at 30 s is at least 15 × the baseline 20 uU/mL"),
        ("<2", "10", "10 at 30 s is more than 5 × the baseline <2 uU/mL"),
        ("20", "<10", "<10 at 30 s is less than 0.5 × the baseline 20 uU/mL"),
        (">300", "400", "400 at 30 s is less than 1.33 × the baseline >300 uU/mL"),
        ("1000", "4", "4 at 30 s is 0.004 × the baseline 1000 uU/mL"),
        ("1000", "0", "0 at 30 s is 0 × the baseline 1000 uU/mL"),
        ("<=2", "<2", "<2 at 30 s could be any multiple of the baseline <=2 uU/mL"),
    ]) func theRiseIsOneSentence(_ row: (baseline: String, peak: String, sentence: String)) {
        let reasons = Samples([0: row.baseline, 30: row.peak]).verdict().reasons
        #expect(reasons.first == row.sentence + " (rule: more than 2 ×).")
    }

    @Test func numbersThatWerePaddedWithBlanksAreShownWithoutThem() {
        #expect("16.9 ".withoutBlanks == "16.9")
        #expect(" < 2 ".withoutBlanks == "< 2")
        #expect(">300".withoutBlanks == ">300")
    }

    @Test func boundsThatDecideNothingAreSaid() {
        let sentence = "Whether the rise is more than 2 × stays open: the results are bounds."
        #expect(Samples([0: "200", 30: ">300"]).verdict().reasons.contains(sentence))
        #expect(!Samples([0: "20", 30: ">300"]).verdict().reasons.contains(sentence))
    }

    @Test func aResultWithoutAUnitLeavesNoDoubleBlank() {
        let reasons = Samples([0: "10", 30: "41"], unit: "").verdict().reasons
        #expect(reasons.first == "41 at 30 s is 4.1 × the baseline 10 (rule: more than 2 ×).")
        #expect(reasons.contains("Results have no unit, the plan expects uU/mL."))
    }

    @Test(arguments: [
        (0.0, "0"), (-120, "\u{2212}120"), (41.5, "41.5"), (59.96, "60"), (-0.04, "0"),
        (1e12, "1000000000000.0"),
    ]) func secondsAreToATenth(_ row: (second: Double, words: String)) {
        #expect(row.second.secondWords == row.words)
    }

    @Test func everyReasonIsASentence() {
        for seed in 1...300 as ClosedRange<UInt64> {
            var chance = Seed(seed)
            for reason in Samples(random: &chance).verdict().reasons {
                #expect(reason.hasSuffix("."))
                #expect(!reason.contains("  "))
            }
        }
    }
}
