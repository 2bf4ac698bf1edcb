import Protocols
import Testing

@testable import StepUp

/// Reruns and dilutions: what they supersede, and what is said.
@Suite struct DilutionTests {
    private func room() -> Rehearsal {
        var room = Rehearsal.withBaseline("100")
        room.sends("T-01-RHV-060", "110")
        room.hush()
        return room
    }

    @Test func aDilutedNumberTakesThePlaceOfTheBound() {
        var room = room()
        room.sends(Sent("T-01-RHV-030", ">300", measured: "20260131121500"))
        #expect(room.news("verdict") == ["verdict 1/RHV step-up x3.0 final"])
        room.sends(Sent("T-01-RHV-030", "812", measured: "20260131123000"))
        let told = room.news("result", "verdict", "notice")
        #expect(told.count == 2)
        #expect(told[0].hasPrefix("result T-01-RHV-030 812 1/RHV/30 run 2 current replaces "))
        #expect(told[1] == "verdict 1/RHV step-up x8.12 final")
    }

    @Test func aDilutedBoundDoesNotTakeThePlaceOfANumberInRangeAndSaysSo() {
        var room = room()
        room.sends(Sent("T-01-RHV-030", "150", measured: "20260131121500"))
        room.hush()
        room.sends(Sent("T-01-RHV-030", "<400", measured: "20260131123000"))
        #expect(
            room.news("result", "verdict", "notice") == [
                "result T-01-RHV-030 <400 1/RHV/30 run 2", "notice low less-exact",
            ])
    }

    @Test func aBoundThatContradictsTheNumberCountsAndSaysSo() {
        var room = room()
        room.sends(Sent("T-01-RHV-030", "150", measured: "20260131121500"))
        room.hush()
        room.sends(Sent("T-01-RHV-030", ">300", measured: "20260131123000"))
        let told = room.news("verdict", "notice")
        #expect(told == ["notice medium bound-for-number", "verdict 1/RHV step-up x3.0 final"])
    }

    @Test func whatComesBetweenCanBringAnEarlierResultBack() {
        var room = room()
        room.sends(Sent("T-01-RHV-030", "150", measured: "20260131121000"))
        room.sends(Sent("T-01-RHV-030", "<400", measured: "20260131123000"))
        room.hush()
        room.sends(Sent("T-01-RHV-030", ">300", measured: "20260131122000"))
        // >300 contradicts 150, and <400, which was measured last, contradicts neither alone.
        #expect(room.news("notice").contains("notice low counts-again"))
        let current = room.station.procedures[0].results.filter {
            $0.news.isCurrent && $0.news.result.specimen == "T-01-RHV-030"
        }
        #expect(current.map(\.news.result.text) == ["<400"])
    }
}
