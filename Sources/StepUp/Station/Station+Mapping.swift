internal import Protocols

/// Test codes that no dialect knows, and what somebody says that they measure.
///
/// A code is mapped for its line from then on, over restarts too, and for every result in memory:
/// those whose meaning or standing changes are told again, each in the place of what was told.
extension Station {
    /// `result` with the analyte that its test code was mapped to, where the dialect has none.
    func mapped(_ result: Shared<AssayResult>, on line: Int) -> Shared<AssayResult> {
        guard result.value.analyte == nil, !configured[line].record.mapped.isEmpty,
            let analyte = configured[line].record.mapped[result.value.test]
        else { return result }
        var changed = result.value
        changed.analyte = analyte
        return Shared(changed)
    }

    /// Somebody says what a test code measures, or takes it back.
    mutating func map(
        _ test: String, of name: String, to analyte: String?, as mark: Mark, into out: inout Outbox
    ) throws(Refusal) {
        // Results name the caller of a line as well: lab#3 is one of lab.
        let own = String(name.prefix { $0 != "#" })
        guard let line = configured.firstIndex(where: { $0.name == own }) else {
            throw .unknownLine(name, known: configured.map(\.name))
        }
        let dialect = configured[line].dialect
        if let assay = dialect.analytes[test] {
            throw .mappedByDialect(test, analyte: assay.analyte, dialect: dialect.name)
        }
        if let analyte, !analytes.contains(analyte) {
            throw .unknownAnalyte(analyte, known: analytes)
        }
        let before = configured[line].record.mapped[test]
        guard before != nil || configured[line].record.mapped.count < LineRecord.mappedLimit else {
            throw .tooManyTests(limit: LineRecord.mappedLimit)
        }
        configured[line].record.mapped[test] = analyte
        tellMapping(of: test, to: analyte, on: line, for: mark, into: &out)
        let change = Remapping(line: own, test: test, from: before, to: analyte)
        remapHeld(change, into: &out)
        for fold in folds.indices {
            for tube in folds[fold].rack.specimens.indices
            where folds[fold].rack[tube].state != .void {
                remember(folds[fold].remap(change, at: tube, out: &out))
            }
        }
    }

    private func tellMapping(
        of test: String, to analyte: String?, on line: Int, for mark: Mark, into out: inout Outbox
    ) {
        let name = configured[line].name
        let words =
            analyte.map { "is \($0)" } ?? "is not known any more"
        let lasting =
            analyte.map {
                " Write it into stepupd.yaml as well: analytes: {\(configured[line].dialect.name): "
                    + "{\"\(test)\": {analyte: \($0)}}}."
            } ?? ""
        out.notice(
            .information, "mapped",
            "Test \(test) of line \(name) \(words) from now on, says \(mark.by).\(lasting)",
            of: mark.procedure, line: name, mark: mark.key)
    }

    private mutating func remapHeld(_ change: Remapping, into out: inout Outbox) {
        for id in unsettled.order {
            guard var history = unsettled[id]?.history else { continue }
            let retold = history.remap(change) { out.tell(.result($0)) }
            guard !retold.isEmpty else { continue }
            unsettled.replace(history, of: id)
            remember(retold)
        }
    }

    /// A repeat of a result that was told again is a repeat of what was told last.
    private mutating func remember(_ retold: [Remapping.Retold]) {
        for (name, result, entry) in retold {
            let fingerprint = Fingerprint(of: result)
            guard let line = line(of: name),
                configured[line].record.repeats[fingerprint] != nil
            else { continue }
            configured[line].record.repeats.remember(fingerprint, as: entry)
        }
    }

    /// The hormones that such procedures measure, whatever the dialects in force know.
    private static let hormones = [
        "insulin", "c-peptide", "proinsulin", "gastrin", "glucagon", "pth",
    ]

    /// Those, and every analyte that a plan in memory or a dialect in force speaks of.
    private var analytes: [String] {
        let measured = setup?.dialects.values.flatMap { $0.analytes.values.map(\.analyte) } ?? []
        return Set(Self.hormones + measured + folds.map(\.plan.analyte)).sorted()
    }
}

extension ProcedureFold {
    /// Brings the results of one tube in step with what a test code means now.
    mutating func remap(
        _ change: Remapping, at index: Int, out: inout Outbox
    ) -> [Remapping.Retold] {
        let id = id
        let retold = rack[index].history.remap(change) { out.tell(.result($0), of: id) }
        if !retold.isEmpty { settle(index, out: &out) }
        return retold
    }
}
