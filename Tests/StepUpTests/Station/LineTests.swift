import Protocols
import Testing

@testable import StepUp

/// What a line tells of itself.
@Suite struct LineTests {
    @Test func aLineIsLostUntilItOpens() {
        var room = Rehearsal()
        #expect(room.station.lines.map(\.state) == [.lost, .lost])
        room.receive(.opened(line: "A", detail: "/dev/ttyS0"))
        #expect(room.station.lines.map(\.state) == [.open, .lost])
        #expect(room.station.lines.map(\.detail) == ["/dev/ttyS0", "not opened yet"])
        #expect(room.told("line") == ["line A open m0 r0"])
    }

    @Test func acknowledgesEachFrameAndTellsOfTheLineOnceAMessage() {
        var room = Rehearsal()
        room.sends(Sent("X1", "10"), Sent("X2", "11"))
        #expect(room.told("line") == ["line A open m1 r2"])
        #expect(room.effects.contains { if case .send("A", _) = $0 { true } else { false } })
    }

    @Test func aFrameInTwoHalvesAcrossARestartIsTaken() {
        var room = Rehearsal()
        let bytes = Sent.message([Sent("X1", "10")])
        room.receive(.bytes(line: "A", Array(bytes[..<60]), damage: LineDamage()))
        room.receive(.began(.rehearsal))
        room.receive(.opened(line: "A", detail: "again"))
        room.receive(.bytes(line: "A", Array(bytes[60...]), damage: LineDamage()))
        #expect(room.told("result") == ["result X1 10 run 1 current"])
    }

    @Test func trainingResultsMarkEverythingWhateverTheSetUpSays() {
        var room = Rehearsal()
        let header = "H|\\^&|||ACCESS|||||LIS||T|1|20260131121600"
        let message = Sent.frames(
            of: [header, "P|1", "O|1|X1||^^^Insulin", "R|1|^^^Insulin|10|uU/mL||||F", "L|1|N"])
        room.receive(.bytes(line: "A", message, damage: LineDamage()))
        // What comes before the first mark is told of the line, and never a result.
        let isResult = { (news: Announcement) in news.body.content.type == "result" }
        let marked = room.announcements.drop { !$0.simulated }
        #expect(marked.contains(where: isResult))
        #expect(!room.announcements.dropLast(marked.count).contains(where: isResult))
        #expect(!marked.contains { !$0.simulated })
        #expect(room.told("notice").contains { $0.contains("training") })
        room.hush()
        room.sends(Sent("X2", "11"))
        #expect(!room.announcements.contains { !$0.simulated })
        room.hush()
        room.receive(.began(.rehearsal))
        #expect(!room.announcements.contains { $0.simulated })
    }

    @Test func aProcedureWithTrainingResultsStaysMarkedAfterARestart() {
        var room = Rehearsal()
        room.mark(.open(.rehearsal))
        room.receive(
            .bytes(
                line: "A", Sent.frames(of: ["H|\\^&||||||||||D|1", "L|1|N"]),
                damage: LineDamage()))
        room.hush()
        room.receive(.began(.rehearsal))
        #expect(!room.announcements.isEmpty)
        #expect(!room.announcements.contains { !$0.simulated })
    }

    @Test func aChangedDialectIsForTheNextMessage() {
        var room = Rehearsal()
        var changed = Setup.rehearsal
        changed.dialects["rehearsal"]?.analytes = [:]
        let bytes = Sent.message([Sent("X1", "10")])
        room.receive(.bytes(line: "A", Array(bytes[..<60]), damage: LineDamage()))
        room.receive(.began(changed))
        room.receive(.bytes(line: "A", Array(bytes[60...]), damage: LineDamage()))
        room.sends("X2", "11")
        let analytes = room.announcements.compactMap { announcement -> String?? in
            guard case .result(let news) = announcement.body else { return nil }
            return .some(news.result.analyte)
        }
        #expect(analytes == ["insulin", nil])
    }

    @Test func aLossIsHighWhileAProcedureRunsAndMediumOtherwise() {
        var room = Rehearsal()
        room.receive(.opened(line: "A", detail: "x"))
        room.receive(.lost(line: "A", reason: "unplugged"))
        #expect(
            room.news("notice", "line").suffix(2) == [
                "line A lost m0 r0", "notice medium line-lost",
            ])
        room.mark(.open(.rehearsal))
        room.receive(.opened(line: "A", detail: "x"))
        room.hush()
        room.receive(.lost(line: "A", reason: "unplugged"))
        #expect(room.told() == ["line A lost m0 r0", "notice high line-lost"])
    }

    @Test func theEndOfACallersConnectionEndsItsTable() {
        var setup = Setup.rehearsal
        for name in setup.dialects.keys { setup.dialects[name]?.link.kind = .table }
        var room = Rehearsal(setup)
        room.mark(.open(.rehearsal))
        room.receive(.opened(line: "A#1", detail: "x"))
        room.hush()
        room.receive(.bytes(line: "A#1", Array("a,b\nc,d\n".utf8), damage: LineDamage()))
        room.receive(.lost(line: "A#1", reason: "closed"))
        #expect(room.told("notice").contains("notice low line-lost"))
        room.receive(.opened(line: "A#2", detail: "x"))
        room.hush()
        room.receive(.bytes(line: "A#2", Array("a,b\nc,d".utf8), damage: LineDamage()))
        room.receive(.lost(line: "A#2", reason: "closed"))
        #expect(room.told("notice").contains("notice high line-lost"))
    }

    @Test func theSameLossToldAgainIsNotNews() {
        var room = Rehearsal()
        room.receive(.lost(line: "A", reason: "no such port"))
        room.hush()
        room.receive(.lost(line: "A", reason: "no such port"))
        #expect(room.told() == [])
    }

    @Test func acknowledgedFramesOutliveALossUntilTheTimeOut() {
        var room = Rehearsal()
        let bytes = Sent.message([Sent("X1", "10")])
        room.receive(.opened(line: "A", detail: "x"))
        room.receive(.bytes(line: "A", Array(bytes.dropLast(14)), damage: LineDamage()))
        room.receive(.lost(line: "A", reason: "unplugged"))
        #expect(room.told("result") == [])
        room.at(120)
        #expect(room.told("result") == ["result X1 10 run 1 current"])
        #expect(room.station.rest != nil)
    }

    @Test func threeBadCheckSumsInARowAskForALookAtTheSettings() {
        var room = Rehearsal()
        room.hears("<ENQ>")
        for _ in 1...5 { room.hears("<STX>1H|\\^&<CR><ETX>00<CR><LF>") }
        #expect(room.told("notice") == ["notice medium line-settings"])
        #expect(room.told("line").last == "line A open m0 r0 bad-checksum=5")
    }

    @Test func anotherFrameUnderTheSameNumberIsRefusedWithANotice() {
        var room = Rehearsal()
        room.hears("<ENQ><STX>1H|\\^&<CR><ETX>E5<CR><LF>")
        room.hears("<STX>1H|\\^;<CR><ETX>FA<CR><LF>")
        #expect(room.told("notice") == ["notice medium conflicting-frame"])
        #expect(room.told("line").last == "line A open m0 r0 conflicting-frame=1")
    }

    @Test func aFrameWithoutAnEndIsRefusedWithANotice() {
        var room = Rehearsal()
        room.hears("<ENQ><STX>1" + String(repeating: "H", count: 70_000))
        #expect(room.told("notice") == ["notice medium frame-too-long"])
    }

    @Test func aFloodOfDefectsIsToldMoreAndMoreRarely() {
        var room = Rehearsal()
        room.hears("<ENQ>")
        for _ in 1...100 { room.hears("<STX>1H|\\^&<CR><ETX>00<CR><LF>") }
        #expect(room.told("line").count == 8 + 3)
        #expect(room.station.lines[0].defects == ["bad-checksum": 100])
    }

    @Test func callersOfAListeningLineShareItsDialectAndItsMemory() {
        var room = Rehearsal()
        room.receive(.opened(line: "B#1", detail: "10.0.0.5:4001"))
        room.receive(.opened(line: "B#2", detail: "10.0.0.5:4002"))
        room.sends(Sent("X1", "10"), on: "B#1")
        room.sends(Sent("X1", "10"), on: "B#2")
        #expect(room.told("result") == ["result X1 10 run 1 current", "result X1 10 run 1 repeat"])
        #expect(room.told("line").last == "line B open m2 r2")
        let ends = room.announcements.compactMap { told -> Int? in
            if case .result(let news) = told.body { news.result.bytes.upperBound } else { nil }
        }
        #expect(room.station.lines[1].bytes == ends.reduce(0, +))
    }

    @Test func aCallerThatHangsUpBetweenMessagesIsForgottenQuietly() {
        var room = Rehearsal()
        room.receive(.opened(line: "B#1", detail: "10.0.0.5:4001"))
        room.sends(Sent("X1", "10"), on: "B#1")
        room.receive(.lost(line: "B#1", reason: "closed by the other end"))
        #expect(room.told("notice") == [])
        #expect(room.station.configured[1].connections.isEmpty)
        #expect(room.station.rest != nil)
    }

    @Test func aNewCallerUnderAnOldNameBeginsItsOwnMessage() {
        var room = Rehearsal()
        let bytes = Sent.message([Sent("X1", "10")])
        room.receive(.opened(line: "B#1", detail: "first"))
        room.receive(.bytes(line: "B#1", Array(bytes.dropLast(14)), damage: LineDamage()))
        room.receive(.opened(line: "B#1", detail: "second"))
        room.sends(Sent("X2", "11"), on: "B#1")
        #expect(
            room.told("result") == ["result X1 10 run 1 current", "result X2 11 run 1 current"])
    }

    @Test func bytesOfALineThatIsNotInTheSetUpAreSaidOnce() {
        var room = Rehearsal()
        room.hears("<ENQ>", on: "Z")
        room.hears("<ENQ>", on: "Z")
        #expect(room.told("notice") == ["notice medium unknown-line"])
    }

    @Test func aLineWithoutADialectIsSaid() {
        var setup = Setup.rehearsal
        setup.lines["C"] = Setup.LineSetup(dialect: "klingon")
        #expect(Rehearsal(setup).told("notice") == ["notice high no-dialect"])
    }

    @Test func aQueryBringsTheSpecimenInAndIsNotAnswered() {
        var room = Rehearsal()
        room.mark(.open(.rehearsal))
        room.hush()
        let query = ["H|\\^&", "Q|1|^T-01-RHV-000||ALL||||||||O", "L|1|N"]
        room.receive(.bytes(line: "A", Sent.frames(of: query), damage: LineDamage()))
        #expect(
            room.told("specimen", "notice") == [
                "specimen T-01-RHV-000 received 1/RHV/0", "notice medium query",
            ])
    }
}
