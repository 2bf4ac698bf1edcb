import Foundation
import StepUp

@testable import Daemon

/// A `stepupd run` of the built program, with one line on a pseudo-terminal and a page.
final class RunningDaemon {
    /// The built program, which lies beside the tests.
    static let program: String = {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
        return URL(fileURLWithPath: tests ?? "").deletingLastPathComponent().path + "/stepupd"
    }()

    /// Where the page is; nil when the program ended before it served one.
    let web: WebURL?
    private let process = Process()
    private let words = Pipe()
    private let end = DispatchSemaphore(value: 0)

    /// Starts the program on the site in `folder`, under `tracer` if there is one, and waits for
    /// its first line of words.
    init(_ site: TestSite, under tracer: [String] = []) throws {
        // What an earlier daemon left behind could lead to a stranger's terminal by now.
        unlink(site.link)
        let command = tracer + [Self.program, "run", "--config", site.file]
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        process.standardError = words
        process.terminationHandler = { [end] _ in end.signal() }
        try process.run()
        var said = Data()
        while !said.contains(UInt8(ascii: "\n")) {
            let more = words.fileHandleForReading.availableData
            if more.isEmpty { break }
            said += more
        }
        let text = String(decoding: said, as: UTF8.self)
        web = text.firstMatch(of: /http:\/\/[0-9.:]+/).flatMap {
            try? WebURL(parsing: String($0.0))
        }
    }

    deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

    /// The process, for who wants to trace it.
    var identifier: Int32 { process.processIdentifier }

    /// Waits for the end; returns the status, or nil when there is no end within half a minute.
    @discardableResult
    func wait() -> Int32? {
        guard end.wait(timeout: .now() + 30) == .success else { return nil }
        end.signal()
        return process.terminationStatus
    }

    /// Asks for an orderly end and waits for it.
    func stop() -> Int32? {
        process.terminate()
        return wait()
    }

    /// The status and body of a GET.
    func get(_ path: String) async throws -> (status: Int, body: String) {
        try await request(.get, path)
    }

    /// The status and body of a POST of `json`.
    func post(_ path: String, _ json: String) async throws -> (status: Int, body: String) {
        try await request(
            .post, path, headers: [("Content-Type", "application/json")], body: Array(json.utf8))
    }

    private func request(
        _ method: WebClient.Method, _ path: String, headers: [(String, String)] = [],
        body sent: [UInt8] = []
    ) async throws -> (status: Int, body: String) {
        guard let web else { throw POSIXError(.ECONNREFUSED) }
        var (status, body) = (0, [UInt8]())
        let client = WebClient(address: web)
        try await client.request(method, path, headers: headers, body: sent) { answer, piece in
            status = answer.status
            body += piece
            return true
        }
        return (status, String(decoding: body, as: UTF8.self))
    }
}

/// A site of a test's own: a folder with a file, a journal and a pseudo-terminal's link.
struct TestSite {
    let folder: Folder
    let journal: String

    /// A site whose journal lies in its folder, or at `journal`; its line is at `address`, or else
    /// on a pseudo-terminal.
    init(
        journal: String? = nil, address: String? = nil, dialect: String = "roche-cobas-e411"
    ) throws {
        folder = try Folder()
        self.journal = journal ?? folder.file("j.sqlite")
        let text = """
            site: Test
            journal: \(self.journal)
            web:
              port: 0
            lines:
              lab:
                address: \(address ?? "pty:" + folder.file("line"))
                dialect: \(dialect)
            """
        try text.write(toFile: file, atomically: true, encoding: .utf8)
    }

    /// The configuration.
    var file: String { folder.file("site.yaml") }

    /// Where the line's pseudo-terminal is linked.
    var link: String { folder.file("line") }

    /// The analyzer's end of the line.
    func analyzer() throws -> AnalyzerEnd { try AnalyzerEnd(path: link) }

    /// Every byte of the line that is stored, in order.
    func stored() throws -> [UInt8] {
        var bytes: [UInt8] = []
        try JournalReader(path: journal).moments(after: 0) { moment in
            if case .bytes(_, let more, _) = moment.event { bytes += more }
        }
        return bytes
    }
}
