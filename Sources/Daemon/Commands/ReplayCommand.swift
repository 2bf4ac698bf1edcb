import ArgumentParser
import Foundation
import Protocols
import Settings
import Simulator
import StepUp

/// `stepupd replay`: what a recording or a raw capture announces.
struct ReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Announce a recording, or a raw capture given its dialect, again.",
        discussion:
            "Announcements go to standard output, one JSON object a line. Of a capture, only "
            + "results are told unless --all is given; its bytes bear no time, so that 'at' is "
            + "1970-01-01T00:00:00.000Z, the Unix epoch.")

    @Argument(help: "The recording, or the capture.")
    var file: String

    @Option(help: "The dialect that a raw capture is in.")
    var dialect: String?

    @Flag(help: "Tell everything that a capture announces, not only its results.")
    var all = false

    @Option(help: "How fast a recording runs: 1 is as it was, 10 ten times as fast, or 'max'.")
    var pace: Pace?

    @Flag(help: "Show the recording on the page, at its true pace unless --pace says otherwise.")
    var serve = false

    @Option(help: "Where the page is served.")
    var web = WebAddress.standard.description

    @Option(help: "A folder with changed files of the catalogue.")
    var catalogue: String?

    func validate() throws {
        if dialect != nil, serve || pace != nil {
            throw ValidationError(
                "a raw capture bears no time: --pace and --serve are for recordings")
        }
        if dialect == nil, all { throw ValidationError("--all is for raw captures (--dialect)") }
    }

    func run() async throws {
        let content = try Files.content(of: file)
        if let dialect { return try replay(capture: content, dialect: dialect) }
        guard RecordingReader.claims(content) else {
            throw Failure(
                description: "\(file) is no recording; a raw capture needs --dialect"
                    + hint(about: [UInt8](content)), status: 2)
        }
        let recording = try RecordingReader(file: file, content: content)
        let catalogue = try Catalogue(folder: catalogue)
        if serve {
            let address = try WebAddress(parsing: web)
            try await ReplayShow(recording: recording, pace: pace ?? .times(1)).serve(
                at: address, catalogue: catalogue)
        } else {
            try await print(recording, pace: pace ?? .max)
        }
    }

    /// Names the dialect that a capture looks like, if one bears its sign.
    private func hint(about capture: [UInt8]) -> String {
        let dialects = (try? Catalogue(folder: catalogue).dialects().map(\.value)) ?? []
        guard let found = Recognition(of: capture, among: dialects).likeliest else { return "" }
        return ": it looks like --dialect \(found.dialect) (\(found.evidence))"
    }

    private func print(_ recording: RecordingReader, pace: Pace) async throws {
        var output = LineOutput(isLive: pace != .max)
        var replay = Replay(recording.header)
        func tell(_ moment: Moment) throws {
            for news in replay.receive(moment) { output.write(try JSONLine.text(of: news)) }
        }
        if pace == .max {
            try recording.moments(take: tell)
        } else {
            let player = PacedPlayer(pace: pace)
            for moment in try recording.all() {
                try await player.wait(until: moment)
                try tell(moment)
            }
        }
        output.flush()
    }

    private func replay(capture content: Data, dialect name: String) throws {
        let catalogue = try Catalogue(folder: catalogue)
        guard let dialect = try catalogue.dialects()[name] else {
            let known = catalogue.names(in: "dialects").joined(separator: ", ")
            throw Failure(description: "there is no dialect '\(name)' (known: \(known))", status: 2)
        }
        let capture = Capture(
            bytes: [UInt8](content), dialect: dialect, version: Stepupd.version)
        var output = LineOutput()
        let station = try capture.replay { news in
            guard all || news.isResult || news.isRefusal else { return }
            output.write(try JSONLine.text(of: news))
        }
        output.flush()
        for line in station.lines { Console.say(line.summary(of: content.count)) }
    }
}

extension Announcement {
    /// True for a result record.
    fileprivate var isResult: Bool { if case .result = body { true } else { false } }

    /// True for a row of a table that was refused.
    fileprivate var isRefusal: Bool {
        if case .notice(let notice) = body { notice.code == Defect.badRow.rawValue } else { false }
    }
}

extension LineNews {
    /// What was read, in words; what was refused or ignored, by name and count.
    ///
    /// - Parameter size: the capture's bytes; ``bytes`` ends with the last result.
    /// - Returns: one sentence.
    func summary(of size: Int) -> String {
        let refused = defects.sorted { $0.key < $1.key }.map { "\($0.value) × \($0.key)" }
        return "\(size) bytes, \(messages) messages, \(results) results"
            + (refused.isEmpty ? "; nothing was refused." : "; " + refused.joined(separator: ", "))
    }
}
