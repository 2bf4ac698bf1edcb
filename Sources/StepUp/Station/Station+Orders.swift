internal import Protocols

/// What analyzers ask, and what they are told to measure.
extension Station {
    /// The analyzer asks what to measure; nothing is ordered from here.
    mutating func take(_ query: Query, from name: String, into out: inout Outbox) {
        let found = tube(of: query.specimen)
        if let (fold, tube) = found { folds[fold].receive(tube, out: &out) }
        out.notice(
            found == nil ? .information : .medium, "query",
            "The analyzer asks what to measure on specimen \(query.specimen): order it there, since "
                + "no orders are sent from here.", of: found.map { folds[$0.fold].id }, line: name,
            specimen: query.specimen)
    }

    /// What became of an order: the analyzer took it, or a person has to order there.
    mutating func take(_ dispatch: Dispatch, of name: String, into out: inout Outbox) {
        let id = dispatch.subject
        let procedure = tube(of: id).map { folds[$0.fold].id }
        switch dispatch.fate {
        case .delivered:
            out.notice(
                .information, "ordered", "The analyzer was told what to measure on specimen \(id).",
                of: procedure, line: name, specimen: id)
        case .kept: break  // It is sent once more; what follows is told.
        case .dropped:
            out.notice(
                .medium, "order-failed",
                "The analyzer did not take the order for specimen \(id): order it there.",
                of: procedure, line: name, specimen: id)
        }
    }
}
