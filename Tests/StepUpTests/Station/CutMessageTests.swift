import Protocols
import Testing

@testable import StepUp

/// A message that breaks off behind a result, and comes again whole: the result is the same one,
/// and what was lost with the rest of the message is told after all.
@Suite struct CutMessageTests {
    private static func message(
        _ specimen: String = "T-01-RHV-000", _ value: String = "10", test: String = "Insulin",
        at minute: Int = 15, then: [String] = ["C|1|I|ORL|I"]
    ) -> [String] {
        [
            "H|\\^&|||ANALYZER|||||LIS||P|1|20260131131000", "P|1", "O|1|\(specimen)",
            "R|1|^^^\(test)|\(value)|uU/mL||||F||||2026013112\(minute)00|",
        ] + then + ["L|1|F"]
    }

    /// A room with an injection, and somebody who sends.
    private struct Play {
        var room = Rehearsal()

        init() {
            room.mark(.open(.rehearsal))
            room.at(100)
            room.mark(.injection(site: "RHA", number: nil))
            room.hush()
        }

        /// Sends as many records of a message as `count` says, then nothing for a minute; all of
        /// them and EOT when it is nil.
        mutating func send(_ records: [String], first count: Int? = nil) {
            let sent = Sent.frames(of: count.map { Array(records.prefix($0)) } ?? records)
            let bytes = count == nil ? sent : sent.dropLast()
            room.receive(.bytes(line: "A", Array(bytes), damage: LineDamage()))
            room.at(Double(room.time.components.seconds) + 60)
        }

        /// What was told of results since, a line each with its comments.
        mutating func results() -> [String] {
            defer { room.hush() }
            let numbers = room.announcements.compactMap { told in
                if case .result(let news) = told.body { (told.inBrief, news) } else { nil }
            }
            return numbers.map { brief, news in
                let words = brief.split(separator: " ").dropFirst(2).prefix { $0 != "replaces" }
                let comments = news.result.value.comments
                return (words.map(String.init) + comments).joined(separator: " ")
            }
        }
    }

    @Test(arguments: [["C|1|I|ORL|I"], ["M|1|RAW|7", "C|1|I|ORL|I"]])
    func commentsThatWereCutOffAreToldWithTheSameResultAgain(then: [String]) {
        var play = Play()
        play.send(Self.message(then: then), first: 4)
        #expect(play.results() == ["10 1/RHV/0 run 1 current"])
        play.send(Self.message(then: then))
        #expect(play.results() == ["10 1/RHV/0 run 1 current repeat ORL"])
        play.send(Self.message(then: then))
        #expect(play.results() == ["10 1/RHV/0 run 1 repeat ORL"])
        play.send(Self.message(then: then))
        #expect(play.results() == ["10 1/RHV/0 run 1 repeat ORL"])
    }

    @Test func theCompleteResultReplacesTheOneThatWasCut() throws {
        var play = Play()
        play.send(Self.message(), first: 4)
        play.send(Self.message())
        let told = play.room.announcements.compactMap { told in
            if case .result(let news) = told.body { (told.id, news) } else { nil }
        }
        #expect(told.map(\.1.result.value.isComplete) == [false, true])
        #expect(told.last?.1.replaces == told.first?.0)
    }

    @Test func anotherCutMessageIsARepeatAndTakesNothingBack() {
        var play = Play()
        play.send(Self.message())
        play.send(Self.message(), first: 4)
        #expect(
            play.results() == ["10 1/RHV/0 run 1 current ORL", "10 1/RHV/0 run 1 repeat"])
    }

    @Test func aRerunThatCameBetweenStillCounts() {
        var play = Play()
        play.send(Self.message(), first: 4)
        play.send(Self.message(at: 40, then: []))
        play.send(Self.message())
        play.send(Self.message())
        #expect(
            play.results() == [
                "10 1/RHV/0 run 1 current", "10 1/RHV/0 run 2 current",
                "10 1/RHV/0 run 1 repeat ORL", "10 1/RHV/0 run 1 repeat ORL",
            ])
    }

    @Test func aHeldSpecimenHasOneRunToo() {
        var play = Play()
        for count in [4, nil, nil] { play.send(Self.message("X-9"), first: count) }
        #expect(
            play.results() == [
                "10 run 1 current", "10 run 1 current repeat ORL", "10 run 1 repeat ORL",
            ])
    }

    @Test func aTestThatIsMappedAfterwardsStaysOneRun() {
        var play = Play()
        for count in [4, nil] { play.send(Self.message(test: "Ins-2"), first: count) }
        play.room.hush()
        play.room.mark(.map(line: "A", test: "Ins-2", analyte: "insulin"))
        #expect(play.results().last == "10 1/RHV/0 run 1 current repeat ORL")
        play.send(Self.message(test: "Ins-2"))
        #expect(play.results() == ["10 1/RHV/0 run 1 repeat ORL"])
    }

    @Test func aPersonIsAskedOnceToRunAnEmptyResultAgain() {
        var play = Play()
        for count in [4, nil, nil] {
            play.send(Self.message("T-01-RHV-000", "-----"), first: count)
        }
        let asked = play.room.told("notice").filter { $0.hasSuffix("no-value") }
        #expect(asked.count == 1)
        #expect(play.results().last == "----- 1/RHV/0 run 1 repeat ORL")
    }
}
