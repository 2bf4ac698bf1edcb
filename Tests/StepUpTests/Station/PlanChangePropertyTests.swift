import Testing

@testable import StepUp

/// What holds for every change of a plan, at any point of any history.
@Suite struct PlanChangePropertyTests {
    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func noResultNoTagAndNoFilledTubeIsLost(seed: UInt64) {
        var station = Station()
        for moment in Imagined.moments(seed: Self.far(seed), length: 160) {
            let before = station.procedures
            let held = station.held
            let effects = station.receive(moment)
            guard case .mark(let mark) = moment.event, case .change = mark.action,
                effects.contains(.answer(moment: moment.number, .taken(again: false)))
            else { continue }
            #expect(station.held == held)
            for (old, new) in zip(before, station.procedures) where old.id == mark.procedure {
                #expect(new.results == old.results)
                let kept = Set(new.specimens.map(Tag.init))
                #expect(old.specimens.map(Tag.init).allSatisfy { kept.contains($0) })
                #expect(new.notes == old.notes)
            }
        }
    }

    /// Seeds that lie far apart: neighbouring ones give one sequence, begun a step later.
    private static func far(_ seed: UInt64) -> UInt64 { seed &* 1_000_003 }

    @Test func theSeedsChangePlans() {
        var taken: Set<String> = []
        for seed in 1...60 as ClosedRange<UInt64> {
            var station = Station()
            for moment in Imagined.moments(seed: Self.far(seed), length: 160) {
                let effects = station.receive(moment)
                guard case .mark(let mark) = moment.event,
                    case .change(let change, _) = mark.action,
                    effects.contains(.answer(moment: moment.number, .taken(again: false)))
                else { continue }
                taken.insert(change.verb.rawValue)
            }
        }
        #expect(taken == Set(Plan.Change.Verb.allCases.map(\.rawValue)))
    }

    @Test(
        arguments: 1...20 as ClosedRange<UInt64>,
        [
            (.dropVein("LHV"), .addVein("LHV", name: nil)),
            (.dropDraw(30), .addDraw(30)),
            (.dropSite("GDA"), .addSite("GDA", name: nil)),
            (.addVein("MHV", name: nil), .dropVein("MHV")),
            (.addDraw(90), .dropDraw(90)),
            (.addSite("LHA", name: nil), .dropSite("LHA")),
            (.moveDraw(60, to: 70), .moveDraw(70, to: 60)),
        ] as [(Plan.Change, Plan.Change)])
    func aChangeAndItsOppositeLeaveWhatWasSaid(
        seed: UInt64, changes: (there: Plan.Change, back: Plan.Change)
    ) {
        var room = Rehearsal()
        room.mark(.open(.rehearsal))
        var dice = Dice(seed: seed)
        for _ in 0..<12 { Self.step(&room, &dice) }
        let before = room.station.procedures[0]
        #expect(room.mark(.change(changes.there, reason: nil)) == .taken(again: false))
        #expect(room.mark(.change(changes.back, reason: nil)) == .taken(again: false))
        let after = room.station.procedures[0]
        #expect(after.results == before.results)
        let beside = after.verdicts.filter { $0.news.vein == "MHV" }
        #expect(after.verdicts.count == before.verdicts.count + beside.count)
        #expect(
            after.verdicts.filter { $0.news.vein != "MHV" }.map(Said.init)
                == before.verdicts.map(Said.init))
        #expect(after.map?.reading == before.map?.reading)
        #expect(after.prompt == before.prompt)
    }

    /// A little of a procedure: an injection, a draw, a result, or some seconds.
    private static func step(_ room: inout Rehearsal, _ dice: inout Dice) {
        let vein = dice.one(of: ["RHV", "LHV"])
        switch dice.below(5) {
        case 0: room.mark(.injection(site: dice.one(of: ["RHA", "GDA"]), number: nil))
        case 1: room.at(room.time.inSeconds + Double(dice.below(50)))
        case 2:
            let second = dice.one(of: [0, 30, 60])
            room.mark(
                .draw(specimen: nil, place: .init(injection: 1, vein: vein, second: second)))
        default:
            let second = dice.one(of: ["000", "030", "060"])
            room.sends("T-01-\(vein)-\(second)", dice.one(of: ["10", "15", "25"]))
        }
    }
}

/// Which ID is at which place; and how far the tube has come, where that is more than planned.
private struct Tag: Hashable {
    let specimen: String?
    let place: String
    let state: SpecimenNews.State?

    init(_ news: SpecimenNews) {
        specimen = news.specimen
        let place = news.place
        self.place = "\(place?.injection ?? 0)/\(place?.vein ?? "")/\(place?.second ?? 0)"
        state = [.expected, .missing].contains(news.state) ? nil : news.state
    }
}

/// What a verdict says, whatever its number.
private struct Said: Equatable {
    let words: String

    init(_ told: Told<Shared<VerdictNews>>) {
        let news = told.news
        words =
            "\(news.injection) \(news.vein) \(news.state) \(news.final) "
            + "\(news.ratio?.low ?? 0) \(news.reasons)"
    }
}
