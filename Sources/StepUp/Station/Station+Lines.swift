internal import Protocols

/// What lines do.
extension Station {
    /// The program started: sessions go on where they stood, and a changed set-up is for what
    /// begins from now on.
    mutating func begin(_ new: Setup, into out: inout Outbox) {
        for line in configured where new.lines[line.name] == nil { retire(line.name, into: &out) }
        // What is open with training results in it stays marked to its end.
        let wasSimulated = !folds.isEmpty && setup?.simulated == true
        setup = new
        setup?.simulated = new.simulated || wasSimulated
        strangers = []
        for fold in folds.indices {
            folds[fold].change(to: new.anatomy)
            folds[fold].rack.assays = shelf(for: folds[fold].plan)
            folds[fold].board.rules = new.hints
        }
        out.simulated = new.simulated || wasSimulated
        out.tell(
            .hello(
                HelloNews(schema: Announcement.schema, version: new.version, site: new.site)))
        for fold in folds.indices { folds[fold].reviewHints(out: &out) }
        for (name, line) in new.lines.sorted(by: { $0.key < $1.key }) {
            guard let dialect = new.dialects[line.dialect] else {
                out.notice(
                    .high, "no-dialect",
                    "Line \(name) speaks '\(line.dialect)', which is no known dialect: correct the "
                        + "set-up; its bytes are kept.", line: name)
                continue
            }
            withdrawOrders(of: name, into: &out)
            configure(name, dialect)
        }
    }

    /// Gives up what a former run was about to send: whoever asked for it has stopped waiting.
    private mutating func withdrawOrders(of name: String, into out: inout Outbox) {
        guard let line = configured.firstIndex(where: { $0.name == name }) else { return }
        for index in configured[line].connections.indices {
            let connection = configured[line].connections[index].name
            let actions = configured[line].connections[index].session.withdraw(nil, at: out.time)
            for action in actions { perform(action, of: connection, line, into: &out) }
        }
    }

    private mutating func configure(_ name: String, _ dialect: Dialect) {
        guard let index = configured.firstIndex(where: { $0.name == name }) else {
            let next = configured.firstIndex { $0.name > name } ?? configured.endIndex
            configured.insert(Line(name: name, dialect: dialect), at: next)
            return
        }
        configured[index].nextDialect = configured[index].dialect == dialect ? nil : dialect
        configured[index].changeDialect()
        for connection in configured[index].connections.indices {
            configured[index].connections[connection].isOpen = false
        }
        configured[index].record.detail = "not opened yet"
        configured[index].record.suspected = []
    }

    /// Takes a line out that the set-up no longer has; what it acknowledged is not lost.
    private mutating func retire(_ name: String, into out: inout Outbox) {
        guard let index = configured.firstIndex(where: { $0.name == name }) else { return }
        for connection in configured[index].connections { finish(connection.name, index, &out) }
        configured.removeAll { $0.name == name }
    }

    /// Where the bytes of `name` belong: a configured line, by its own name or that of a caller.
    func line(of name: String) -> Int? {
        if let index = configured.firstIndex(where: { $0.name == name }) { return index }
        guard let mark = name.utf8.lastIndex(of: UInt8(ascii: "#")) else { return nil }
        let owner = name[..<mark]
        return configured.firstIndex { $0.name == owner }
    }

    /// The line and connection `name`, or a notice that there is none.
    private mutating func connection(
        _ name: String, into out: inout Outbox
    ) -> (line: Int, connection: Int)? {
        guard let line = line(of: name) else {
            if strangers.count < 64, strangers.insert(name).inserted {
                out.notice(
                    .medium, "unknown-line",
                    "Line \(name) is not in the set-up: its bytes are kept, and not read.",
                    line: name)
            }
            return nil
        }
        if let known = configured[line].connections.index(of: name) { return (line, known) }
        let session = Session(dialect: configured[line].dialect, received: 0)
        configured[line].connections.append(
            Line.Connection(
                name: name, session: session, isOpen: true, contact: newContact(on: line)))
        return (line, configured[line].connections.count - 1)
    }

    /// Training results came, so that everything is marked from now on: nobody must take them for a
    /// patient's, whatever the set-up says of the line.
    mutating func becomeSimulated(by name: String, into out: inout Outbox) {
        guard setup?.simulated == false else { return }
        setup?.simulated = true
        out.simulated = true
        out.notice(
            .high, "training",
            "Line \(name) sends training results, as a simulated analyzer does: everything is "
                + "marked SIMULATED until stepupd is started again without an open procedure.",
            line: name)
    }

    /// A line opened.
    ///
    /// A caller under a name that was used before is another caller.
    mutating func open(_ name: String, detail: String, into out: inout Outbox) {
        if let line = line(of: name), configured[line].isCaller(name) { finish(name, line, &out) }
        guard let (line, connection) = connection(name, into: &out) else { return }
        configured[line].connections[connection].isOpen = true
        meet(connection, of: line)
        configured[line].record.detail = detail
        out.tell(.line(configured[line].news()))
    }

    /// Bytes arrived.
    mutating func take(
        _ bytes: [UInt8], damage: LineDamage, from name: String, into out: inout Outbox
    ) {
        guard let (line, connection) = connection(name, into: &out) else { return }
        configured[line].record.heard = out.wall
        configured[line].record.add(damage)
        var (rest, hurt) = (bytes[...], damage)
        repeat {
            let contact = configured[line].connections[connection].contact
            let piece = rest.prefix(contact?.untilLook(in: rest) ?? rest.count)
            rest = rest.dropFirst(piece.count)
            let actions = configured[line].connections[connection].session.receive(
                piece.count == bytes.count ? bytes : Array(piece), damaged: !damage.isNone,
                at: out.time)
            for action in actions { perform(action, of: name, line, into: &out) }
            look(at: piece, hurt, of: connection, line, into: &out)
            hurt = LineDamage()
        } while !rest.isEmpty
        configured[line].changeDialect()
    }

    /// A line was lost; a frame in progress is dropped, what was acknowledged is not.
    mutating func lose(_ name: String, reason: String, into out: inout Outbox) {
        guard let (line, connection) = connection(name, into: &out) else { return }
        let wasOpen = configured[line].connections[connection].isOpen
        let wasAtRest = configured[line].connections[connection].session.isAtRest
        let actions = configured[line].connections[connection].session.lose(at: out.time)
        for action in actions { perform(action, of: name, line, into: &out) }
        // The end of a connection ends a table; where nothing was cut, no message was.
        let isCut = [Defect.cutRecord, .lostFrame].contains { actions.contains(.defect($0)) }
        let isWhole = configured[line].connections[connection].session.isAtRest && !isCut
        configured[line].connections[connection].isOpen = false
        guard wasOpen || configured[line].record.detail != reason else { return }
        configured[line].record.detail = reason
        out.tell(.line(configured[line].news()))
        tellLoss(of: name, line, reason: reason, wasAtRest: wasAtRest || isWhole, into: &out)
        forgetCallers(of: line)
    }

    /// Says how urgent a loss is: a caller that hangs up between messages does so by habit.
    private func tellLoss(
        of name: String, _ line: Int, reason: String, wasAtRest: Bool, into out: inout Outbox
    ) {
        let isRunning = folds.contains { $0.closed == nil }
        var priority = isRunning ? NoticeNews.Priority.high : .medium
        if configured[line].isCaller(name), wasAtRest {
            guard isRunning else { return }
            priority = .low
        }
        let why = reason.hasSuffix(".") ? String(reason.dropLast()) : reason
        let words =
            configured[line].isCaller(name)
            ? "Caller \(name) is gone\(wasAtRest ? "" : " in the middle of a message") (\(why)): "
                + "the line waits for it to call again."
            : "Line \(name) is lost (\(why)): check the cable and the analyzer; it is opened again "
                + "by itself."
        out.notice(priority, "line-lost", words, line: name)
    }

    /// Does what fell due on the lines.
    mutating func expireLines(into out: inout Outbox) {
        for line in configured.indices {
            for connection in configured[line].connections.indices {
                let name = configured[line].connections[connection].name
                let deadline = configured[line].connections[connection].session.deadline
                guard let deadline, deadline <= out.time else { continue }
                let actions = configured[line].connections[connection].session.expire(at: out.time)
                for action in actions { perform(action, of: name, line, into: &out) }
            }
            configured[line].changeDialect()
            forgetCallers(of: line)
        }
    }

    /// Forgets callers that hung up and whose message, if any, is done.
    private mutating func forgetCallers(of line: Int) {
        let name = configured[line].name
        configured[line].connections.removeAll {
            $0.name != name && !$0.isOpen && $0.session.isAtRest
        }
    }

    /// Ends a connection for good, now: what it acknowledged is read, then it is forgotten.
    private mutating func finish(_ name: String, _ line: Int, _ out: inout Outbox) {
        guard let index = configured[line].connections.index(of: name) else { return }
        configured[line].connections[index].isOpen = false
        var actions = configured[line].connections[index].session.lose(at: out.time)
        while let deadline = configured[line].connections[index].session.deadline {
            actions += configured[line].connections[index].session.expire(at: deadline)
        }
        for case let action in actions where !action.isSend {
            perform(action, of: name, line, into: &out)
        }
        configured[line].connections.removeAll { $0.name == name }
    }
}

extension Session.Action {
    /// True for bytes, which have nowhere to go once a connection is gone.
    fileprivate var isSend: Bool { if case .send = self { true } else { false } }
}
