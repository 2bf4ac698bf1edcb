internal import Protocols

/// The results of one tube and analyte in the order of their measurement, and the one that counts.
///
/// ```
/// 45.0 ─▶ >300 ─▶ 812 (1:10) ─▶ >100     measured later takes the place of the one before …
///                  ▲ counts        … but a bound that only allows what is known does not
/// ```
///
/// It is a function of the results, not of the order in which they came, as far as the analyzer
/// says when it measured. A cancellation alone speaks of what came before it.
struct Succession {
    /// A result that can count.
    private struct Entry {
        let result: Shared<AssayResult>
        let id: Int64
        var standing = Standing.open
    }

    private enum Standing { case open, corrected, cancelled }

    private var entries: [Entry] = []

    /// The announcement of the result that counts; nil when none does.
    private(set) var current: Int64?

    /// Takes the next result as it came, which announcement `id` told.
    mutating func take(_ result: Shared<AssayResult>, id: Int64) {
        if result.value.isCancellation {
            cancel(by: result.value)
        } else if result.value.role == .result {
            insert(result, id: id)
        } else {
            return
        }
        settle()
    }

    /// Puts a result where it was measured, and beside it what was said of the same measurement; a
    /// correction of something that did not come yet stands last until then.
    ///
    /// One that comes whole stands where it stood when its message was cut.
    private mutating func insert(_ result: Shared<AssayResult>, id: Int64) {
        if let cut = entries.firstIndex(where: { result.value.completes($0.result.value) }) {
            entries[cut] = Entry(result: result, id: id, standing: entries[cut].standing)
            return
        }
        var entry = Entry(result: result, id: id)
        let rank = result.value.rank
        var same = entries.filter { result.value.isOfSameMeasurement(as: $0.result.value) }
        entries.removeAll { result.value.isOfSameMeasurement(as: $0.result.value) }
        for index in same.indices {
            let other = same[index].result.value.rank
            if other > rank {
                entry.standing = .corrected
            } else if rank == .correction, same[index].standing == .cancelled {
                entry.standing = .cancelled  // It corrects what was taken back.
            } else if rank > other || rank == .correction {
                same[index].standing = .corrected
            }
        }
        let isOrphan = rank == .correction && same.allSatisfy { $0.result.value.rank == rank }
        let later = entries.firstIndex { result.value.isOlder(than: $0.result.value) }
        same.append(entry)
        entries.insert(
            contentsOf: same, at: isOrphan ? entries.endIndex : later ?? entries.endIndex)
    }

    /// Takes back the measurement that is named; without a name, or where it is the one that
    /// counts, everything that came so far.
    private mutating func cancel(by result: AssayResult) {
        let named = entries.lastIndex { result.isOfSameMeasurement(as: $0.result.value) }
        if let named, entries[named].id != current {
            entries[named].standing = .cancelled
        } else {
            for index in entries.indices { entries[index].standing = .cancelled }
        }
    }

    /// The last measured, unless it is a bound that merely allows an earlier one.
    private mutating func settle() {
        var best: Entry?
        for entry in entries where entry.standing == .open {
            guard let known = best else {
                best = entry
                continue
            }
            if !entry.result.value.merelyAllows(known.result.value) { best = entry }
        }
        current = best?.id
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

    /// True when both were measured at the same time, as the same replicate of the same dilution.
    fileprivate func isOfSameMeasurement(as other: AssayResult) -> Bool {
        measuredOrder != 0 && measuredOrder == other.measuredOrder && replicate == other.replicate
            && dilution == other.dilution
    }

    /// True when the analyzer's own clock says that this was completed before `other`.
    fileprivate func isOlder(than other: AssayResult) -> Bool {
        measuredOrder != 0 && measuredOrder < other.measuredOrder
    }

    /// True when this speaks of the same measurement as `other`, in another way: the one corrects,
    /// confirms or cancels the other.
    func isSaidAgain(in other: AssayResult) -> Bool {
        isOfSameMeasurement(as: other) && (isCancellation || rank != other.rank)
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
}
