import ArgumentParser
import Foundation

/// `stepupd backup`: copies the journal, also while it is written.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the journal to a new file, also while it is written, and check the copy.")

    @OptionGroup var journal: JournalOptions

    @Argument(help: "The copy's path; a file that is there is not replaced.")
    var target: String

    func run() throws {
        let path = try journal.path
        guard !FileManager.default.fileExists(atPath: target) else {
            throw Failure(description: "\(target) is there already: give another name")
        }
        try JournalReader(path: path).backUp(to: target)
        let check = JournalCheck(try JournalReader(path: target))
        if let fault = check.fault { throw Failure(description: "the copy is not whole: \(fault)") }
        Console.say("\(target): \(check.sound) moments, all as they were written.")
    }
}
