import Protocols
import Testing

@testable import StepUp

/// What must hold for any tubes at all; every case is a seed.
@Suite struct PropertyTests {
    @Test(arguments: 1...300) func theOrderOfTheTubesDoesNotMatter(_ seed: UInt64) {
        var chance = Seed(seed)
        var samples = Samples(random: &chance)
        let verdict = samples.verdict()
        for _ in 1...5 {
            samples.tubes.shuffle(using: &chance)
            #expect(samples.verdict() == verdict)
        }
    }

    @Test(arguments: 1...300) func aPowerOfTenOnEveryValueChangesNothing(_ seed: UInt64) {
        var chance = Seed(seed)
        let samples = Samples(random: &chance)
        let verdict = samples.verdict()
        for exponent in [-6, -1, 1, 5] {
            var scaled = samples
            scaled.tubes = samples.tubes.map { $0.scaled(by: exponent) }
            let again = scaled.verdict()
            #expect(again.state == verdict.state)
            #expect(again.final == verdict.final)
            #expect(again.ratio == verdict.ratio)
            #expect(again.second == verdict.second)
        }
    }

    /// What a result rules out stays ruled out when a narrower one takes its place.
    @Test(arguments: 1...500) func aProofStandsWhenBoundsTighten(_ seed: UInt64) {
        var chance = Seed(seed)
        let samples = Samples(random: &chance)
        let before = samples.verdict()
        var tighter = samples
        for index in tighter.tubes.indices { tighter.tubes[index].tighten(using: &chance) }
        let after = tighter.verdict()
        switch before.state {
        case .stepUp: #expect(after.state == .stepUp)
        case .noStepUp: #expect(after.state == .noStepUp)
        case .pending, .undecided:
            #expect([before.state, .stepUp, .noStepUp].contains(after.state))
        case .awaitingBaseline, .unusable: #expect(after.state == before.state)
        }
        if let wide = before.ratio, let narrow = after.ratio {
            #expect(narrow.low >= wide.low)
            #expect((narrow.high ?? .infinity) <= (wide.high ?? .infinity))
        }
    }

    /// A final verdict does not depend on what else may come: tubes that are still awaited may get
    /// any result.
    @Test(arguments: 1...500) func aFinalVerdictNeverFlipsByWhatWasAwaited(_ seed: UInt64) {
        var chance = Seed(seed)
        let samples = Samples(random: &chance)
        let before = samples.verdict()
        guard before.final else { return }
        for _ in 1...5 {
            var later = samples
            for index in later.tubes.indices where later.tubes[index].fate == .awaited {
                later.tubes[index].fate = .random(&chance)
            }
            let after = later.verdict()
            #expect(after.state == before.state)
            #expect(after.ratio == before.ratio)
            #expect(after.final)
        }
    }

    /// And a step-up that waits for nothing but later draws stands, whatever they bring.
    @Test(arguments: 1...500) func aStepUpStandsWhateverItsLaterDrawsBring(_ seed: UInt64) {
        var chance = Seed(seed)
        var samples = Samples(random: &chance)
        guard samples.state == .stepUp else { return }
        for index in samples.tubes.indices
        where samples.tubes[index].fate == .awaited && samples.tubes[index].second > 0 {
            samples.tubes[index].fate = .random(&chance)
        }
        #expect(samples.state == .stepUp)
    }

    @Test func theSeedsReachEveryState() {
        var states: [VerdictNews.State: Int] = [:]
        for seed in 1...500 as ClosedRange<UInt64> {
            var chance = Seed(seed)
            states[Samples(random: &chance).state, default: 0] += 1
        }
        #expect(states.keys.count == VerdictNews.State.allCases.count)
        #expect(states.values.allSatisfy { $0 >= 10 })
    }
}

extension Samples {
    /// A series of every kind of tube, near the threshold often enough to matter.
    init(random chance: inout Seed) {
        self.init([:])
        criterion = Bool.random(using: &chance) ? .moreThanTwice : .atLeastTwice
        criterion.window = Criterion.Window(from: 10, to: 100)
        for second in [-120, 0, 30, 60, 90, 120] where Int.random(in: 0...9, using: &chance) > 0 {
            let late = Double.random(in: -3...3, using: &chance)
            var tube = Tube(at: second, "x", actual: Double(second) + late)
            if second == 0 { tube.actual = Double.random(in: -3...0.2, using: &chance) }
            if Int.random(in: 0...4, using: &chance) == 0 { tube.actual = nil }
            tube.fate = .random(&chance)
            tubes.append(tube)
        }
    }
}

extension Tube {
    fileprivate func scaled(by exponent: Int) -> Tube {
        guard case .measured(let shared, let number) = fate, let value = shared.value.value else {
            return self
        }
        var result = shared.value
        result.value =
            exponent < 0
            ? ExactDecimal(digits: value.digits, scale: value.scale - exponent)
            : (0..<exponent).reduce(value) { number, _ in
                number.scale > 0
                    ? ExactDecimal(digits: number.digits, scale: number.scale - 1)
                    : ExactDecimal(digits: number.digits * 10, scale: 0)
            }
        var tube = self
        tube.fate = .measured(Shared(result), announcement: number)
        return tube
    }

    /// Replaces a bound by a narrower one or by a value inside it.
    fileprivate mutating func tighten(using chance: inout Seed) {
        guard case .measured(let shared, let number) = fate, let wide = Interval(shared.value),
            shared.value.bound != nil
        else { return }
        var result = shared.value
        let other = Int64.random(in: 0...80, using: &chance)
        result.value = ExactDecimal(digits: other, scale: 0)
        if Bool.random(using: &chance) { result.bound = nil }
        if let narrow = Interval(result), narrow.isWithin(wide), !narrow.isZero {
            fate = .measured(Shared(result), announcement: number)
        }
    }
}

extension Tube.Fate {
    fileprivate static func random(_ chance: inout Seed) -> Tube.Fate {
        switch Int.random(in: 0...11, using: &chance) {
        case 0: return .awaited
        case 1: return .settled
        default:
            let sign = ["", "", "", "", "<", ">", "<=", ">="].randomElement(using: &chance) ?? ""
            let value = ["10", "10.0", "20", "20.00", "5", "40", "19.9", "41", "0", "----"]
                .randomElement(using: &chance)
            let text = value == "----" ? "----" : sign + (value ?? "10")
            return .measured(
                Shared(AssayResult(specimen: "T", printed: text, unit: "uU/mL")),
                announcement: Int64.random(in: 1...1000, using: &chance))
        }
    }
}

/// SplitMix64: the same seed gives the same case on every machine.
struct Seed: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
