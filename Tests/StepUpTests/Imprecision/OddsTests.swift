import Foundation
import Protocols
import Testing

@testable import StepUp

/// The probability of single verdicts.
@Suite struct OddsTests {
    private func verdict(
        _ values: KeyValuePairs<Int, String>, cv: Double = 5, unit: String = "uU/mL",
        _ change: (inout Samples) -> Void = { _ in }
    ) -> VerdictNews {
        var samples = Samples(values, unit: unit)
        var assay = AssayProfile(
            id: "insulin", cv: [.init(at: nil, percent: cv)], source: "", read: "")
        assay.near = .init(from: 0.05, to: 0.95)
        for index in samples.tubes.indices { samples.tubes[index].assay = Shared(assay) }
        change(&samples)
        return samples.verdict()
    }

    /// With one draw it is Φ of the distance to the threshold over the scatter of both results.
    @Test(arguments: [("20", 0.5), ("22", nil), ("25", nil), ("17", nil)])
    func oneDrawIsTheNormalLawOfItsLogarithm(_ row: (peak: String, odds: Double?)) throws {
        let odds = try #require(verdict([0: "10", 30: row.peak]).certainty.odds)
        let scatter = (2 * Foundation.log(1 + 0.05 * 0.05)).squareRoot()
        let ratio = try #require(Double(row.peak)) / 10
        let expected = Foundation.erfc(-Foundation.log(ratio / 2) / scatter / 2.0.squareRoot()) / 2
        #expect((odds.low - (row.odds ?? expected)).magnitude < 0.005)
        #expect(odds.high == odds.low)
    }

    @Test func aClearStepUpIsNearlyCertainAndSaysSo() {
        let verdict = verdict([0: "10", 30: "41", 60: "30"])
        #expect(
            verdict.certainty.words(verdict.certainty.odds)
                == "more than 99 % likely that the true rise is more than 2 ×, "
                + "by the imprecision of insulin (CV 5 %).")
        #expect(verdict.certainty.odds?.near == false)
    }

    @Test func nearTheThresholdItSaysHowManyMoreMeasurementsWouldSettleIt() throws {
        let odds = try #require(verdict([0: "10", 30: "21.5"]).certainty.odds)
        #expect(odds.near)
        let more = try #require(odds.settles)
        // As many measurements again shrink the scatter of a mean: the same ratio, settled.
        let shrunk = { (count: Int) in 5 / Double(count + 1).squareRoot() }
        let settled = try #require(verdict([0: "10", 30: "21.5"], cv: shrunk(more)).certainty.odds)
        #expect(!settled.near)
        let before = try #require(
            verdict([0: "10", 30: "21.5"], cv: shrunk(more - 1)).certainty.odds)
        #expect(before.near)
    }

    @Test func exactlyAtTheThresholdNothingSettlesIt() {
        let verdict = verdict([0: "10", 30: "20"])
        #expect(verdict.certainty.odds?.settles == nil)
        #expect(
            verdict.certainty.words(verdict.certainty.odds)?.hasSuffix("near the threshold.")
                == true)
    }

    @Test func aBoundLeavesARangeOfProbabilities() throws {
        let proven = try #require(verdict([0: "10", 30: ">300"]).certainty.odds)
        #expect(proven.low > 0.99)
        #expect(proven.high == 1)
        let open = try #require(verdict([0: "<10", 30: "8"]).certainty.odds)
        #expect(open.low < 0.01)
        #expect(open.high == 1)
        #expect(!open.near)
        let atTheBound = verdict([0: "149.9", 30: ">300"])
        #expect(atTheBound.state == .stepUp)
        #expect(atTheBound.certainty.odds?.near == true)
        let words = atTheBound.certainty.words(atTheBound.certainty.odds) ?? ""
        #expect(words.prefix(20) == "At least 50 % likely")
    }

    @Test func aDrawThatIsAwaitedOrMissingCouldBeHigher() throws {
        for other in ["?", "x"] {
            let verdict = verdict([0: "10", 30: "12", 60: other])
            let odds = try #require(verdict.certainty.odds)
            #expect(odds.low < 0.01)
            #expect(odds.high == 1)
            #expect(
                verdict.certainty.words(odds)?.hasPrefix("So far it is less than 1 % likely")
                    == true)
        }
    }

    @Test func aHighestOfManyEqualDrawsIsNotBelievedMoreThanOne() throws {
        let one = try #require(verdict([0: "10", 30: "19"]).certainty.odds)
        let five = try #require(
            verdict([0: "10", 20: "19", 40: "19", 60: "19", 80: "19", 100: "19"]).certainty.odds)
        #expect(five.low < one.low + 0.1)
    }

    @Test func aRiseInConcentrationIsWeighedInItsUnit() throws {
        func odds(_ peak: String, _ needs: Criterion.Needs) throws -> Double {
            let odds = verdict([0: "100", 30: peak]) { samples in
                samples.criterion.ratio = ExactDecimal(digits: 12, scale: 1)
                samples.criterion.rise = .init(
                    by: ExactDecimal(digits: 80, scale: 0), unit: "uU/mL", strict: true)
                samples.criterion.needs = needs
            }.certainty.odds
            return try #require(odds).low
        }
        #expect((try odds("180", .all) - 0.5).magnitude < 0.02)
        #expect(try odds("180", .any) > 0.99)
        #expect(try odds("110", .all) < 0.01)
        #expect(try odds("250", .all) > 0.99)
    }

    @Test func aMeanOfTwoBaselinesScattersLessThanOne() throws {
        func odds(_ rule: Criterion.Baseline) throws -> Double {
            let odds = verdict([-120: "10", 0: "10", 30: "22"]) { $0.criterion.baseline = rule }
                .certainty.odds
            return try #require(odds).low
        }
        #expect(try odds(.mean) > odds(.last))
        #expect(try odds(.highest) < odds(.last))
    }

    @Test func whereNothingCanBeSaidItSaysWhy() {
        func words(_ change: (inout Samples) -> Void) -> String? {
            let verdict = verdict([0: "10", 30: "41"], change)
            return verdict.certainty.words(verdict.certainty.odds)
        }
        #expect(words { $0.tubes[1].assay = nil }?.contains("nothing is known") == true)
        #expect(words { $0.tubes[1].line = "B" }?.contains("bias") == true)
        let contest = words {
            $0.criterion.decides = .highest
            var rival = Samples([0: "10", 30: "?"])
            rival.criterion = $0.criterion
            $0.contenders = [rival.contender("LHA")]
        }
        #expect(contest?.contains("highest site") == true)
        #expect(words { $0.criterion.ratio = nil }?.contains("no verdict") == true)
        #expect(words { $0.tubes[1].fate = .awaited } == nil)
        let rise = words {
            $0.criterion.rise = .init(
                by: ExactDecimal(digits: 80, scale: 0), unit: "pg/mL", strict: true)
        }
        #expect(rise?.contains("another unit") == true)
    }

    @Test func theScatterFollowsTheConcentration() {
        var assay = AssayProfile(id: "a", cv: [], source: "", read: "")
        assay.cv = [
            .init(at: ExactDecimal(digits: 1, scale: 0), percent: 10),
            .init(at: ExactDecimal(digits: 100, scale: 0), percent: 4),
        ]
        #expect(assay.percent(at: 0.5) == 10)
        #expect((assay.percent(at: 10) - 7).magnitude < 1e-9)
        #expect(assay.percent(at: 100) == 4)
        #expect(assay.percent(at: 900) == 4)
    }
}
