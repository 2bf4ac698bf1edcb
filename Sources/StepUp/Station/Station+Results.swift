internal import Protocols

/// What sessions find on a line.
extension Station {
    /// Does what a session wants done, and takes what it found.
    mutating func perform(
        _ action: Session.Action, of name: String, _ line: Int, into out: inout Outbox
    ) {
        switch action {
        case .send(let bytes): out.send(bytes, to: name)
        case .results(let results):
            for index in results.indices {
                take(Shared(results[index]), from: name, line, into: &out)
            }
            if let last = results.indices.last {
                count(upTo: results[last].bytes.upperBound, of: name, line)
            }
            configured[line].record.countMessage(results: results.count)
            if !results.isEmpty { understand(name, line) }
            out.tell(.line(configured[line].news()))
        case .training: becomeSimulated(by: name, into: &out)
        case .query(let query):
            understand(name, line)
            take(query, from: name, line, into: &out)
        case .defect(let defect): take(defect, of: name, line, into: &out)
        case .badRow(let bad):
            out.notice(
                .medium, Defect.badRow.rawValue,
                "Line \(name) brings a table whose row \(bad.row) is refused: \(bad.problem).",
                line: name)
        case .dispatch(let dispatch): take(dispatch, of: name, line, into: &out)
        }
    }

    /// Counts the line's bytes as far as what is told: the rest may be half a message.
    private mutating func count(upTo position: Int, of name: String, _ line: Int) {
        guard let index = configured[line].connections.index(of: name) else { return }
        let counted = configured[line].connections[index].counted
        guard position > counted else { return }
        configured[line].record.bytes += position - counted
        configured[line].connections[index].counted = position
    }

    /// One result record: exactly one announcement, tagged as far as its specimen is known.
    private mutating func take(
        _ result: Shared<AssayResult>, from name: String, _ line: Int, into out: inout Outbox
    ) {
        let result = mapped(result, on: line)
        let fingerprint = Fingerprint(of: result.value)
        let known = configured[line].record.repeats[fingerprint]
        let arrival = Arrival(result: result, line: name, known: known)
        let entry =
            if let (fold, tube) = tube(of: result.value) {
                folds[fold].take(arrival, at: tube, out: &out)
            } else {
                hold(arrival, into: &out)
            }
        if entry != known { configured[line].record.repeats.remember(fingerprint, as: entry) }
    }

    /// The tube that a result belongs to, in any procedure; a position counts only where the
    /// analyzer gave no ID at all.
    private func tube(of result: AssayResult) -> (fold: Int, tube: Int)? {
        guard result.role != .control, result.role != .attachment else { return nil }
        guard result.specimen.isEmpty else { return tube(of: result.specimen) }
        for fold in folds.indices {
            if let tube = folds[fold].rack.index(atPosition: result.position) {
                return (fold, tube)
            }
        }
        return nil
    }

    /// The tube that an ID is bound to, in any procedure.
    func tube(of id: String) -> (fold: Int, tube: Int)? {
        for fold in folds.indices {
            if let tube = folds[fold].rack.bound[id] { return (fold, tube) }
        }
        return nil
    }

    /// Announces a result that has no tube, and holds its specimen if it is a patient's.
    private mutating func hold(_ arrival: Arrival, into out: inout Outbox) -> Repeats.Entry {
        let result = arrival.result.value
        let id = result.specimen.isEmpty ? result.position : result.specimen
        let isPatients = result.role != .control && result.role != .attachment && !id.isEmpty
        let history = isPatients ? unsettled[id]?.history : nil
        let repeated = arrival.known.flatMap { known in
            let isTold = history?.contains(known.id, whollyAs: result) ?? !isPatients
            return isTold ? known : nil
        }
        var standing = (history ?? History()).standing(for: arrival.result)
        if let repeated { standing = History.Standing(run: repeated.run, isCurrent: false) }
        if !isPatients { standing.isCurrent = false }
        let news = ResultNews(
            result: arrival.result, isRepeat: arrival.known != nil, run: standing.run,
            isCurrent: standing.isCurrent, replaces: standing.replaces, line: arrival.line,
            moment: out.moment)
        let told = out.tell(.result(news))
        if let repeated { return repeated }
        if isPatients {
            if history == nil { hold(id, reason: "not in any plan", into: &out) }
            unsettled.record(Told(id: told, news: news), standing, of: id)
        }
        return Repeats.Entry(id: told, run: standing.run)
    }

    /// The only expected ID that is one slip away from `id`; nil when none or several are.
    private func suggestion(for id: String) -> String? {
        var found: String?
        for fold in folds.indices {
            for candidate in folds[fold].rack.openIDs(like: id) {
                guard found == nil else { return nil }
                found = candidate
            }
        }
        return found
    }

    /// Holds a specimen that nobody knows where to put, and says so.
    mutating func hold(
        _ id: String, history: History = History(), reason: String, into out: inout Outbox
    ) {
        let suggestion = suggestion(for: id)
        keep(
            id, Held.Entry(history: history, reason: reason, suggestion: suggestion), into: &out)
        guard folds.contains(where: { $0.closed == nil }) else { return }
        let hint = suggestion.map { " It is very like \($0)." } ?? ""
        out.notice(
            .medium, "held",
            "Specimen \(id) is held (\(reason)): assign it if it is this patient's.\(hint)",
            specimen: id)
    }

    /// Holds a specimen, with what was held of it before, and says which had to leave for it.
    mutating func keep(_ id: String, _ entry: Held.Entry, into out: inout Outbox) {
        var entry = entry
        if let known = unsettled[id] { entry.history.absorb(known.history) }
        let leaving = unsettled.hold(id, entry)
        out.tell(.specimen(unsettled.news(of: id)))
        guard let first = leaving.first, let last = leaving.last else { return }
        out.notice(
            .information, "held-forgotten",
            "\(leaving.count) held specimens, \(first) to \(last), can no longer be assigned; the "
                + "journal keeps them.")
    }

    /// Something was refused or ignored: it is counted, shown, and explained when it goes on.
    private mutating func take(
        _ defect: Defect, of name: String, _ line: Int, into out: inout Outbox
    ) {
        let isTold = configured[line].record.count(defect)
        if isTold {
            out.tell(.line(configured[line].news()))
            if let words = defect.words {
                out.notice(.medium, defect.rawValue, words(name), line: name)
            }
        }
        trouble(name, line)
        guard configured[line].record.becomesDoubtful(by: defect) else { return }
        tellDoubt(of: name, line, because: "frames that cannot be read", into: &out)
    }
}

extension Defect {
    /// What a person should know of it and do, given the line's name; nil for what the sender
    /// mends by itself.
    fileprivate var words: ((String) -> String)? {
        switch self {
        case .conflictingFrame:
            {
                "Line \($0) brings a frame under the last one's number with other content: it is refused; "
                    + "compare the analyzer's results with those shown."
            }
        case .cutRecord:
            {
                "Line \($0) brings a record, or a row, without its end: it is left out, since its last "
                    + "number may be cut; send it again (a table ends with an end of line)."
            }
        case .frameTooLong:
            {
                "Line \($0) brings a frame without an end: it is refused; check the analyzer, or the "
                    + "dialect's frame-limit."
            }
        case .messageTooLong:
            {
                "Line \($0) brings a message without an end: the rest is refused; have the analyzer send "
                    + "its results in several messages."
            }
        default: nil
        }
    }
}
