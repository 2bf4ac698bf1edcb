import Foundation
import Protocols
import Testing

@testable import StepUp

/// Of what is called 90 % likely, about 90 % is true: measured on courses whose truth is known.
@Suite struct CalibrationTests {
    /// One course: true ratios to the baseline at some seconds.
    typealias Course = @Sendable (inout Seed) -> [(second: Double, ratio: Double)]

    /// The share of courses that truly pass, by the probability that was given.
    private func reliability(
        cv: Double, courses: Int, seed: UInt64, _ course: Course
    ) -> [(given: Double, right: Double, count: Int)] {
        var chance = Seed(seed)
        let edges = [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.0001]
        var bins = edges.dropLast().map { _ in (given: 0.0, right: 0.0, count: 0) }
        for _ in 0..<courses {
            let truth = course(&chance)
            let probability = odds(of: truth, cv: cv, &chance)
            guard let bin = edges.lastIndex(where: { $0 <= probability }) else { continue }
            bins[bin].given += probability
            bins[bin].right += truth.contains { $0.ratio > 2 } ? 1 : 0
            bins[bin].count += 1
        }
        return bins.map { ($0.given / Double($0.count), $0.right / Double($0.count), $0.count) }
    }

    private func odds(
        of truth: [(second: Double, ratio: Double)], cv: Double, _ chance: inout Seed
    ) -> Double {
        let sigma = Foundation.log(1 + cv * cv / 10_000).squareRoot()
        let assay = Shared(
            AssayProfile(id: "a", cv: [.init(at: nil, percent: cv)], source: "", read: ""))
        func measured(_ second: Double, _ value: Double) -> Certainty.Measured {
            let scattered = value * Foundation.exp(sigma * chance.normal())
            let digits = Int64((scattered * 1e6).rounded())
            let end = Interval.End(value: .init(digits: digits, scale: 6), isIncluded: true)
            return .init(interval: .init(lower: end, upper: end), second: second, assay: assay)
        }
        return Certainty.Evidence(
            baselines: [measured(0, 10)], joined: .last,
            draws: truth.map { measured($0.second, $0.ratio * 10) },
            isWhole: true, rule: Ground.Rule(Criterion.moreThanTwice), increase: nil,
            near: .init(from: 0.05, to: 0.95)
        ).odds.low
    }

    private static let times: [Double] = [30, 60, 90, 120]

    /// A single draw, a rise and fall, and a rise that lasts: true peaks from 1.5 to 2.8 ×, evenly
    /// on the logarithm, so that every one is near enough to be mistaken.
    private static let courses: [Course] = [
        { chance in [(30, chance.peak())] },
        { chance in
            let (peak, top) = (chance.peak(), Double.random(in: 25...60, using: &chance))
            return times.map { second in
                let since = second / top
                return (second, 1 + (peak - 1) * since * Foundation.exp(1 - since))
            }
        },
    ]

    @Test(arguments: [(0, 5.0), (0, 10.0), (1, 5.0), (1, 8.0)])
    func whatIsCalledLikelyIsTrueAsOften(_ row: (course: Int, cv: Double)) {
        for bin in reliability(cv: row.cv, courses: 1200, seed: 7, Self.courses[row.course]) {
            let scatter = (bin.given * (1 - bin.given) / Double(bin.count)).squareRoot()
            #expect((bin.given - bin.right).magnitude < 0.03 + 3 * scatter, "\(bin)")
        }
    }

    /// The worst case, a plateau of equal true values: the highest of four is believed too much,
    /// by less than it would be if each draw stood for itself (0.9 would be right in 0.55).
    @Test func onAPlateauItPromisesALittleTooMuch() {
        let plateau: Course = { chance in
            let peak = chance.peak()
            return Self.times.map { ($0, peak) }
        }
        let bins = reliability(cv: 5, courses: 1200, seed: 7, plateau)
        for bin in bins {
            let scatter = (bin.given * (1 - bin.given) / Double(bin.count)).squareRoot()
            #expect(bin.given - bin.right < 0.2 + 2 * scatter, "\(bin)")
            #expect(bin.right - bin.given < 0.05, "\(bin)")
        }
    }
}

extension Seed {
    /// A true peak ratio, evenly on the logarithm.
    fileprivate mutating func peak() -> Double {
        Foundation.exp(Double.random(in: Foundation.log(1.5)...Foundation.log(2.8), using: &self))
    }

    /// A standard normal (Box and Muller).
    fileprivate mutating func normal() -> Double {
        let radius = (-2 * Foundation.log(Double.random(in: 1e-12...1, using: &self))).squareRoot()
        return radius * Foundation.cos(2 * .pi * Double.random(in: 0...1, using: &self))
    }
}
