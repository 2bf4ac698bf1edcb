import Foundation
import Lines
import Protocols
import StepUp
import Synchronization
import Testing

@testable import Daemon

@Suite struct DeskTests {
    private let folder: Folder
    private let journal: Journal
    private let inbox: Inbox
    private let broadcast = Broadcast()
    private let health = Health()
    private let lines = ScriptedLines()
    private let room: Room
    private let desk: Desk

    init() throws {
        folder = try Folder()
        journal = try Journal(path: folder.file("j.sqlite"), program: "1.2.3")
        inbox = Inbox(waker: try Waker())
        room = try Room(journal: journal, clock: DrivenClock())
        desk = Desk(
            room: room, exchange: lines, inbox: inbox, broadcast: broadcast, health: health)
    }

    private let large = LineEvent.bytes(
        line: "lab", [UInt8](repeating: 65, count: 4 << 20), LineDamage())

    @Test func storesWhatWasHeard() throws {
        lines.batches = [[.opened(line: "lab", detail: "x")], [.lost(line: "lab", reason: "y")]]
        desk.turn()
        desk.turn()
        #expect(journal.head.number == 2)
        #expect(health.state == .sound)
    }

    @Test func closesTheLinesWhileTheDiskIsFullAndOpensThemAfterwards() throws {
        try journal.limit(pages: 1)
        lines.batches = [[large]]
        desk.turn()
        #expect(health.state == .stalled("the journal takes nothing for now: the disk is full"))
        desk.turn()
        #expect(lines.acts.suffix(2) == [.wait(Desk.retryPace), .pause])
        #expect(journal.head.number == 0)

        try journal.limit(pages: 1 << 30)
        desk.turn()
        #expect(health.state == .sound)
        #expect(lines.acts.last == .resume)
        #expect(journal.head.number == 1)
    }

    @Test func refusesMarksWhileNothingCanBeStored() async throws {
        try journal.limit(pages: 1)
        lines.batches = [[large]]
        desk.turn()
        let told = Task { [inbox] in try await inbox.submit(.note("x")) }
        while inbox.isEmpty { await Task.yield() }
        desk.turn()
        let why = "the journal takes nothing for now: the disk is full"
        await #expect(throws: Inbox.Refusal.notRecorded(why)) { try await told.value }
        #expect(journal.head.number == 0)
    }

    @Test func sendsAnswersBeforeItTellsAnybody() throws {
        desk.enter([.began(try Story.setup), .opened(line: "lab", detail: "x")])
        let told = broadcast.census.last
        lines.onSend = { [broadcast, lines] in lines.toldAtSend = broadcast.census.last }
        lines.batches = [
            [.bytes(line: "lab", [0x05], LineDamage())],
            [
                .bytes(line: "lab", AnalyzerEnd.frame("H|\\^&", number: 1), LineDamage()),
                .lost(line: "lab", reason: "gone"),
            ],
        ]
        desk.turn()
        #expect(lines.acts.last == .send("lab", [0x06]))
        desk.turn()
        #expect(lines.toldAtSend == told)
        #expect(broadcast.census.last > told)
    }

    @Test func tellsWhoeverMadeAMarkWhatBecameOfIt() async throws {
        desk.enter([.began(try Story.setup)])
        let told = Task { [inbox] in try await inbox.submit(.note("x")) }
        while inbox.isEmpty { await Task.yield() }
        desk.turn()
        guard case .refused = try await told.value else {
            Issue.record("a note on a procedure that is not open was taken")
            return
        }
        #expect(journal.head.number == 2)
    }

    @Test func answersQuestionsBetweenWaits() async throws {
        let asked = Task { [inbox] in try await inbox.ask { $0.deadline == nil } }
        while inbox.isEmpty { await Task.yield() }
        desk.turn()
        #expect(try await asked.value)
    }

    @Test func refusesEverythingOnceClosed() async {
        inbox.close()
        await #expect(throws: Inbox.Refusal.closed) { try await inbox.submit(.note("x")) }
        await #expect(throws: Inbox.Refusal.closed) { try await inbox.ask { _ in 1 } }
    }
}
