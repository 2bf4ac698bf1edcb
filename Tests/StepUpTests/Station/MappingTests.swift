import Foundation
import Protocols
import Testing

@testable import StepUp

/// A test code that no dialect knows, and what follows when somebody says what it measures.
@Suite struct MappingTests {
    private static let map = Mark.Action.map(line: "A", test: "IRI", analyte: "insulin")

    /// A room whose baseline of RHA in RHV is 10, and whose 30 s came under an unknown code.
    private static func room() -> Rehearsal {
        var room = Rehearsal.withBaseline("10")
        room.sends(Sent("T-01-RHV-030", "25", test: "IRI"))
        room.hush()
        return room
    }

    @Test func whatCameAlreadyIsToldAgainAndJudged() {
        var room = Self.room()
        let old = room.station.procedures[0].results.last?.id ?? 0
        #expect(room.mark(Self.map) == .taken(again: false))
        #expect(
            room.told("notice", "result", "specimen", "verdict") == [
                "notice information mapped",
                "result T-01-RHV-030 25 1/RHV/30 run 1 current replaces \(old)",
                "specimen T-01-RHV-030 result 1/RHV/30 at 30.0",
                "verdict 1/RHV step-up x2.5",
            ])
    }

    @Test func whatComesLaterIsJudgedAtOnce() {
        var room = Self.room()
        room.mark(Self.map)
        room.hush()
        room.sends(Sent("T-01-RHV-060", "26", test: "IRI"))
        #expect(room.told("notice") == [])
        #expect(room.told("verdict").last == "verdict 1/RHV step-up x2.6 final")
    }

    @Test func aRepeatOfWhatWasToldAgainIsARepeat() {
        var room = Self.room()
        room.mark(Self.map)
        room.hush()
        room.sends(Sent("T-01-RHV-030", "25", test: "IRI"))
        #expect(
            room.told("result", "verdict") == ["result T-01-RHV-030 25 1/RHV/30 run 1 repeat"])
    }

    @Test func itIsTakenBackByTheSameMarkWithoutAnAnalyte() {
        var room = Self.room()
        room.mark(Self.map)
        room.hush()
        room.mark(.map(line: "A", test: "IRI", analyte: nil))
        #expect(room.told("specimen") == ["specimen T-01-RHV-030 received 1/RHV/30 at 30.0"])
        #expect(room.told("verdict") == ["verdict 1/RHV pending withdrawn"])
        room.hush()
        room.sends(Sent("T-01-RHV-060", "26", test: "IRI"))
        #expect(room.told("notice") == ["notice medium unmapped-test"])
    }

    @Test func oneResultOfTheHormoneCountsWhereTwoCodesMeanIt() {
        var room = Self.room()
        room.sends(Sent("T-01-RHV-030", "31", measured: "20260131124000"))
        room.hush()
        room.mark(Self.map)
        let results = room.station.procedures[0].results.filter {
            $0.news.place?.second == 30
        }
        #expect(results.map(\.news.result.text) == ["25", "31"])
        #expect(results.filter(\.news.isCurrent).map(\.news.result.text) == ["31"])
        #expect(Set(results.map(\.news.run)) == [1, 2])
    }

    @Test func aHeldSpecimenKeepsTheMeaningWhenItIsAssigned() {
        var room = Rehearsal.withBaseline("10")
        room.sends(Sent("STRANGE", "25", test: "IRI"))
        room.hush()
        room.mark(Self.map)
        #expect(room.told("result").count == 1)
        room.mark(.assign(specimen: "STRANGE", place: .init("1/RHV/30"), reason: "mistyped"))
        #expect(room.told("verdict").last == "verdict 1/RHV step-up x2.5")
    }

    @Test func itOutlivesARestartAndARest() throws {
        var room = Self.room()
        room.mark(Self.map)
        room.mark(.close)
        room.at(6 * 3600)
        let rest = try #require(room.station.rest)
        let stored = try JSONDecoder().decode(
            Station.Rest.self, from: JSONEncoder().encode(rest))
        var later = Rehearsal(.rehearsal, rest: stored)
        later.mark(.open(.rehearsal.tagged(labels: "U")), in: "Q")
        later.hush()
        later.sends(Sent("U-01-RHV-000", "12", test: "IRI"))
        #expect(later.told("specimen") == ["specimen U-01-RHV-000 result 1/RHV/0"])
    }

    @Test func whatCannotBeIsRefusedWithTheCure() {
        var room = Self.room()
        func reason(_ action: Mark.Action) -> String {
            guard case .refused(let reason) = room.mark(action) else { return "taken" }
            return reason
        }
        #expect(
            reason(.map(line: "Z", test: "IRI", analyte: "insulin"))
                == "There is no line 'Z': name one of A, B.")
        #expect(
            reason(.map(line: "A", test: "Insulin", analyte: "gastrin")).hasPrefix(
                "Test 'Insulin' is insulin by dialect rehearsal"))
        #expect(
            reason(.map(line: "A", test: "IRI", analyte: "insuline")).hasPrefix(
                "Nothing here is called 'insuline': choose one of c-peptide, gastrin,"))
    }

    @Test func anotherLinesCodeIsItsOwn() {
        var room = Self.room()
        room.mark(.map(line: "B", test: "IRI", analyte: "insulin"))
        #expect(room.told("result", "verdict") == [])
    }
}
