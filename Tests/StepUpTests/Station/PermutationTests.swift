import Protocols
import Testing

@testable import StepUp

/// Results come in any order: what is known in the end depends on the results alone.
@Suite struct PermutationTests {
    /// A procedure whose tubes are all drawn, before any result.
    private static func drawn(_ dice: inout Dice) -> Rehearsal {
        var plan = Plan.rehearsal
        var highest = plan.criterion
        (highest.id, highest.ratio, highest.decides) = ("highest", nil, .highest)
        var mean = plan.criterion
        (mean.id, mean.baseline) = ("mean", .mean)
        plan.draws = [-120, 0, 30, 60]
        plan.alongside = [highest, mean]
        if dice.below(3) == 0 { (plan.criterion, plan.alongside) = (highest, [mean]) }
        var setup = Setup.rehearsal
        (setup.hints, setup.assays) = (.rehearsal, .rehearsal)
        var room = Rehearsal(setup)
        room.mark(.open(plan))
        for injection in 1...2 {
            let start = Double(injection) * 1000
            for second in plan.draws {
                room.at(start + Double(second))
                if second == 0 {
                    room.mark(.injection(site: plan.sites[injection - 1].id, number: nil))
                }
                for vein in plan.veins {
                    let place = Mark.Place(injection: injection, vein: vein.id, second: second)
                    room.mark(.draw(specimen: nil, place: place))
                }
            }
        }
        if dice.below(3) == 0 {
            room.mark(.void(specimen: "T-01-RHV-030", reason: "clotted"))
        }
        return room
    }

    /// One to four results of each tube: reruns, dilutions, bounds, corrections, other analytes.
    private static func results(_ dice: inout Dice) -> [Sent] {
        var results: [Sent] = []
        for injection in 1...2 {
            for vein in ["RHV", "LHV"] {
                for second in ["B120", "000", "030", "060"] where dice.below(12) > 0 {
                    let id = "T-0\(injection)-\(vein)-\(second)"
                    for run in 1...(1 + dice.below(4)) {
                        results += measurement(of: id, run: run, &dice)
                    }
                }
            }
        }
        return results
    }

    /// One measurement: a value of its own minute or of none, perhaps announced before, corrected
    /// after, or taken back.
    private static func measurement(of id: String, run: Int, _ dice: inout Dice) -> [Sent] {
        let values = ["10", "12.5", "20", "25", "49", "9.99", ">300", "<20", "<400", ">15", "0"]
        let minute = dice.below(6) == 0 ? "" : "2026013112\(10 + run)00"
        func sent(_ value: String, _ status: String = "F") -> Sent {
            Sent(id, value, status: status, measured: minute)
        }
        var said = [sent(dice.one(of: values))]
        if dice.below(12) == 0 { said.append(sent(dice.one(of: values))) }
        if dice.below(8) == 0 { said.append(sent("8", "P")) }
        if dice.below(8) == 0 { said.append(sent("33", "C")) }
        if dice.below(12) == 0 { said.append(sent("33", "X")) }
        if dice.below(30) == 0 { said.append(Sent(id, "", status: "X", measured: "")) }
        if dice.below(10) == 0 { said.append(Sent(id, "3.1", test: "CPep")) }
        if dice.below(20) == 0 { said.append(Sent("STRANGE", "77", measured: minute)) }
        return said
    }

    /// What people do meanwhile, in this order.
    private static func marks(_ dice: inout Dice) -> [Mark.Action] {
        func tube() -> String {
            let vein = dice.one(of: ["RHV", "LHV"])
            return "T-0\(1 + dice.below(2))-\(vein)-\(dice.one(of: ["B120", "000", "030", "060"]))"
        }
        func place() -> Mark.Place {
            Mark.Place(
                injection: 1 + dice.below(2), vein: dice.one(of: ["RHV", "LHV"]),
                second: dice.one(of: [-120, 0, 30, 60]))
        }
        var marks: [Mark.Action] = []
        for _ in 0..<dice.below(4) {
            switch dice.below(4) {
            case 0: marks.append(.void(specimen: tube(), reason: "clotted"))
            case 1: marks.append(.assign(specimen: "STRANGE", place: place(), reason: "mistyped"))
            case 2: marks.append(.assign(specimen: tube(), place: place(), reason: "mixed up"))
            default:
                let second = Double(dice.below(70))
                marks.append(
                    .correctDraw(specimen: tube(), second: second, reason: "stopwatch"))
            }
        }
        return marks
    }

    /// What is known in the end, without what tells of the way there.
    private static func end(of room: Rehearsal) -> [String] {
        let procedure = room.station.procedures[0]
        let verdicts = procedure.verdicts.map { told in
            let verdict = told.news
            return "\(verdict.criterion) \(verdict.injection)/\(verdict.vein) \(verdict.state) "
                + "\(verdict.final) \(String(describing: verdict.ratio)) "
                + "\(verdict.peak?.text ?? "-") \(verdict.baseline?.text ?? "-") "
                + verdict.reasons.joined(separator: " ")
                + String(describing: verdict.certainty.odds)
                + String(describing: verdict.awaited)
        }
        let map = procedure.map
        let hints = procedure.hints.map(\.news.hint.text).sorted()
        return verdicts + hints
            + [String(describing: map?.regions), String(describing: map?.reading)]
    }

    /// What happens: a result of the analyzer, or a mark of the team.
    private enum Step {
        case sends(Sent)
        case marks(Mark.Action)
    }

    /// The results in a chance order, between the marks in theirs.
    private static func shuffled(
        _ results: [Sent], among marks: [Mark.Action], _ dice: inout Dice
    ) -> [Step] {
        var order = results
        for index in order.indices.dropFirst().reversed() {
            order.swapAt(index, dice.below(index + 1))
        }
        var steps = order.map(Step.sends)
        var place = 0
        for mark in marks {
            place += dice.below(steps.count - place + 1)
            steps.insert(.marks(mark), at: place)
            place += 1
        }
        return steps
    }

    @Test(arguments: 1...120 as ClosedRange<UInt64>)
    func anyOrderOfTheSameResultsEndsInTheSameVerdictsAndMap(seed: UInt64) {
        var dice = Dice(seed: seed)
        let start = Self.drawn(&dice)
        let results = Self.results(&dice)
        let marks = Self.marks(&dice)
        var ends: [[String]] = []
        for _ in 0..<4 {
            var room = start
            for step in Self.shuffled(results, among: marks, &dice) {
                switch step {
                case .sends(let result): room.sends(result)
                case .marks(let action): room.mark(action)
                }
            }
            ends.append(Self.end(of: room))
        }
        for other in ends.dropFirst() {
            let first = zip(ends[0], other).first { $0 != $1 }
            #expect(first.map { "\($0)\n\($1)" } == nil, "after \(marks)")
            #expect(other.count == ends[0].count)
        }
    }

    @Test func whatAVerdictReplacesIsSaidBesideIt() throws {
        var room = Rehearsal.withBaseline("10")
        room.sends("T-01-RHV-030", "25")
        room.sends(Sent("T-01-RHV-000", "20", measured: "20260131130000"))
        let verdict = try #require(room.station.procedures[0].verdicts.first?.news)
        #expect(verdict.withdrawn)
        #expect(verdict.previous?.state == .stepUp)
        #expect(verdict.previous?.ratio?.low == 2.5)
        #expect(verdict.previous?.baseline == "10")
    }

    @Test func whatIsAwaitedSaysWhetherItCanChangeTheVerdictOrThePeakAlone() throws {
        var room = Rehearsal.withBaseline("10")
        room.sends("T-01-RHV-030", "15")
        func awaited() throws -> VerdictNews.Awaited? {
            try #require(room.station.procedures[0].verdicts.first?.news).awaited
        }
        #expect(try awaited() == .init(seconds: [60], sites: [], changes: .verdict))
        room.sends(Sent("T-01-RHV-030", "25", measured: "20260131130000"))
        #expect(try awaited() == .init(seconds: [60], sites: [], changes: .peak))
        room.sends("T-01-RHV-060", "11")
        #expect(try awaited() == nil)
    }
}
