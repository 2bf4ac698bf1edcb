internal import Protocols

/// A result record on its way to its specimen.
struct Arrival {
    /// What the analyzer sent.
    let result: Shared<AssayResult>
    /// The connection that it came from.
    let line: String
    /// What was said when the same result came before.
    let known: Repeats.Entry?
}

/// What results do to a procedure.
extension ProcedureFold {
    /// Announces a result of one of its tubes, and what follows from it.
    ///
    /// What came before is only a repeat, unless its message was cut: then it stands for itself.
    ///
    /// - Returns: the announcement's number, and which run it is.
    mutating func take(
        _ arrival: Arrival, at index: Int, out: inout Outbox
    ) -> Repeats.Entry {
        let result = arrival.result.value
        if let known = arrival.known, rack[index].history.contains(known.id, whollyAs: result) {
            let repeated = resultNews(
                arrival, at: index, standing: History.Standing(run: known.run, isCurrent: false),
                out: out)
            out.tell(.result(repeated), of: id)
            return known
        }
        let isVoid = rack[index].state == .void
        let isNew = arrival.known.map { !rack[index].history.contains($0.id) } ?? true
        var standing = rack[index].history.standing(for: arrival.result)
        if isVoid { standing = History.Standing(run: standing.run, isCurrent: false) }
        let news = resultNews(arrival, at: index, standing: standing, out: out)
        let told = out.tell(.result(news), of: id)
        if isNew, standing.run > 1 { compare(result, standing, at: index, out: &out) }
        rack[index].history.record(Told(id: told, news: news), standing)
        let entry = Repeats.Entry(id: told, run: standing.run)
        if isNew { warn(about: result, at: index, out: &out) }
        if !isVoid { settle(index, out: &out) }
        return entry
    }

    private func resultNews(
        _ arrival: Arrival, at index: Int, standing: History.Standing, out: Outbox
    ) -> ResultNews {
        let place = rack[index].place
        return ResultNews(
            result: arrival.result, isRepeat: arrival.known != nil, place: place,
            site: rack[index].site,
            actual: rack[index].filling.actual(since: zero(of: place.injection)),
            run: standing.run, isCurrent: standing.isCurrent, replaces: standing.replaces,
            line: arrival.line, moment: out.moment)
    }

    /// Brings the tube's state in step with its results, and judges its place anew.
    mutating func settle(_ index: Int, out: inout Outbox) {
        let before = rack[index].state
        let isMeasured = rack[index].history.hasCurrent(of: plan.analyte)
        let state = isMeasured ? SpecimenNews.State.result : .received
        if state != before { change(index, to: state, out: &out) }
        judge(around: index, out: &out)
        if before == .expected, prompts(index) { updatePrompt(out: &out) }
        if isMeasured { tidy() }
    }

    /// Says when a bound does not take the place of what is known better, or does although a number
    /// was known.
    private mutating func compare(
        _ result: AssayResult, _ standing: History.Standing, at index: Int, out: inout Outbox
    ) {
        let name = rack[index].id ?? words(for: index)
        let history = rack[index].history
        if let back = standing.reinstates.flatMap({ history.text(of: $0) }) {
            out.notice(
                .low, "counts-again", "Specimen \(name): \(back) counts again.", of: id,
                specimen: result.specimen)
        }
        if !standing.rivals.isEmpty {
            let texts = standing.rivals.compactMap { $0 == .max ? nil : history.text(of: $0) }
            let others = Set(texts + [result.text]).sorted().joined(separator: ", ")
            out.notice(
                .medium, "order-unknown",
                "Specimen \(name) has results of which nothing says which was measured last "
                    + "(\(others)): its verdicts hold for each of them.", of: id,
                specimen: result.specimen)
        }
        guard result.bound != nil, let known = history.current(of: plan.analyte)?.news.result.value,
            result.analyte == known.analyte
        else { return }
        if !standing.isCurrent, result.merelyAllows(known) {
            out.notice(
                .low, "less-exact",
                "Specimen \(name): \(result.text) says less than \(known.text), which stays.",
                of: id, specimen: result.specimen)
        } else if standing.isCurrent, known.bound == nil {
            out.notice(
                .medium, "bound-for-number",
                "Specimen \(name): \(result.text) takes the place of \(known.text), which it "
                    + "contradicts: look at the specimen.", of: id, specimen: result.specimen)
        }
    }

    /// Says what a person must know of a result that cannot be judged.
    private mutating func warn(about result: AssayResult, at index: Int, out: inout Outbox) {
        let name = rack[index].id ?? words(for: index)
        switch result.role {
        case _ where rack[index].state == .void:
            out.notice(
                .low, "result-of-void", "Specimen \(name) is void; its result is shown only.",
                of: id, specimen: result.specimen)
        case _ where result.isCancellation:
            out.notice(
                .medium, "result-cancelled",
                "The analyzer cancelled \(result.test) of specimen \(name): run it again.",
                of: id, specimen: result.specimen)
        // IHE LAW's analyzers send an empty twin beside each value.
        case .none where rack[index].history.hasValue(measuredWith: result): break
        case .none:
            out.notice(
                .medium, "no-value",
                "The analyzer gave no value for \(result.test) of specimen \(name): run it again.",
                of: id, specimen: result.specimen)
        case .result where result.analyte == nil:
            out.notice(
                .medium, "unmapped-test",
                "Test \(result.test) of specimen \(name) is not known here, and is not judged: say "
                    + "what it measures, on the page or in stepupd.yaml (analytes).",
                of: id, specimen: result.specimen)
        default: break
        }
    }

    /// The analyzer asks what to measure on a tube: it has arrived there.
    mutating func receive(_ index: Int, out: inout Outbox) {
        guard rack[index].state == .expected || rack[index].state == .drawn else { return }
        change(index, to: .received, out: &out)
        if prompts(index) { updatePrompt(out: &out) }
    }
}
