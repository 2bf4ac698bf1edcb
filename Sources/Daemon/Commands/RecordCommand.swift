import ArgumentParser

/// `stepupd record`: a procedure as a file.
struct RecordCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Write a procedure as a recording to standard output.",
        discussion: "The recording holds every moment from the last rest before the procedure was "
            + "opened to the opening of the next one; 'stepupd replay' reads it.")

    @OptionGroup var journal: JournalOptions

    @Argument(help: "The procedure's identity.")
    var procedure: String

    func run() throws {
        let reader = try JournalReader(path: journal.path)
        let excerpt = try JournalExcerpt(of: procedure, in: reader, program: Stepupd.version)
        var output = LineOutput()
        try excerpt.write(from: reader) { output.write($0) }
        output.flush()
    }
}
