internal import Protocols

/// Every result of one specimen that is remembered, in the order of arrival, and which of them count.
///
/// At most one result counts for each analyte: the last measured. A rerun, a dilution or a
/// correction is a new run that takes the place of the one before, which stays visible.
struct History: Sendable, Equatable {
    /// The results that are remembered of one specimen; the oldest that do not count go first.
    ///
    /// Ours: a tube is measured once or twice, and diluted a few times at the most.
    static let limit = 32

    /// The results, oldest first.
    private(set) var told: [Told<ResultNews>]

    /// The history that consists of `told`, oldest first.
    init(told: [Told<ResultNews>] = []) { self.told = told }

    /// What a new result would be among the others.
    struct Standing: Equatable {
        /// Which measurement it is, from 1.
        var run: Int
        /// True when it is the one that counts.
        var isCurrent: Bool
        /// The announcement of the one that counted until now.
        var replaces: Int64?
    }

    /// True when announcement `id` told one of these results.
    func contains(_ id: Int64) -> Bool { told.contains { $0.id == id } }

    /// The result of `analyte` that counts.
    func current(of analyte: String) -> Told<ResultNews>? {
        told.last { $0.news.isCurrent && $0.news.result.analyte == analyte }
    }

    /// What `result` is among the results so far.
    ///
    /// Only a reportable concentration counts. One that the analyzer completed before the one that
    /// counts (it sent its queue out of order) is shown and does not count; a cancellation takes
    /// away the one that counts.
    func standing(for result: AssayResult) -> Standing {
        var runs = 0
        var current: Int?
        for index in told.indices where told[index].news.result.isRun(of: result) {
            runs = max(runs, told[index].news.run)
            if told[index].news.isCurrent { current = index }
        }
        let present = current.map { told[$0] }
        if result.isCancellation {
            return Standing(run: max(runs, 1), isCurrent: false, replaces: present?.id)
        }
        guard result.role == .result else { return Standing(run: max(runs, 1), isCurrent: false) }
        if let present, result.isOlder(than: present.news.result) {
            return Standing(run: runs + 1, isCurrent: false)
        }
        return Standing(run: runs + 1, isCurrent: true, replaces: present?.id)
    }

    /// Remembers a result that was told; what it replaces does not count any more.
    mutating func record(_ new: Told<ResultNews>) {
        if let replaced = new.news.replaces,
            let index = told.lastIndex(where: { $0.id == replaced })
        {
            told[index].news.isCurrent = false
        }
        told.append(new)
        if told.count > Self.limit, let old = told.firstIndex(where: { !$0.news.isCurrent }) {
            told.remove(at: old)
        }
    }

    /// Takes over the results of a history that came before this one; where both have a result
    /// that counts, this one's counts.
    mutating func absorb(_ older: History) {
        let newer = told
        told = older.told
        for index in told.indices where told[index].news.isCurrent {
            let isReplaced = newer.contains {
                $0.news.isCurrent && $0.news.result.isRun(of: told[index].news.result)
            }
            told[index].news.isCurrent = !isReplaced
        }
        told.append(contentsOf: newer)
        told.removeFirst(max(0, told.count - Self.limit))
    }
}

extension AssayResult {
    /// True when the analyzer takes a result back: status `X`, alone or among repeats.
    var isCancellation: Bool {
        guard role == .result || role == .none else { return false }
        return status == "X" || status.split(separator: "\\").contains("X")
    }

    /// True when this is a concentration of what `other` measures: same analyte, or same code where
    /// the code is in no table.
    func isRun(of other: AssayResult) -> Bool {
        guard role == .result, !isCancellation else { return false }
        if analyte != nil || other.analyte != nil { return analyte == other.analyte }
        return test == other.test
    }

    /// True when the analyzer's own clock says that this was completed before `other`, and it is no
    /// correction of it.
    fileprivate func isOlder(than other: AssayResult) -> Bool {
        guard let measured, let since = other.measured, measured < since else { return false }
        return !status.split(separator: "\\").contains("C")
    }
}
