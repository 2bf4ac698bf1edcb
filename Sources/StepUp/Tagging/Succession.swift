internal import Protocols

/// The results of one tube and analyte in the order of their measurement, and what counts of them.
///
/// ```
/// 45.0 ─▶ >300 ─▶ 812 (1:10) ─▶ >100     measured later takes the place of the one before …
///                  ▲ counts        … but a bound that only allows what is known does not
/// ```
///
/// It is a function of the results alone: the order in which they came is never looked at, since
/// lines break and analyzers repeat. Where the results do not say which of them is the last, every
/// one that could be counts, and a verdict has to hold for all of them (ours):
///
/// - A cancellation that says when takes back everything measured until then. One that does not
///   takes back one measurement, and nothing says which: where more remain, each of those that
///   could be left is allowed.
/// - Results that do not say when they were measured stand beside one another, and beside the last
///   that does; so do two texts of the same measurement and rank.
/// - A correction whose original is not there stands last.
struct Succession {
    /// A result that can count, and the announcement that told it.
    struct Entry {
        let result: Shared<AssayResult>
        let id: Int64
    }

    /// The one of those that could count which is shown: the highest; nil when none does.
    private(set) var current: Int64?
    /// The others, which say something else.
    private(set) var rivals: [Int64] = []

    /// The succession of `entries`, which came in any order.
    init(_ entries: [Entry]) {
        let results = entries.filter { $0.result.value.role == .result && !$0.isCancellation }
        let whole = results.filter { one in
            !results.contains { $0.result.value.completes(one.result.value) }
        }
        let back = entries.filter(\.isCancellation).map(\.result.value.measuredOrder)
        settle(Chain(whole, takenBack: back).open)
    }

    /// Chooses the one that is shown, and leaves out what says less than another.
    private mutating func settle(_ open: [Entry]) {
        let closest = open.filter { one in
            !open.contains { one.result.value.merelyAllows($0.result.value) }
        }
        guard let first = closest.first else { return }
        let shown = closest.dropFirst().reduce(first) { $1.isShown(before: $0) ? $1 : $0 }
        current = shown.id
        rivals = closest.filter { !$0.result.value.saysTheSame(as: shown.result.value) }.map(\.id)
    }
}

/// What was measured one after the other, as far as the results say, and what was taken back of it.
private struct Chain {
    /// The results of one measurement: the best rank of them, several only where they disagree.
    private typealias Link = [Succession.Entry]

    /// The last measurement that is known better by no other, and those before it.
    private var links: [Link] = []
    /// Those that do not say when they were measured.
    private var loose: [Succession.Entry] = []
    /// Corrections of what is not there: the last of them, and those that do not say when.
    private var orphans: [Succession.Entry] = []
    /// The cancellations of which nothing says what they take back.
    private var unnamed = 0

    /// Sorts whole results; `takenBack` are the times of cancellations, 0 where one has none.
    init(_ results: [Succession.Entry], takenBack: [UInt64]) {
        let timed = Dictionary(grouping: results.filter { $0.time != 0 }, by: Measurement.init)
        let until = takenBack.max() ?? 0
        let idle = takenBack.filter { back in !timed.keys.contains { $0.time <= back } }
        loose = results.filter { $0.time == 0 }
        unnamed = takenBack.count { $0 == 0 } + (loose.isEmpty ? 0 : idle.count { $0 != 0 })
        for (measurement, said) in timed.sorted(by: { $0.key < $1.key })
        where measurement.time > until {
            let best = said.highestRank
            if said.allSatisfy({ $0.rank == .correction }) {
                orphans = best
            } else {
                append(best)
            }
        }
        orphans += loose.filter { $0.rank == .correction }
        loose.removeAll { $0.rank == .correction }
        if loose.contains(where: { $0.rank == .final }) || !links.isEmpty {
            loose.removeAll { $0.rank == .preliminary }
        }
    }

    /// Adds the next measurement, unless it is a bound that merely allows the one before.
    private mutating func append(_ next: Link) {
        let merelyAllows = links.last.map { last in
            next.allSatisfy { one in
                last.allSatisfy { one.result.value.merelyAllows($0.result.value) }
            }
        }
        if merelyAllows != true { links.append(next) }
    }

    /// Everything of which nothing says that it does not count.
    var open: [Succession.Entry] {
        guard unnamed > 0 else {
            return orphans.isEmpty ? (links.last ?? []) + loose : orphans
        }
        guard links.count + loose.count > unnamed else { return [] }
        return links.suffix(unnamed + 1).flatMap(\.self) + loose + orphans
    }
}

/// What tells one measurement of a tube from another, by its time.
private struct Measurement: Hashable, Comparable {
    let time: UInt64
    let replicate: String
    let dilution: String

    init(_ entry: Succession.Entry) {
        time = entry.time
        (replicate, dilution) = (entry.result.value.replicate, entry.result.value.dilution)
    }

    /// By time, then by replicate and dilution, the shorter number first.
    static func < (left: Self, right: Self) -> Bool {
        left.order < right.order
    }

    private var order: (UInt64, Int, String, Int, String) {
        (time, replicate.utf8.count, replicate, dilution.utf8.count, dilution)
    }
}

extension [Succession.Entry] {
    /// Those of the highest rank.
    fileprivate var highestRank: Self {
        let highest = map(\.rank).max()
        return filter { $0.rank == highest }
    }
}

extension Succession.Entry {
    fileprivate var isCancellation: Bool { result.value.isCancellation }
    fileprivate var time: UInt64 { result.value.measuredOrder }
    fileprivate var rank: AssayResult.Rank { result.value.rank }

    /// True for the higher of two, else the one whose text comes later, else the one measured
    /// later; what says the same twice is shown as it came first.
    fileprivate func isShown(before other: Self) -> Bool {
        if let own = Interval(result.value)?.lower, let lower = Interval(other.result.value)?.lower,
            own != lower
        {
            return own.promisesMore(than: lower)
        }
        let (one, two) = (result.value, other.result.value)
        guard one.text == two.text else { return one.text > two.text }
        return time == other.time ? id < other.id : time > other.time
    }
}

extension AssayResult {
    /// How much a result of one measurement says over another: a preliminary one gives way to the
    /// final, and that to a correction.
    fileprivate enum Rank: Comparable { case preliminary, final, correction }

    fileprivate var rank: Rank { says("C") ? .correction : says("P") ? .preliminary : .final }

    /// True when the status is `letter`, alone or among repeats, which most headers divide by `\`
    /// and some by a backtick.
    private func says(_ letter: String) -> Bool {
        if status == letter { return true }
        guard status.utf8.count > 1 else { return false }
        return status.split { $0 == "\\" || $0 == "`" }.contains { $0 == letter }
    }

    /// True when this speaks of the same measurement as `other`, in another way: the one corrects,
    /// confirms or cancels the other.
    func isSaidAgain(in other: AssayResult) -> Bool {
        measuredOrder != 0 && measuredOrder == other.measuredOrder && replicate == other.replicate
            && dilution == other.dilution && (isCancellation || rank != other.rank)
    }

    /// True when this is the same result as `other`, whose message was cut, so that comments behind
    /// it may be missing there.
    func completes(_ other: AssayResult) -> Bool {
        isComplete && !other.isComplete && Fingerprint(of: self) == Fingerprint(of: other)
    }

    /// True for a bound that says nothing which `other`, in the same unit, does not say closer.
    func merelyAllows(_ other: AssayResult) -> Bool {
        guard bound != nil, unit.isSameUnit(as: other.unit), let wide = Interval(self),
            let narrow = Interval(other)
        else { return false }
        return narrow.isWithin(wide) && !wide.isWithin(narrow)
    }

    /// True when a verdict makes the same of both.
    fileprivate func saysTheSame(as other: AssayResult) -> Bool {
        unit.isSameUnit(as: other.unit) && dilution == other.dilution
            && Interval(self) == Interval(other)
    }
}
