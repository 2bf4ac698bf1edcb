import CYardstick
import Protocols
import Samples

/// Ours and the C yardstick over the same bytes, taking turns; the best of each counts.
struct Race {
    let sample: Sample
    /// Enough that each has a quiet moment on a busy machine.
    let rounds = 11

    func run() -> Row {
        let bytes = sample.bytes
        let pieces = SampleLine.pieces(of: bytes, size: 65_536)
        let clock = ContinuousClock()
        var text = [UInt8](repeating: 0, count: bytes.count)
        var (ours, theirs) = (Duration.seconds(1000), Duration.seconds(1000))
        for _ in 0..<rounds {
            var tally = yardstick_tally()
            theirs = min(theirs, clock.measure { sample.yardstick.run(bytes, &text, &tally) })
            var results = 0
            ours = min(
                ours, clock.measure { results = Decode.readAll(pieces, as: sample.dialect) })
            precondition(results == tally.results, "\(results) results, not \(tally)")
        }
        let ratio = theirs / ours
        return Row(
            figure: "\(sample.name) to results", measured: ours.rate(of: bytes.count),
            peer: "\(theirs.rate(of: bytes.count)) (plain C)", ratio: "\(ratio.rounded(to: 2)) x",
            goal: sample.goal.map { ">= \($0) x" } ?? "-", isHeld: sample.goal.map { ratio >= $0 })
    }
}

/// The plain C that takes a link's bytes apart.
enum Yardstick {
    case frames
    case texts(yardstick_link)
    case markup

    /// Decodes `bytes`; `text` is as long, and is the decoder's to write to.
    func run(_ bytes: [UInt8], _ text: inout [UInt8], _ tally: inout yardstick_tally) {
        switch self {
        case .frames: yardstick_decode(bytes, bytes.count, &text, &tally)
        case .texts(let link): yardstick_texts(link, bytes, bytes.count, &text, &tally)
        case .markup: yardstick_markup(bytes, bytes.count, &tally)
        }
    }
}
