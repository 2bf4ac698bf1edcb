import Protocols
import Testing

@testable import StepUp

/// The plan changes while the procedure runs, and nothing is lost.
@Suite struct PlanChangeTests {
    private static func room() -> Rehearsal {
        var room = Rehearsal()
        room.mark(.open(.rehearsal))
        room.hush()
        return room
    }

    /// A room in which RHA was injected at 100 s, with a baseline of 10 in RHV.
    private static func running() -> Rehearsal {
        var room = Rehearsal()
        room.mark(.open(.rehearsal))
        room.at(100)
        room.mark(.injection(site: "RHA", number: nil))
        room.sends("T-01-RHV-000", "10")
        room.hush()
        return room
    }

    @discardableResult
    private func change(
        _ room: inout Rehearsal, _ change: Plan.Change, reason: String? = nil
    ) -> Station.Answer? {
        room.mark(.change(change, reason: reason))
    }

    private func view(_ room: Rehearsal) -> ProcedureView { room.station.procedures[0] }

    private func specimens(_ room: Rehearsal, _ state: SpecimenNews.State) -> [String] {
        view(room).specimens.filter { $0.state == state }.compactMap(\.specimen)
    }

    @Test func aSiteIsAddedWithItsTubesAndLabels() {
        var room = Self.room()
        change(&room, .addSite("LHA", name: "Left hepatic artery"))
        #expect(room.told("procedure") == ["procedure open 1:RHA 2:GDA 3:LHA"])
        #expect(room.told("specimen").count == 6)
        #expect(room.told("specimen").first == "specimen T-03-RHV-000 expected 3/RHV/0")
        #expect(view(room).procedure.plan.sites.last?.name == "Left hepatic artery")
        room.mark(.injection(site: "LHA", number: nil))
        #expect(view(room).procedure.injections[2].zero != nil)
    }

    @Test func aSiteThatTheAnatomyKnowsGetsItsName() {
        var room = Self.room()
        change(&room, .dropSite("GDA"))
        change(&room, .addSite("right hepatic artery", name: nil))
        #expect(view(room).procedure.plan.sites.last?.name == "Right hepatic artery")
    }

    @Test func anotherDoseIsThatOfTheInjectionsToCome() {
        var room = Self.running()
        change(&room, .setDose("0.0125 mEq/kg"), reason: "hypertension")
        room.at(1000)
        room.mark(.injection(site: "GDA", number: nil))
        let procedure = view(room).procedure
        #expect(procedure.injections.map(\.dose) == ["0.025 mEq/kg", "0.0125 mEq/kg"])
        #expect(procedure.plan.stimulant.dose == "0.0125 mEq/kg")
        #expect(change(&room, .setDose(" ")) != .taken(again: false))
    }

    @Test func anotherRuleIsJudgedBesideTheFirstOverWhatWasMeasured() throws {
        var room = Self.running()
        room.sends("T-01-RHV-030", "35")
        room.sends("T-01-RHV-060", "20")
        let before = view(room)
        room.hush()
        var fourfold = Criterion.moreThanTwice
        (fourfold.id, fourfold.ratio) = ("fourfold", .init(digits: 4, scale: 0))
        change(&room, .addCriterion(fourfold))
        let after = view(room)
        #expect(after.verdicts.filter { $0.news.criterion != "fourfold" } == before.verdicts)
        let added = try #require(after.verdicts.first { $0.news.criterion == "fourfold" })
        #expect(added.news.state == .noStepUp)
        #expect(after.map == before.map)
        room.sends("T-01-LHV-000", "10")
        room.sends("T-01-LHV-030", "60")
        #expect(view(room).verdicts.filter { $0.news.criterion == "fourfold" }.count == 2)
        change(&room, .addSite("LHA", name: nil))
        #expect(view(room).verdicts.filter { $0.news.criterion == "fourfold" }.count == 2)
        #expect(change(&room, .addCriterion(fourfold)) != .taken(again: false))
    }

    @Test func aSiteIsDroppedAndTakenBack() {
        var room = Self.room()
        change(&room, .dropSite("RHA"))
        #expect(room.told("procedure") == ["procedure open 1:RHA- 2:GDA"])
        #expect(room.told("prompt") == ["prompt 2:GDA RHV/0 LHV/0 RHV/30 LHV/30 RHV/60 LHV/60"])
        #expect(specimens(room, .missing).count == 6)
        room.hush()
        change(&room, .addSite("RHA", name: nil))
        #expect(room.told("procedure") == ["procedure open 1:RHA 2:GDA"])
        #expect(specimens(room, .missing) == [])
    }

    @Test func anInjectionIntoADroppedSiteIsAFactAndTakesItBack() {
        var room = Self.room()
        change(&room, .dropSite("RHA"))
        room.hush()
        #expect(room.mark(.injection(site: "RHA", number: nil)) == .taken(again: false))
        #expect(view(room).procedure.injections[0].zero != nil)
        #expect(view(room).procedure.plan.dropped.sites == [])
        #expect(specimens(room, .expected).contains("T-01-RHV-060"))
    }

    @Test func aLostVeinIsAskedForNoMoreAndItsResultsStay() {
        var room = Self.running()
        room.sends("T-01-LHV-000", "10")
        room.sends("T-01-LHV-030", "25")
        room.hush()
        change(&room, .dropVein("LHV"), reason: "catheter slipped")
        #expect(
            specimens(room, .missing) == ["T-01-LHV-060"] + [
                "T-02-LHV-000", "T-02-LHV-030", "T-02-LHV-060",
            ])
        #expect(view(room).results.count == 3)
        #expect(room.told("verdict") == ["verdict 1/LHV step-up x2.5 final"])
        #expect(room.told("prompt").last?.contains("LHV") == false)
    }

    @Test func aVerdictOfALostVeinDoesNotHoldTheReadingUp() {
        var room = Self.running()
        change(&room, .dropVein("LHV"))
        change(&room, .dropSite("GDA"))
        room.sends("T-01-RHV-030", "11")
        room.sends("T-01-RHV-060", "12")
        #expect(view(room).map?.reading.kind == .noStepUp)
        #expect(view(room).map?.reading.final == true)
        #expect(view(room).map?.reading.text == "No step-up detected at RHA.")
        change(&room, .addVein("LHV", name: nil))
        #expect(view(room).map?.reading.kind == .incomplete)
    }

    @Test func aVeinIsAddedBesideTheOthers() {
        var room = Self.running()
        room.sends("T-01-RHV-030", "25")
        let before = view(room)
        change(&room, .addVein("MHV", name: "Middle hepatic vein"))
        #expect(view(room).procedure.plan.veins.map(\.id) == ["RHV", "LHV", "MHV"])
        #expect(view(room).results == before.results)
        #expect(view(room).verdicts.filter { $0.news.vein != "MHV" } == before.verdicts)
        #expect(specimens(room, .expected).contains("T-02-MHV-030"))
        room.sends("T-01-RHV-060", "31")
        #expect(view(room).verdicts.last { $0.news.vein == "RHV" }?.news.ratio?.low == 3.1)
    }

    @Test func aDrawThatIsAddedTooLateIsNotAskedForButKnown() {
        var room = Self.running()
        room.at(145)
        change(&room, .addDraw(40))
        change(&room, .addDraw(90))
        #expect(specimens(room, .missing) == ["T-01-RHV-040", "T-01-LHV-040"])
        #expect(specimens(room, .expected).contains("T-01-RHV-090"))
        room.sends("T-01-RHV-040", "50")
        #expect(view(room).verdicts.first { $0.news.vein == "RHV" }?.news.state == .stepUp)
    }

    @Test func aTimeIsChangedForWhatIsStillAhead() {
        var room = Self.running()
        change(&room, .moveDraw(60, to: 70))
        #expect(specimens(room, .missing).sorted().first == "T-01-LHV-060")
        #expect(specimens(room, .expected).contains("T-02-RHV-070"))
        // The tube that was labelled before still leads to its place.
        room.sends("T-01-RHV-060", "25")
        #expect(view(room).verdicts.first { $0.news.vein == "RHV" }?.news.state == .stepUp)
        change(&room, .moveDraw(70, to: 60))
        #expect(view(room).procedure.plan.dropped == Plan.Dropped(draws: [70]))
    }

    @Test func whatHasPassedIsNotTakenAway() {
        var room = Self.running()
        room.at(200)
        change(&room, .dropDraw(30))
        #expect(specimens(room, .missing).allSatisfy { $0.hasPrefix("T-02") })
    }

    @Test func aRepeatIsPlannedAndDropped() {
        var room = Self.running()
        change(&room, .addInjection(site: "RHA"))
        #expect(room.told("procedure").last == "procedure open 1:RHA* 2:GDA 3:RHA+")
        change(&room, .dropInjection(3))
        #expect(room.told("procedure").last == "procedure open 1:RHA* 2:GDA 3:RHA+-")
        change(&room, .addInjection(site: "RHA"))
        #expect(room.told("procedure").last == "procedure open 1:RHA* 2:GDA 3:RHA+")
    }

    @Test func theOnlyInjectionOfASiteIsTheSite() {
        var room = Self.room()
        change(&room, .dropInjection(2))
        #expect(view(room).procedure.plan.dropped.sites == ["GDA"])
        change(&room, .addInjection(site: "GDA"))
        #expect(view(room).procedure.plan.dropped.sites == [])
        #expect(view(room).procedure.injections.count == 2)
    }

    @Test func theWaitIsChanged() {
        var room = Self.running()
        change(&room, .setWait(60))
        #expect(view(room).procedure.plan.wait == 60)
        #expect(room.told("procedure").count == 1)
    }

    @Test func aTubeOfALostVeinThatIsFilledAfterAllCounts() {
        var room = Self.running()
        change(&room, .dropVein("LHV"))
        room.at(160)
        #expect(room.mark(.draw(specimen: "T-01-LHV-060", place: nil)) == .taken(again: false))
        room.sends("T-01-LHV-000", "10")
        room.sends("T-01-LHV-060", "30")
        #expect(view(room).verdicts.last { $0.news.vein == "LHV" }?.news.state == .stepUp)
    }

    @Test(
        arguments: [
            (.addSite("RHA", name: nil), "The plan has RHA already."),
            (.addVein("rhv", name: nil), "The plan has RHV already."),
            (.addDraw(30), "The plan has 30 s already."),
            (.dropSite("SPA"), "The plan has no site 'SPA': choose one of RHA, GDA."),
            (.dropVein("MHV"), "The plan has no vein 'MHV': choose one of RHV, LHV."),
            (.dropDraw(45), "The plan draws nothing at 45 s: choose one of 0, 30, 60."),
            (.dropDraw(0), "The plan has no baseline draw: none is at 0 s or before."),
            (.addDraw(4000), "The draw at 4000 s is more than an hour from the injection."),
            (
                .addVein("Vena X", name: nil),
                "\"Vena X\" cannot stand on a label: only letters A to Z and digits can."
            ),
            (.addInjection(site: "SPA"), "The plan has no site 'SPA': choose one of RHA, GDA."),
            (.dropInjection(9), "There is no injection 9: they run from 1 to 2."),
            (
                .dropInjection(1),
                "Injection 1 (RHA) was given already: leave the number out to repeat the site."
            ),
            (.setWait(-1), "The wait between injections must be 0 to 3600 s, not -1 s."),
        ] as [(Plan.Change, String)])
    func whatCannotBeIsRefusedAndChangesNothing(_ row: (change: Plan.Change, reason: String)) {
        var room = Self.running()
        let before = view(room)
        #expect(change(&room, row.change) == .refused(reason: row.reason))
        #expect(view(room) == before)
    }

    @Test func aClosedProcedureHasNoPlanToChange() {
        var room = Self.running()
        room.mark(.close)
        #expect(
            change(&room, .addDraw(90))
                == .refused(
                    reason: "Procedure 'P' is closed: open a new one to go on injecting."))
    }

    @Test func anIDOfAnotherProcedureIsNotTaken() {
        var room = Self.running()
        room.mark(
            .open(Plan.rehearsal.tagged(sheet: ["T-01-RHV-090": .init("1/RHV/30")])), in: "Q")
        #expect(
            change(&room, .addDraw(90))
                == .refused(
                    reason: "Specimen ID T-01-RHV-090 belongs to procedure 'Q' already: choose "
                        + "another tag or sheet."))
    }
}
