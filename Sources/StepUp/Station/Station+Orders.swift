internal import Protocols

/// What analyzers ask, and what they are told to measure.
///
/// An answer follows from the moment that completed the query, and is an effect like any other:
/// it leaves when that moment is durable, and a replay gives the same bytes.
extension Station {
    /// What is said of one specimen that is asked about.
    private enum Finding {
        /// Its test is ordered.
        case order(Order)
        /// Nothing is ordered, and why.
        case nothing(code: String, priority: NoticeNews.Priority, words: String, fold: Int?)
    }

    /// The analyzer asks what to measure.
    mutating func take(
        _ query: Query, from name: String, _ line: Int, into out: inout Outbox
    ) {
        guard let connection = configured[line].connections.index(of: name) else { return }
        let isApart = configured[line].dialect.orders?.specimens == .apart
        let groups = isApart ? query.subjects.map { [$0] } : [query.subjects]
        if query.isCancelled {
            for group in groups {
                configured[line].connections[connection].withdraw(group.name, at: out.time)
            }
            let names = query.subjects.map(\.specimen).joined(separator: ", ")
            return out.notice(
                .information, "query-cancelled",
                "The analyzer does not ask about specimen \(names) any more: nothing is ordered.",
                line: name, specimen: query.specimen)
        }
        for asked in query.subjects {
            if let (fold, tube) = tube(of: asked.specimen) { folds[fold].receive(tube, out: &out) }
        }
        guard configured[line].connections[connection].canAnswer(query) else {
            return tellUnanswered(query, from: name, into: &out)
        }
        for group in groups {
            let answer = answer(to: group, from: name, line, into: &out)
            let actions = configured[line].connections[connection].answer(
                answer, to: query, about: group.name, at: out.time)
            for action in actions { perform(action, of: name, line, into: &out) }
        }
    }

    /// Asks a person to do what cannot be done on this line.
    private func tellUnanswered(_ query: Query, from name: String, into out: inout Outbox) {
        for asked in query.subjects {
            let found = tube(of: asked.specimen)
            out.notice(
                found == nil ? .information : .medium, "query",
                "The analyzer asks what to measure on specimen \(asked.specimen): order it there, "
                    + "since no orders are sent from here.",
                of: found.map { folds[$0.fold].id }, line: name, specimen: asked.specimen)
        }
    }

    /// What is answered, with a notice for each specimen of which nothing is ordered.
    private func answer(
        to subjects: [Query.Subject], from name: String, _ line: Int, into out: inout Outbox
    ) -> Order.Answer {
        guard subjects.contains(where: { !$0.specimen.isEmpty }) else {
            out.notice(
                .medium, "query-unreadable",
                "Line \(name) brings a query without a specimen ID: order at the analyzer, and "
                    + "check the dialect's query-specimen.", line: name)
            return .unreadable
        }
        var orders: [Order] = []
        for asked in subjects {
            switch finding(on: asked, for: configured[line].dialect) {
            case .order(let order): orders.append(order)
            case .nothing(let code, let priority, let words, let fold):
                out.notice(
                    priority, code, words, of: fold.map { folds[$0].id }, line: name,
                    specimen: asked.specimen)
            }
        }
        return orders.isEmpty ? .noInformation : .orders(orders)
    }

    /// What the plan wants of a specimen, in the analyzer's words.
    private func finding(on asked: Query.Subject, for dialect: Dialect) -> Finding {
        let id = asked.specimen
        guard let (fold, tube) = tube(of: id) else {
            return .nothing(
                code: "query-unknown", priority: .information,
                words:
                    "The analyzer asks what to measure on specimen \(id), which is in no plan: it "
                    + "was told that nothing is known.", fold: nil)
        }
        func nothing(_ code: String, _ words: String) -> Finding {
            .nothing(code: code, priority: .medium, words: words, fold: fold)
        }
        let analyte = folds[fold].plan.analyte
        switch folds[fold].rack[tube].state {
        case .void:
            return nothing(
                "query-of-void",
                "The analyzer asks what to measure on specimen \(id), which is void: "
                    + "nothing was ordered; take the tube out.")
        case .result:
            return nothing(
                "query-of-result",
                "The analyzer asks what to measure on specimen \(id), which has its "
                    + "result: nothing was ordered; order a rerun at the analyzer.")
        default: break
        }
        guard let code = dialect.code(ordering: analyte) else {
            return nothing(
                "no-order-code",
                "Specimen \(id) could not be ordered: \(dialect.name) has no code for "
                    + "\(analyte), or several; mark one of them 'ordered: true' in the set-up.")
        }
        return .order(Order(specimen: id, position: asked.position, tests: [code]))
    }

    /// What became of an answer: the analyzer took it, or a person has to order there.
    mutating func take(
        _ dispatch: Dispatch, of name: String, _ line: Int, into out: inout Outbox
    ) {
        if case .kept = dispatch.fate { return }  // It is sent once more, and then told.
        guard let connection = configured[line].connections.index(of: name),
            let orders = configured[line].connections[connection].settle(dispatch.subject)
        else { return }
        let isDelivered = dispatch.fate == .delivered
        for order in orders { tell(order, isDelivered: isDelivered, to: name, line, into: &out) }
        guard orders.isEmpty, !isDelivered else { return }
        out.notice(
            .information, "answer-failed",
            "The analyzer did not take the answer to its query: it may ask again.", line: name)
    }

    /// Says what became of an order.
    ///
    /// Who has taken an order and asks again may refuse it, as IHE LAW has it for an order that is
    /// known there: that is no order that nobody took.
    private mutating func tell(
        _ order: Order, isDelivered: Bool, to name: String, _ line: Int, into out: inout Outbox
    ) {
        let found = tube(of: order.specimen)
        let what =
            "the order of \(order.tests.joined(separator: ", ")) for specimen "
            + order.specimen
        let fate: (priority: NoticeNews.Priority, code: String, words: String)
        if isDelivered {
            if let (fold, tube) = found {
                folds[fold].rack[tube].ordered.insert(configured[line].name)
            }
            fate = (.information, "ordered", "The analyzer took \(what).")
        } else if let (fold, tube) = found,
            folds[fold].rack[tube].ordered.contains(configured[line].name)
        {
            fate = (
                .low, "ordered-before",
                "The analyzer took \(what) before, and did not when it asked again: look there "
                    + "whether it still has it."
            )
        } else {
            fate = (
                .medium, "order-failed", "The analyzer did not take \(what): order it there."
            )
        }
        out.notice(
            fate.priority, fate.code, fate.words, of: found.map { folds[$0.fold].id }, line: name,
            specimen: order.specimen)
    }
}

extension [Query.Subject] {
    /// What the answer about them is called; no ID holds a control character.
    fileprivate var name: String { map(\.specimen).joined(separator: "\u{1F}") }
}

extension Line.Connection {
    /// True when `query` can be answered now.
    fileprivate func canAnswer(_ query: Query) -> Bool { isOpen && session.canAnswer(query) }

    /// Answers a query, and remembers what was ordered until its fate is known.
    fileprivate mutating func answer(
        _ answer: Order.Answer, to query: Query, about subject: String, at time: Duration
    ) -> [Session.Action] {
        ordered[subject] = if case .orders(let orders) = answer { orders } else { [] }
        return session.answer(answer, to: query, about: subject, at: time)
    }

    /// Takes an answer back that still waits.
    fileprivate mutating func withdraw(_ subject: String, at time: Duration) {
        ordered[subject] = nil
        _ = session.withdraw(subject, at: time)
    }

    /// What was ordered with an answer whose fate is known now; nil when that was told.
    fileprivate mutating func settle(_ subject: String) -> [Order]? {
        ordered.removeValue(forKey: subject)
    }
}
