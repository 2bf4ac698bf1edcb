import Foundation
import Lines
import Settings
import Simulator
import StepUp

@testable import Daemon

/// One demonstration, played to its end.
struct Performance {
    /// Every announcement as it went out, one JSON object each.
    let told: [String]
    /// The journal that it left.
    let journal: String
    /// What the procedure was called.
    let procedure: String

    /// Plays `scenario` in `folder`, as fast as it goes unless `pace` says otherwise.
    init(
        _ scenario: String, dialect: String? = nil, seed: UInt64 = 1, pace: Pace = .max,
        faults: Faults? = nil, asks: Bool = false, in folder: Folder
    ) async throws {
        let script = try Script(scenario: scenario, dialect: dialect, catalogue: Catalogue())
        let place = folder.file(UUID().uuidString)
        try FileManager.default.createDirectory(
            atPath: place, withIntermediateDirectories: true)
        let demonstration = Demonstration(
            script: script, seed: seed, pace: pace, faults: faults, asks: asks, folder: place,
            journal: place + "/journal")
        (journal, procedure) = (demonstration.journal, demonstration.procedure)
        let waker = try Waker()
        let inbox = Inbox(waker: waker)
        let shown = ShownTime(pace: .max)
        let broadcast = Broadcast { shown.now }
        let thread = try await DeskThread.start {
            let desk = try demonstration.open(
                inbox: inbox, waker: waker, broadcast: broadcast, shown: shown
            ) { inbox.close() }
            return (desk, ())
        }.thread
        await thread.join()
        var told: [String] = []
        for await piece in broadcast.subscribe() {
            told.append(piece.json)
            if piece.id == broadcast.census.last { break }
        }
        self.told = told
    }

    /// What the recording of the procedure announces when it is replayed.
    func replayed() throws -> [String] {
        let reader = try JournalReader(path: journal)
        let excerpt = try JournalExcerpt(of: procedure, in: reader, program: Stepupd.version)
        var recording = ""
        try excerpt.write(from: reader) { recording += $0 + "\n" }
        let reading = try RecordingReader(file: "recording", content: Data(recording.utf8))
        return try reading.announcements().map(Piece.encoded)
    }

    /// The announcements of one type, as dictionaries.
    func objects(_ type: String) throws -> [[String: Any]] {
        try told.compactMap { text in
            let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
            guard let object = object as? [String: Any], object["type"] as? String == type else {
                return nil
            }
            return object
        }
    }

    /// The kind of the last reading, and whether it was final.
    func reading() throws -> (kind: String?, final: Bool?) {
        let reading = try objects("map").last?["reading"] as? [String: Any]
        return (reading?["kind"] as? String, reading?["final"] as? Bool)
    }
}
