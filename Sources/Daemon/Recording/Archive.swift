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
            case .withdrawInjection: entries[place].injections[0] -= 1
            case .close: entries[place].closed = true
            default: break
            }
        }
        return entries
    }

    /// The end of the journal's chain: what stands on paper, and `stepupd verify --seal` finds.
    struct Seal: Sendable, Equatable, Encodable {
        /// The journal's identity.
        let journal: String
        /// The last moment.
        let moment: Int64
        /// The link that seals it and every moment before it; hexadecimal.
        let seal: String
    }

    /// The end of the chain as it is now.
    func seal() throws -> Seal {
        let reader = try JournalReader(path: journal)
        let head = try reader.head()
        return Seal(journal: reader.identity, moment: head.number, seal: head.hash.hexadecimal)
    }

    /// Results and verdicts of `procedure` as they stood in the end, or stand now.
    ///
    /// - Throws: ``ExcerptError`` when the journal knows no such procedure.
    func table(of procedure: String) throws -> ProcedureTable {
        let reader = try JournalReader(path: journal)
        let excerpt = try JournalExcerpt(of: procedure, in: reader, program: Stepupd.version)
        var replay = Replay(excerpt.header)
        var end: Duration?
        try reader.moments(after: excerpt.after, through: excerpt.through ?? .max) { moment in
            if let end, moment.time >= end { return }
            if case .mark(let mark) = moment.event, mark.procedure == procedure,
                mark.action == .close
            {
                end = end ?? moment.time + Station.patienceAfterClose
            }
            _ = replay.receive(moment)
        }
        guard let view = replay.station.procedure(procedure) else {
            throw ExcerptError(procedure: procedure, known: [])
        }
        return ProcedureTable(view, isSimulated: replay.station.isSimulated)
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
