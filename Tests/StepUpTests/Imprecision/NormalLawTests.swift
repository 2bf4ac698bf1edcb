import Foundation
import Testing

@testable import StepUp

/// Our own arithmetic against the system's, to the last digits that matter.
@Suite struct NormalLawTests {
    private static let numbers = [1e-300, 1e-9, 0.01, 0.5, 0.999, 1, 1.001, 2, 7.3, 41, 812, 1e12]

    @Test(arguments: numbers) func logarithmsAreRight(_ number: Double) {
        #expect(
            (NormalLaw.ln(number) - Foundation.log(number)).magnitude <= 1e-15
                * max(1, Foundation.log(number).magnitude))
    }

    @Test(arguments: [-700, -50, -1, -1e-9, 0, 1e-9, 0.34, 0.35, 1, 2.5, 50, 600])
    func powersOfEAreRight(_ number: Double) {
        let (own, other) = (NormalLaw.exp(number), Foundation.exp(number))
        #expect((own / other - 1).magnitude < 1e-13 || own == 0 && other < 1e-300)
    }

    @Test(arguments: [-6.5, -3, -1.96, -1, -0.1, 0, 0.1, 0.5, 1, 1.645, 2.5, 5, 6.9])
    func sharesBelowAreRight(_ place: Double) {
        let other = Foundation.erfc(-place / 2.0.squareRoot()) / 2
        #expect((NormalLaw.below(place) - other).magnitude < 1e-14)
    }

    @Test(arguments: [0.001, 0.025, 0.05, 0.2, 0.5, 0.7, 0.95, 0.999])
    func quantilesLeadBack(_ share: Double) {
        #expect((NormalLaw.below(NormalLaw.quantile(share)) - share).magnitude < 1e-12)
    }

    @Test func farOutNothingIsLeft() {
        #expect(NormalLaw.below(-40) == 0)
        #expect(NormalLaw.below(40) == 1)
        #expect(NormalLaw.exp(-1000) == 0)
        #expect(NormalLaw.exp(1e9).isFinite)
    }
}
