import Protocols
import Testing

@testable import StepUp

/// Several rules in one plan: one that the map follows, and others beside it.
@Suite struct AlongsideTests {
    /// RHA injected with a baseline of 10 in RHV, under the rehearsal's rule and those of `change`.
    private func room(_ change: (inout Plan) -> Void) -> Rehearsal {
        var plan = Plan.rehearsal
        change(&plan)
        var room = Rehearsal()
        room.mark(.open(plan))
        room.mark(.draw(specimen: nil, place: .init("1/RHV/0")))
        room.at(5)
        room.mark(.injection(site: "RHA", number: nil))
        room.sends("T-01-RHV-000", "10")
        room.hush()
        return room
    }

    private func verdicts(_ room: Rehearsal) -> [String] {
        room.announcements.compactMap { told in
            guard case .verdict(let news) = told.body else { return nil }
            return "\(news.criterion) \(news.site)/\(news.vein) \(news.state.rawValue)"
        }
    }

    private static var fourfold: Criterion {
        var rule = Plan.rehearsal.criterion
        (rule.id, rule.ratio) = ("fourfold", ExactDecimal(digits: 4, scale: 0))
        return rule
    }

    private static var highest: Criterion {
        var rule = Plan.rehearsal.criterion
        (rule.id, rule.ratio, rule.decides) = ("highest", nil, .highest)
        return rule
    }

    @Test func eachRuleHasItsVerdictAndTheMapFollowsTheFirst() {
        var room = room { $0.alongside = [Self.fourfold] }
        room.sends("T-01-RHV-030", "30")
        #expect(
            verdicts(room) == ["seed-gt2 RHA/RHV step-up", "fourfold RHA/RHV pending"])
        let alone = room.announcements.filter { $0.body.content.type == "map" }
        #expect(alone.count == 1)
        room.hush()
        room.sends("T-01-RHV-060", "41")
        #expect(
            verdicts(room) == ["seed-gt2 RHA/RHV step-up", "fourfold RHA/RHV step-up"])
    }

    @Test func theMapFollowsTheOtherRuleWhenThatIsTheFirst() {
        var room = room { plan in
            plan.alongside = [plan.criterion]
            plan.criterion = Self.fourfold
        }
        room.sends("T-01-RHV-030", "30")
        let reading = room.station.procedures[0].map?.reading.kind
        #expect(reading == .incomplete)
    }

    @Test func whereTheHighestWinsAnotherSitesResultTakesTheStepUpAway() {
        var room = room { $0.criterion = Self.highest }
        room.sends("T-01-RHV-030", "30")
        room.sends("T-01-RHV-060", "20")
        #expect(room.station.procedures[0].verdicts.allSatisfy { $0.news.state != .stepUp })
        for id in ["T-01-LHV-000", "T-01-LHV-030", "T-01-LHV-060"] { room.sends(id, "10") }
        room.at(900)
        room.mark(.injection(site: "GDA", number: nil))
        for vein in ["RHV", "LHV"] {
            for second in ["000", "030", "060"] {
                room.sends("T-02-\(vein)-\(second)", second == "000" ? "10" : "12")
            }
        }
        let won = room.station.procedures[0].verdicts.filter { $0.news.state == .stepUp }
        #expect(won.map { "\($0.news.site)/\($0.news.vein)" } == ["RHA/RHV"])
        room.hush()
        room.sends(Sent("T-02-LHV-060", "55", measured: "20260131235959"))
        #expect(
            verdicts(room).contains("highest RHA/RHV no-step-up")
                && verdicts(room).contains("highest GDA/LHV step-up"))
        let withdrawn = room.announcements.contains { told in
            if case .verdict(let news) = told.body { news.withdrawn } else { false }
        }
        #expect(withdrawn)
    }

    @Test func aSiteThatWasNeverInjectedIsNoRivalOnceTheProcedureIsClosed() {
        var room = room { $0.criterion = Self.highest }
        for id in ["T-01-RHV-030", "T-01-RHV-060"] { room.sends(id, "30") }
        for id in ["T-01-LHV-000", "T-01-LHV-030", "T-01-LHV-060"] { room.sends(id, "10") }
        #expect(room.station.procedures[0].verdicts.allSatisfy { $0.news.state == .pending })
        room.mark(.close)
        let states = room.station.procedures[0].verdicts.filter { $0.news.site == "RHA" }
        #expect(states.contains { $0.news.state == .stepUp && $0.news.vein == "RHV" })
    }

    @Test func aRuleForOneVeinGivesNoVerdictOnTheOther() {
        var room = room { $0.criterion.veins = .only("LHV") }
        room.sends("T-01-RHV-030", "30")
        #expect(verdicts(room).isEmpty)
    }
}
