import ArgumentParser
import Foundation

/// `stepupd verify`: says whether the journal, or a recording, is as it was written.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check the chain of a journal, also while it is written, or of a recording.")

    @OptionGroup var journal: JournalOptions

    @Option(help: "A seal that was printed on a report: finds the moment that it seals.")
    var seal: String?

    @Argument(help: "A recording to check in place of the journal.")
    var recording: String?

    func run() throws {
        if let recording { return try verify(recording: recording) }
        let path = try journal.path
        let sought = try seal.map(Self.bytes)
        let check = JournalCheck(try JournalReader(path: path), sought: sought)
        if let fault = check.fault { throw Failure(description: "\(path): \(fault)") }
        Console.say("\(path): \(check.sound) moments, all as they were written.")
        if sought != nil {
            guard let found = check.found else {
                throw Failure(description: "\(path): no moment bears this seal")
            }
            Console.say("\(path): the seal is that of moment \(found).")
        }
        print(check.seal)
    }

    /// The bytes of a seal as it is printed, blanks or not.
    private static func bytes(of seal: String) throws -> Data {
        let digits = seal.filter { !$0.isWhitespace }.compactMap(\.hexDigitValue)
        guard digits.count == 64, digits.count == seal.filter({ !$0.isWhitespace }).count else {
            throw ValidationError("A seal is 64 hexadecimal digits, as the report prints them.")
        }
        return Data(stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) })
    }

    private func verify(recording: String) throws {
        let content = try Files.content(of: recording)
        let reader = try RecordingReader(file: recording, content: content)
        guard reader.header.sealed else {
            throw Failure(description: "\(recording): the recording is not sealed")
        }
        var count = 0
        try reader.moments { _ in count += 1 }
        Console.say("\(recording): \(count) moments, all as they were written.")
    }
}

/// Files that people name on the command line.
enum Files {
    /// What `path` holds, or one sentence that says why it cannot be read.
    static func content(of path: String) throws -> Data {
        do {
            return try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
        } catch {
            let isThere = FileManager.default.fileExists(atPath: path)
            throw Failure(
                description: isThere ? "\(path) cannot be read" : "there is no file \(path)")
        }
    }
}
