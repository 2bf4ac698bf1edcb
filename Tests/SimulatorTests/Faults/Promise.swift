import Protocols
import StepUp

@testable import Simulator

/// What a link promises when a fault happens on it, and whether an ordeal kept it.
enum Promise {
    /// Every value that was sent is told once, and no other.
    case exact
    /// The same, but for values whose loss a defect tells of.
    case told
    /// What arrived whole is told once; what was hurt yields one result at the most.
    ///
    /// Without a check sum nobody can notice that a digit has changed, and without an answer
    /// nobody can ask for it again.
    case whole

    /// What the link of `dialect`, which carries `sent`, promises when `faults` happen.
    init(of dialect: Dialect, carrying sent: [Sent], when faults: [Fault]) {
        let options = dialect.link
        let hurts = !Set(faults).isDisjoint(with: [.lost, .doubled, .flipped])
        let loses = !Set(faults).isDisjoint(with: [.noise, .silence, .unplug])
        self =
            if options.isChecked {
                .exact
            } else if sent.allSatisfy(\.wantsAnswer) {
                hurts ? .whole : .exact
            } else if hurts || loses {
                .whole
            } else {
                options.kind == .table && faults.contains(.late) ? .told : .exact
            }
    }

    /// What was not kept; nil when the promise was.
    func broken(by ordeal: Ordeal, sending sent: [Sent]) -> String? {
        guard ordeal.isOver else { return "the analyzer never came to an end" }
        guard ordeal.isLineAtRest else { return "the line never came to rest" }
        let told = ordeal.told.filter { $0.result.value.role == .result && !$0.isRepeat }
            .map { Value($0.result.value) }
        let (missing, twice, strange) = compare(told, with: sent)
        if self != .whole, let twice = twice.first { return "told twice: \(twice)" }
        switch self {
        case .exact:
            if let value = missing.first { return "not told: \(value.value)" }
            return strange.first.map { "never sent: \($0)" }
        case .told:
            let isSilent = ordeal.defects.isEmpty
            if isSilent, let value = missing.first { return "lost in silence: \(value.value)" }
            return strange.first.map { "never sent: \($0)" }
        case .whole:
            let lost = missing.first { ordeal.arrived.contains(whole: $0) }
            if let lost { return "arrived whole and not told: \(lost.value)" }
            // A place or a time may be hurt as well: then the value comes again as another one.
            let more = strange.count + twice.count
            guard more > ordeal.faults else { return nil }
            return "\(more) never sent after \(ordeal.faults) faults"
        }
    }

    private func compare(
        _ told: [Value], with sent: [Sent]
    ) -> (missing: [Sent], twice: [Value], strange: [Value]) {
        var counts: [Value: Int] = [:]
        for value in told { counts[value, default: 0] += 1 }
        let known = Set(sent.map(\.value))
        return (
            sent.filter { counts[$0.value] == nil },
            sent.flatMap { Array(repeating: $0.value, count: max(0, (counts[$0.value] ?? 0) - 1)) },
            told.filter { !known.contains($0) }
        )
    }
}

/// What must come out as it went in.
struct Value: Hashable, CustomStringConvertible {
    let specimen, text, unit: String
    let bound: AssayResult.Bound?

    init(_ result: AssayResult) {
        specimen = result.specimen
        // Some makers pad the value with blanks.
        text = result.text.split(separator: " ").joined()
        unit = result.unit
        bound = result.bound
    }

    var description: String { "\(specimen) \(text) \(unit)" }
}

/// One value that an analyzer sent, and the bytes that carried it.
struct Sent {
    let value: Value
    /// What is said when it is sent.
    let words: String
    /// The messages with it, each as it is on the line; for links without a check sum alone.
    let pictures: [[UInt8]]
    /// What must stand before each of them; nothing must when it is empty.
    let leads: [UInt8]
    /// True when the analyzer waits for the host's answer.
    let wantsAnswer: Bool

    /// Everything that the analyzer of `dialect` sends in `course`.
    static func all(of course: Course, dialect: Dialect) throws -> [Sent] {
        let reports = try Reports(course: course, dialect: dialect, epoch: Simulation.epoch)
        return course.reports.indices.map { index in
            var wanted = reports.result(of: index)
            wanted.bound = course.reports[index].report.bound
            let messages = reports.messages(of: index)
            let pictures = messages.flatMap { dialect.link.pictures(of: $0) }
            var sender = dialect.link.sender()
            for message in messages { _ = sender.enqueue(message, at: .zero) }
            return Sent(
                value: Value(wanted), words: reports.words(of: index),
                pictures: pictures.filter { $0.contains(wanted.specimen) },
                leads: dialect.link.leads,
                wantsAnswer: sender.deadline != nil)
        }
    }
}

extension LinkOptions {
    /// What begins a text or a line.
    fileprivate var leads: [UInt8] {
        switch kind {
        case .simplified: [.stx]
        case .lines, .listing, .table: [.cr, .lf]
        case .e1381, .bci, .mllp, .poct1a: []
        }
    }

    /// What a receiver must get whole to read a message.
    fileprivate func pictures(of records: [[UInt8]]) -> [[UInt8]] {
        let text = Array(records.map { $0 + [.cr] }.joined())
        switch kind {
        case .e1381, .bci: return []
        case .simplified: return [text + [.etx]]
        case .mllp: return [[.vt] + text + [.fs]]
        case .poct1a: return records
        case .lines, .listing, .table:
            let ends: [UInt8] = trailer == .lf ? [.lf] : [.cr, .lf]
            return kind == .lines
                ? records.map { $0 + ends } : [Array(records.map { $0 + ends }.joined())]
        }
    }
}

extension [UInt8] {
    /// True when everything that carries `sent` stands here in one piece, where it can be read.
    fileprivate func contains(whole sent: Sent) -> Bool {
        !sent.pictures.isEmpty
            && sent.pictures.allSatisfy { picture in
                places(of: picture).contains {
                    $0 == 0 || sent.leads.isEmpty || sent.leads.contains(self[$0 - 1])
                }
            }
    }

    fileprivate func contains(_ text: String) -> Bool { !places(of: Array(text.utf8)).isEmpty }

    private func places(of picture: [UInt8]) -> [Int] {
        guard let first = picture.first, picture.count <= count else { return [] }
        return (0...(count - picture.count)).filter {
            self[$0] == first && self[$0..<$0 + picture.count] == picture[...]
        }
    }
}
