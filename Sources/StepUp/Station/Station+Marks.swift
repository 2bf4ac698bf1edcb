/// What people say.
extension Station {
    /// Takes a mark, once, and answers it.
    mutating func take(_ mark: Mark, into out: inout Outbox) {
        let trace = MarkKeys.Trace(mark)
        switch keys.memory(of: trace) {
        case .same: out.answer(.taken(again: true))
        case .other: refuse(mark, .keyUsedTwice(mark.key), into: &out)
        case .new:
            do throws(Refusal) {
                try perform(mark, into: &out)
                keys.remember(trace)
                out.answer(.taken(again: false))
            } catch {
                refuse(mark, error, into: &out)
            }
        }
    }

    private func refuse(_ mark: Mark, _ refusal: Refusal, into out: inout Outbox) {
        let known = folds.contains { $0.id == mark.procedure } ? mark.procedure : nil
        out.notice(.low, "mark-refused", refusal.reason, of: known, mark: mark.key)
        out.answer(.refused(reason: refusal.reason))
    }

    /// Every check comes before the first effect, so that a refused mark has none.
    private mutating func perform(_ mark: Mark, into out: inout Outbox) throws(Refusal) {
        switch mark.action {
        case .open(let plan): return try open(mark, plan, into: &out)
        case .acknowledge(let notice): return try acknowledge(notice, by: mark.by, into: &out)
        default: break
        }
        guard let fold = folds.firstIndex(where: { $0.id == mark.procedure }) else {
            throw .noSuchProcedure(mark.procedure, open: folds.map(\.id))
        }
        switch mark.action {
        case .open, .acknowledge: break
        case .injection(let site, let number):
            try folds[fold].inject(site: site, number: number, out: &out)
        case .draw(let specimen, let place):
            try draw(specimen, place, in: fold, into: &out)
        case .void(let specimen, let reason):
            try void(specimen, reason: reason, in: fold, into: &out)
        case .assign(let specimen, let place, _):
            try assign(specimen, to: place, in: fold, into: &out)
        case .correctDraw(let specimen, let second, _):
            try folds[fold].correct(specimen, second: second, out: &out)
        case .correctInjection(let number, let shift, _):
            try folds[fold].correct(injection: number, shift: shift, out: &out)
        case .withdrawInjection(let number, let reason):
            try withdraw(number, reason: reason, by: mark.by, in: fold, into: &out)
        case .withdrawDraw(let place, let reason):
            try folds[fold].withdraw(draw: place, reason: reason, by: mark.by, out: &out)
        case .map(let name, let test, let analyte):
            try map(test, of: name, to: analyte, as: mark, into: &out)
        case .change(let change, _): try self.change(change, in: fold, into: &out)
        case .anatomy(let departure, _): try folds[fold].depart(by: departure, out: &out)
        case .note(let text):
            try folds[fold].note(text, by: mark.by, out: &out)
        case .close:
            try folds[fold].close(out: &out)
        }
    }

    /// Somebody has seen a notice; that somebody had before is no matter.
    private mutating func acknowledge(
        _ notice: Int64, by author: String, into out: inout Outbox
    ) throws(Refusal) {
        guard try notices.acknowledge(notice) else { return }
        out.tell(.acknowledgement(AcknowledgementNews(notice: notice, by: author)))
    }

    /// A procedure begins.
    private mutating func open(
        _ mark: Mark, _ plan: Plan, into out: inout Outbox
    ) throws(Refusal) {
        let id = mark.procedure
        guard !folds.contains(where: { $0.id == id }) else { throw .alreadyOpen(id) }
        guard !past.contains(id) else { throw .usedBefore(id) }
        guard folds.count < Self.procedureLimit else {
            throw .tooManyProcedures(limit: Self.procedureLimit)
        }
        let problems = plan.problems()
        guard problems.isEmpty, !id.isEmpty else {
            throw .impossiblePlan(id.isEmpty ? ["A procedure needs a name."] : problems)
        }
        for variant in plan.variants where !anatomy.variants.contains(where: { $0.id == variant }) {
            throw .unknownVariant(variant, known: anatomy.variants.map(\.id))
        }
        var fold = ProcedureFold(
            id: id, plan: plan, atlas: Atlas(anatomy, plan: plan), opened: out.wall)
        fold.rack.assays = shelf(for: plan)
        fold.board.rules = setup?.hints ?? HintRules()
        let ids = fold.plannedIDs
        for id in ids {
            guard let other = tube(of: id) else { continue }
            throw .idsInUse(id, by: folds[other.fold].id)
        }
        fold.open(out: &out)
        folds.append(fold)
        for id in ids where unsettled[id] != nil {
            warnOfEarlier(id, in: mark.procedure, into: &out)
        }
    }

    /// The plan changes; a label that another procedure uses is found before anything is done.
    private mutating func change(
        _ change: Plan.Change, in fold: Int, into out: inout Outbox
    ) throws(Refusal) {
        let next = try folds[fold].planned(change)
        let ids = folds[fold].newIDs(of: next)
        for id in ids {
            if let other = tube(of: id) { throw .idsInUse(id, by: folds[other.fold].id) }
        }
        folds[fold].make(change, next, out: &out)
        for id in ids where unsettled[id] != nil && tube(of: id) != nil {
            warnOfEarlier(id, in: folds[fold].id, into: &out)
        }
    }

    /// Results that came before their tube was drawn cannot be its own, unless somebody says so.
    private func warnOfEarlier(_ id: String, in procedure: String, into out: inout Outbox) {
        out.notice(
            .medium, "held-before",
            "Results of specimen \(id) came before and are held: assign it if they are this tube's.",
            of: procedure, specimen: id)
    }

    private mutating func draw(
        _ specimen: String?, _ place: Mark.Place?, in fold: Int, into out: inout Outbox
    ) throws(Refusal) {
        let owner = specimen.flatMap { tube(of: $0) }.flatMap { $0.fold == fold ? nil : $0.fold }
        try folds[fold].draw(
            specimen: specimen, place: place,
            elsewhere: owner.map { "procedure '\(folds[$0].id)'" }, out: &out)
        guard let specimen, let held = unsettled[specimen] else { return }
        if held.history.told.isEmpty {
            _ = unsettled.release(specimen)
        } else {
            warnOfEarlier(specimen, in: folds[fold].id, into: &out)
        }
    }

    private mutating func void(
        _ specimen: String, reason: String, in fold: Int, into out: inout Outbox
    ) throws(Refusal) {
        guard folds[fold].rack.index(of: specimen) == nil, unsettled[specimen] != nil else {
            try folds[fold].void(specimen, reason: reason, out: &out)
            return
        }
        _ = unsettled.release(specimen)
        out.tell(
            .specimen(SpecimenNews(specimen: specimen, state: .void, reason: reason)),
            of: folds[fold].id)
    }
}
