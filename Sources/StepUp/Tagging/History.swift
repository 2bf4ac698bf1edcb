internal import Protocols

/// Every result of one specimen that is remembered, in the order of arrival, and which of them
/// count.
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
    /// What has to be known of each to find the one that counts, without touching its texts.
    private var runs: [Run]

    /// A result in brief.
    private struct Run: Sendable, Equatable {
        /// What it measures; nil when it is no concentration.
        var subject: AssayResult.Subject?
        var run: Int
        var isCurrent: Bool

        init(of told: borrowing Told<ResultNews>) {
            subject = told.news.result.value.subject
            run = told.news.run
            isCurrent = told.news.isCurrent
        }
    }

    /// The history that consists of `told`, oldest first.
    init(told: [Told<ResultNews>] = []) {
        self.told = told
        runs = told.map { Run(of: $0) }
    }

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

    /// True when a result of `analyte` counts.
    func hasCurrent(of analyte: String) -> Bool { index(of: .analyte(analyte)) != nil }

    /// The result of `analyte` that counts, and the announcement that told it.
    func current(of analyte: String) -> (result: Shared<AssayResult>, announcement: Int64)? {
        index(of: .analyte(analyte)).map { (told[$0].news.result, told[$0].id) }
    }

    /// The result of `subject` that counts.
    private func index(of subject: AssayResult.Subject) -> Int? {
        runs.lastIndex { $0.isCurrent && $0.subject == subject }
    }

    /// What `result` is among the results so far.
    ///
    /// Only a reportable concentration counts. One that the analyzer completed before the one that
    /// counts (it sent its queue out of order) is shown and does not count; a cancellation takes
    /// away the one that counts; a correction stands where the result stood that it corrects.
    func standing(for result: AssayResult) -> Standing {
        let subject = result.topic
        var last = 0
        var current: Int?
        for index in runs.indices where runs[index].subject == subject {
            last = max(last, runs[index].run)
            if runs[index].isCurrent { current = index }
        }
        let present = current.map { told[$0].id }
        if result.isCancellation {
            // One that names a measurement which another has replaced takes nothing back.
            let named = index(ofMeasurementOf: result)
            if let named, !runs[named].isCurrent {
                return Standing(run: runs[named].run, isCurrent: false)
            }
            return Standing(run: max(last, 1), isCurrent: false, replaces: present)
        }
        guard result.role == .result else { return Standing(run: max(last, 1), isCurrent: false) }
        if let corrected = index(correctedBy: result) {
            let isCurrent = runs[corrected].isCurrent
            return Standing(
                run: runs[corrected].run, isCurrent: isCurrent,
                replaces: isCurrent ? told[corrected].id : nil)
        }
        if let current, result.isOlder(than: told[current].news.result.value) {
            return Standing(run: last + 1, isCurrent: false)
        }
        return Standing(run: last + 1, isCurrent: true, replaces: present)
    }

    /// The result that `result` corrects: of the same measurement; nil when it corrects none of
    /// these.
    private func index(correctedBy result: AssayResult) -> Int? {
        result.says("C") ? index(ofMeasurementOf: result) : nil
    }

    /// The last result of the same measurement as `result`; nil when there is none, or `result`
    /// does not say when it was measured.
    private func index(ofMeasurementOf result: AssayResult) -> Int? {
        guard result.measured != nil else { return nil }
        return runs.indices.last { index in
            runs[index].subject == result.topic
                && result.isOfSameMeasurement(as: told[index].news.result.value)
        }
    }

    /// Remembers a result that was told; what it replaces does not count any more.
    mutating func record(_ new: consuming Told<ResultNews>) {
        if let replaced = new.news.replaces,
            let index = told.lastIndex(where: { $0.id == replaced })
        {
            told[index].news.isCurrent = false
            runs[index].isCurrent = false
        }
        runs.append(Run(of: new))
        told.append(new)
        if told.count > Self.limit, let old = runs.firstIndex(where: { !$0.isCurrent }) {
            told.remove(at: old)
            runs.remove(at: old)
        }
    }

    /// Takes over the results of a history that came before this one; where both have a result
    /// that counts, this one's counts.
    mutating func absorb(_ older: History) {
        var all = older.told
        for index in all.indices where all[index].news.isCurrent {
            let isReplaced = older.runs[index].subject.map { self.index(of: $0) != nil } ?? false
            all[index].news.isCurrent = !isReplaced
        }
        self = History(told: Array((all + told).suffix(Self.limit)))
    }
}

extension AssayResult {
    /// What a concentration is of: the analyte, or the test code where that is in no table.
    enum Subject: Sendable, Equatable {
        case analyte(String)
        case test(String)
    }

    /// What this is a concentration of; nil when it is none.
    var subject: Subject? {
        role == .result && !isCancellation ? topic : nil
    }

    /// What a result of any role speaks of.
    var topic: Subject { analyte.map(Subject.analyte) ?? .test(test) }

    /// True when the analyzer takes a result back.
    var isCancellation: Bool { (role == .result || role == .none) && isCancelled }

    /// True when the status is `letter`, alone or among repeats, which most headers divide by `\`
    /// and some by a backtick.
    fileprivate func says(_ letter: String) -> Bool {
        if status == letter { return true }
        guard status.utf8.count > 1 else { return false }
        return status.split { $0 == "\\" || $0 == "`" }.contains { $0 == letter }
    }

    /// True when both were measured at the same time, as the same replicate of the same dilution.
    fileprivate func isOfSameMeasurement(as other: AssayResult) -> Bool {
        measured == other.measured && replicate == other.replicate && dilution == other.dilution
    }

    /// True when the analyzer's own clock says that this was completed before `other`, and it is no
    /// correction of it.
    fileprivate func isOlder(than other: AssayResult) -> Bool {
        guard let measured, let since = other.measured, measured < since else { return false }
        return !says("C")
    }
}
