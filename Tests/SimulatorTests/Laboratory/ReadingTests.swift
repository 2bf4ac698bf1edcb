import Protocols
import Testing

@testable import Simulator

@Suite struct ReadingTests {
    private let assay = Scenario.Assay(
        cv: 0.04, blank: 0.05, from: 0.2, to: 300, dilution: 10)

    private func texts(_ truth: Double, dilution: Int = 1) -> [String] {
        (0..<UInt64(200)).map { seed in
            var chance = Chance(seed: seed, purpose: "reading")
            let reading = assay.reading(of: truth, dilution: dilution, chance: &chance)
            return (reading.bound?.rawValue ?? "") + String(reading.value)
        }
    }

    @Test func printsTheLimitsOutsideTheRange() {
        #expect(Set(texts(0)).contains("<0.2"))
        #expect(Set(texts(1000)) == [">300.0"])
        #expect(Set(texts(9000, dilution: 10)) == [">3000.0"])
    }

    @Test func isAsImpreciseAsItsCoefficientSays() {
        let values = texts(100).compactMap(Double.init)
        let mean = values.reduce(0, +) / 200
        let spread = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 199).squareRoot()
        #expect(values.count == 200)
        #expect(abs(mean - 100) < 1)
        #expect((3.2...4.8).contains(spread))
    }
}
