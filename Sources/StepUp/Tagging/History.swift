internal import Protocols

/// Every result of one specimen that is remembered, in the order of arrival, and which of them
/// count.
///
/// At most one result counts for each analyte: the last measured. A rerun, a dilution or a
/// correction is a new run that takes the place of the one before, which stays visible. Where
/// nothing says which of several was measured last, the others are kept as its rivals.
struct History: Sendable, Equatable {
    /// The results that are remembered of one specimen; the oldest that do not count go first.
    ///
    /// Ours: a tube is measured once or twice, and diluted a few times at the most.
    static let limit = 32

    /// The results, oldest first.
    private(set) var told: [Told<ResultNews>]
    /// What has to be known of each to find the one that counts, without touching its texts.
    private var runs: [Run]
    /// The announcements of those that could count as well; nearly always none.
    private var open: [Int64] = []

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
        for index in runs.indices where runs[index].isCurrent {
            guard let subject = runs[index].subject, told.count > 1 else { continue }
            open += succession(of: subject).rivals
        }
    }

    /// What a new result would be among the others.
    struct Standing: Equatable {
        /// Which measurement it is, from 1.
        var run: Int
        /// True when it is the one that counts.
        var isCurrent: Bool
        /// The announcement of the one that counted until now.
        var replaces: Int64?
        /// The announcement of another one that counts instead of it.
        var reinstates: Int64?
        /// The announcements of those that could count as well.
        var rivals: [Int64] = []
    }

    /// True when announcement `id` told one of these results.
    func contains(_ id: Int64) -> Bool { told.contains { $0.id == id } }

    /// True when announcement `id` told one of these results, and nothing of it is missing that
    /// `result`, which is the same, has: a result of a cut message may have lost its comments.
    func contains(_ id: Int64, whollyAs result: AssayResult) -> Bool {
        told.contains { $0.id == id && !result.completes($0.news.result.value) }
    }

    /// The value that announcement `id` told, as sent.
    func text(of id: Int64) -> String? { told.last { $0.id == id }?.news.result.value.text }

    /// True when the same test brought a value at the same time as `result`, which has none.
    func hasValue(measuredWith result: AssayResult) -> Bool {
        guard let time = result.measured else { return false }
        return told.contains { one in
            let other = one.news.result.value
            return other.subject == result.topic && other.measured == time
        }
    }

    /// True when a result of `analyte` counts.
    func hasCurrent(of analyte: String) -> Bool { index(of: .analyte(analyte)) != nil }

    /// The result of `analyte` that counts, as it was told.
    func current(of analyte: String) -> Told<ResultNews>? {
        index(of: .analyte(analyte)).map { told[$0] }
    }

    /// The results of `analyte` of which nothing says that they do not count instead.
    func rivals(of analyte: String) -> [ResultNews] {
        guard !open.isEmpty else { return [] }
        return told.filter { open.contains($0.id) && $0.news.result.value.analyte == analyte }
            .map(\.news)
    }

    /// The result of `subject` that counts.
    private func index(of subject: AssayResult.Subject) -> Int? {
        runs.lastIndex { $0.isCurrent && $0.subject == subject }
    }

    /// What `result` is among the results so far.
    ///
    /// Only a reportable concentration counts: the last measured, in whatever order they came
    /// (``Succession``).
    func standing(for result: Shared<AssayResult>) -> Standing {
        let topic = result.value.topic
        var last = 0
        for index in runs.indices where runs[index].subject == topic {
            last = max(last, runs[index].run)
        }
        guard result.value.role == .result || result.value.isCancellation else {
            return Standing(run: max(last, 1), isCurrent: false)
        }
        if told.isEmpty { return Standing(run: 1, isCurrent: !result.value.isCancellation) }
        let present = index(of: topic).map { told[$0].id }
        let succession = succession(of: topic, with: result)
        let isCurrent = succession.current == .max
        let isChanged = succession.current != present
        return Standing(
            run: run(of: result.value, last: last), isCurrent: isCurrent,
            replaces: isChanged ? present : nil,
            reinstates: isCurrent || !isChanged ? nil : succession.current,
            rivals: succession.rivals)
    }

    /// The results of `topic` in the order of their measurement, with one that comes now.
    private func succession(
        of topic: AssayResult.Subject, with new: Shared<AssayResult>? = nil
    ) -> Succession {
        var entries = told.filter { $0.news.result.value.topic == topic }
            .map { Succession.Entry(result: $0.news.result, id: $0.id) }
        if let new { entries.append(Succession.Entry(result: new, id: .max)) }
        return Succession(entries)
    }

    /// Which measurement a result is, from 1: a correction bears the number of what it corrects,
    /// and a complete result that of the one whose message was cut.
    private func run(of result: AssayResult, last: Int) -> Int {
        let isAnother = result.role == .result && !result.isCancellation
        let same = told.last { one in
            let other = one.news.result.value
            return other.topic == result.topic
                && (result.isSaidAgain(in: other) || result.completes(other))
        }
        return same?.news.run ?? (isAnother ? last + 1 : max(last, 1))
    }

    /// Remembers a result that was told, and what `standing` says of the others: what it replaces
    /// does not count any more, and what it reinstates does.
    mutating func record(_ new: consuming Told<ResultNews>, _ standing: Standing) {
        if let other = standing.reinstates { mark(other, isCurrent: true) }
        if let replaced = new.news.replaces { mark(replaced, isCurrent: false) }
        let topic = new.news.result.value.topic
        if !open.isEmpty {
            let same = told.filter { $0.news.result.value.topic == topic }.map(\.id)
            open.removeAll { same.contains($0) }
        }
        open += standing.rivals.map { $0 == .max ? new.id : $0 }
        runs.append(Run(of: new))
        told.append(new)
        if told.count > Self.limit,
            let old = told.firstIndex(where: { !$0.news.isCurrent && !open.contains($0.id) })
        {
            told.remove(at: old)
            runs.remove(at: old)
        }
    }

    private mutating func mark(_ id: Int64, isCurrent: Bool) {
        guard let index = told.lastIndex(where: { $0.id == id }) else { return }
        told[index].news.isCurrent = isCurrent
        runs[index].isCurrent = isCurrent
    }

    /// Takes over the results of a history that came before this one; of both, the last measured
    /// counts.
    mutating func absorb(_ older: History) {
        var all = History(told: Array((older.told + told).suffix(Self.limit)))
        all.open = []
        for index in all.told.indices {
            guard let subject = all.runs[index].subject else { continue }
            let succession = all.succession(of: subject)
            let isCurrent = succession.current == all.told[index].id
            all.mark(all.told[index].id, isCurrent: isCurrent)
            if isCurrent { all.open += succession.rivals }
        }
        self = all
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
}
