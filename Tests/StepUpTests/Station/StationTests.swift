import Protocols
import Testing

@testable import StepUp

/// A procedure from its opening to its close, as the stream tells it.
@Suite struct StationTests {
    @Test func saysHelloFirst() {
        #expect(Rehearsal().told() == ["hello Test"])
    }

    @Test func opensAProcedureWithItsTubesItsPromptAndTheEmptyMap() {
        var room = Rehearsal()
        room.hush()
        #expect(room.mark(.open(.rehearsal)) == .taken(again: false))
        #expect(
            room.told() == [
                "procedure open 1:RHA 2:GDA",
                "specimen T-01-RHV-000 expected 1/RHV/0", "specimen T-01-LHV-000 expected 1/LHV/0",
                "specimen T-01-RHV-030 expected 1/RHV/30",
                "specimen T-01-LHV-030 expected 1/LHV/30",
                "specimen T-01-RHV-060 expected 1/RHV/60",
                "specimen T-01-LHV-060 expected 1/LHV/60",
                "specimen T-02-RHV-000 expected 2/RHV/0", "specimen T-02-LHV-000 expected 2/LHV/0",
                "specimen T-02-RHV-030 expected 2/RHV/30",
                "specimen T-02-LHV-030 expected 2/LHV/30",
                "specimen T-02-RHV-060 expected 2/RHV/60",
                "specimen T-02-LHV-060 expected 2/LHV/60",
                "prompt 1:RHA RHV/0 LHV/0 RHV/30 LHV/30 RHV/60 LHV/60",
                "map incomplete",
            ])
    }

    @Test func readsTagsAndJudgesAResultOffTheLine() {
        var room = Rehearsal.withBaseline("10")
        room.hush()
        room.sends("T-01-RHV-030", "25")
        #expect(
            room.told() == [
                "result T-01-RHV-030 25 1/RHV/30 run 1 current",
                "specimen T-01-RHV-030 result 1/RHV/30 at 30.0",
                "verdict 1/RHV step-up x2.5",
                "map hepatic",
                "line A open m2 r2",
            ])
    }

    @Test func takesAStepUpBackWhenTheBaselineIsCorrected() {
        var room = Rehearsal.withBaseline("10")
        room.sends("T-01-RHV-030", "25")
        room.hush()
        room.sends(Sent("T-01-RHV-000", "20", status: "C"))
        #expect(room.told("verdict") == ["verdict 1/RHV pending x1.25 withdrawn"])
    }

    @Test func numbersAnnouncementsWithoutAGap() {
        var room = Rehearsal.withBaseline("10")
        room.sends("T-01-RHV-030", "25")
        #expect(room.announcements.map(\.id) == (1...Int64(room.announcements.count)).map { $0 })
    }

    @Test func saysSimulatedOnEverythingWhenALineIs() {
        var setup = Setup.rehearsal
        setup.simulated = true
        var room = Rehearsal(setup)
        room.mark(.open(.rehearsal))
        #expect(!room.announcements.contains { !$0.simulated })
    }
}

extension Rehearsal {
    /// RHA was injected at 100 s, drawn from RHV at 0 and 30 s, and the baseline's result is in.
    static func withBaseline(_ value: String) -> Rehearsal {
        var room = Rehearsal()
        room.mark(.open(.rehearsal))
        room.at(95)
        room.mark(.draw(specimen: nil, place: .init("1/RHV/0")))
        room.at(100)
        room.mark(.injection(site: "RHA", number: nil))
        room.at(130)
        room.mark(.draw(specimen: "T-01-RHV-030", place: nil))
        room.at(600)
        room.sends("T-01-RHV-000", value)
        return room
    }
}
