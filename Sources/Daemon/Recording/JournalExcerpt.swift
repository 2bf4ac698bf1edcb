import StepUp

/// The piece of a journal that one procedure needs to be folded again.
struct JournalExcerpt {
    /// The number of the moment before the first.
    var after: Int64
    /// The last moment; nil for the journal's last.
    var through: Int64?
    var header: RecordingHeader

    /// The excerpt for `procedure`: from the last rest before its opening to the moment before the
    /// next procedure opened after its close, so that late results are in it.
    ///
    /// - Throws: ``RecordingError`` when the journal knows no such procedure.
    init(of procedure: String, in reader: JournalReader, program: String) throws {
        let marks = try reader.marks()
        guard let opening = marks.first(where: { $0.mark.opens(procedure) }) else {
            throw ExcerptError(procedure: procedure, known: marks.compactMap(\.mark.opened))
        }
        let closing = marks.first { $0.mark.procedure == procedure && $0.mark.action == .close }
        through = closing.flatMap { closing in
            marks.first { $0.moment > closing.moment && $0.mark.opened != nil }
        }.map { $0.moment - 1 }
        let start = try reader.rest(at: opening.moment - 1)
        after = start?.after ?? 0
        let setup = try start?.rest.setup ?? reader.firstSetup()
        header = RecordingHeader(
            program: program, journal: reader.identity, setup: setup, after: after,
            rest: start?.rest)
        header.procedure = procedure
        if case .open(let plan) = opening.mark.action { header.plan = plan }
    }

    /// Hands the lines of the recording to `write`, one after the other.
    func write(from reader: JournalReader, to write: (String) throws -> Void) throws {
        var writer = try RecordingWriter(header: header)
        try write(writer.headerLine)
        try reader.moments(after: after, through: through ?? .max) { moment in
            try write(try writer.line(of: moment))
        }
    }
}

/// The procedure that was asked for is not in the journal.
struct ExcerptError: Error, CustomStringConvertible {
    var procedure: String
    /// Those that are.
    var known: [String]

    /// One sentence, with the names that would have done.
    var description: String {
        let hint = known.isEmpty ? "it holds none" : "it holds " + known.joined(separator: ", ")
        return "the journal holds no procedure '\(procedure)'; \(hint)"
    }
}

extension Mark {
    /// The procedure that this mark opens; nil when it does something else.
    fileprivate var opened: String? { if case .open = action { procedure } else { nil } }

    fileprivate func opens(_ name: String) -> Bool { opened == name }
}
