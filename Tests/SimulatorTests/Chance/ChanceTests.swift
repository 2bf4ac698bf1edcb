import Testing

@testable import Simulator

@Suite struct ChanceTests {
    /// Computed from the published algorithm, state 0: the first three numbers of SplitMix64.
    @Test func followsThePublishedAlgorithm() {
        var chance = Chance(seed: 0, purpose: "")
        #expect(chance.next() == 0xE220_A839_7B1D_CDAF)
        #expect(chance.next() == 0x6E78_9E6A_A1B9_65F4)
        #expect(chance.next() == 0x06C4_5D18_8009_454F)
    }

    @Test func givesEachPurposeAStreamOfItsOwn() {
        var hands = Chance(seed: 7, purpose: "hands")
        var again = Chance(seed: 7, purpose: "hands")
        var assay = Chance(seed: 7, purpose: "assay")
        let numbers = (0..<8).map { _ in hands.next() }
        #expect(numbers == (0..<8).map { _ in again.next() })
        #expect(numbers != (0..<8).map { _ in assay.next() })
    }

    @Test func noTwoPurposesOrSeedsShareAStream() {
        var firsts: Set<UInt64> = []
        for seed in 0..<4 as Range<UInt64> {
            for number in 0..<5000 {
                var chance = Chance(seed: seed, purpose: "procedure \(number)")
                firsts.insert(chance.next())
            }
        }
        #expect(firsts.count == 4 * 5000)
    }

    @Test func isNearlyNormal() {
        var chance = Chance(seed: 1, purpose: "normal")
        let numbers = (0..<20_000).map { _ in chance.normal() }
        let mean = numbers.reduce(0, +) / 20_000
        let variance = numbers.reduce(0) { $0 + $1 * $1 } / 20_000 - mean * mean
        #expect(abs(mean) < 0.03)
        #expect(abs(variance - 1) < 0.05)
    }
}
