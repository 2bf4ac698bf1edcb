import StepUp

/// Every procedure of a journal, also of years ago, for whoever looks back.
///
/// Its calls read the disk: ask them where waiting delays nobody.
struct Archive: Sendable {
    /// The journal's path.
    let journal: String

    /// One procedure, as its marks tell.
    struct Entry: Sendable, Equatable, Encodable {
        let procedure: String
        let title: String
        let pseudonym: String
        /// When it was opened, RFC 3339.
        let opened: String
        /// Whether it was closed.
        var closed = false
        /// Injections that were given, and sites that were planned.
        var injections: [Int]
    }

    /// All of them, in the order of their opening.
    func procedures() throws -> [Entry] {
        var entries: [Entry] = []
        var places: [String: Int] = [:]
        for (moment, mark) in try JournalReader(path: journal).stampedMarks() {
            if case .open(let plan) = mark.action, places[mark.procedure] == nil {
                places[mark.procedure] = entries.count
                entries.append(
                    Entry(
                        procedure: mark.procedure, title: plan.title, pseudonym: plan.pseudonym,
                        opened: moment.wall.description, injections: [0, plan.sites.count]))
            }
            guard let place = places[mark.procedure] else { continue }
            switch mark.action {
            case .injection: entries[place].injections[0] += 1
            case .close: entries[place].closed = true
            default: break
            }
        }
        return entries
    }

    /// The recording of `procedure`, line by line to `write`.
    ///
    /// - Throws: ``ExcerptError`` when the journal knows no such procedure.
    func record(_ procedure: String, to write: (String) -> Void) throws {
        let reader = try JournalReader(path: journal)
        try JournalExcerpt(of: procedure, in: reader, program: Stepupd.version)
            .write(from: reader, to: write)
    }

    /// What was announced during `procedure`, an object of JSON a line to `write`: its moments are
    /// folded again.
    ///
    /// - Throws: ``ExcerptError`` when the journal knows no such procedure.
    func announce(_ procedure: String, to write: (String) -> Void) throws {
        let reader = try JournalReader(path: journal)
        let excerpt = try JournalExcerpt(of: procedure, in: reader, program: Stepupd.version)
        var replay = Replay(excerpt.header)
        try reader.moments(after: excerpt.after, through: excerpt.through ?? .max) { moment in
            for news in replay.receive(moment) { write(try JSONLine.text(of: news)) }
        }
    }
}
