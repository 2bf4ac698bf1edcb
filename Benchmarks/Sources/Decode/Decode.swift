import CYardstick
import Foundation
import Protocols
import Samples

/// Measures framed bytes to typed results on one core, beside a plain C decoder, in one run.
///
/// Usage: `decode [FOLDER PYTHON]`. With a folder for its files and a Python that has the peers
/// of `Scripts/peers/requirements.txt`, it also measures the decoders from PyPI. Rows are
/// tab-separated, as `make bench` prints them.
@main
struct Decode {
    static func main() {
        var packed = LinkOptions()
        packed.frames = .packed
        for (name, options) in [("a record a frame", LinkOptions()), ("240-byte frames", packed)] {
            let line = SampleLine.bytes(16_000_000, options: options)
            Race(name: name, bytes: line).run().show()
        }
        Endurance(total: 1_000_000_000).run().show()
        if CommandLine.arguments.count > 2 {
            let peer = Peer(folder: CommandLine.arguments[1], python: CommandLine.arguments[2])
            peer.run()?.show()
        }
    }

    /// Reads all pieces with a new session.
    ///
    /// - Returns: how many results there were.
    static func readAll(_ pieces: [[UInt8]]) -> Int {
        var session = Session(dialect: SampleLine.dialect)
        var count = 0
        for piece in pieces {
            for case .results(let results) in session.receive(piece, at: .zero) {
                for index in results.indices where results[index].value != nil { count += 1 }
            }
        }
        return count
    }
}

/// Ours and the C yardstick over the same bytes, taking turns; the best of each counts.
struct Race {
    let name: String
    let bytes: [UInt8]
    /// Enough that each has a quiet moment on a busy machine.
    let rounds = 11

    func run() -> Row {
        let pieces = SampleLine.pieces(of: bytes, size: 65_536)
        let clock = ContinuousClock()
        var text = [UInt8](repeating: 0, count: bytes.count)
        var (ours, theirs) = (Duration.seconds(1000), Duration.seconds(1000))
        for _ in 0..<rounds {
            var tally = yardstick_tally()
            theirs = min(
                theirs, clock.measure { yardstick_decode(bytes, bytes.count, &text, &tally) })
            var results = 0
            ours = min(ours, clock.measure { results = Decode.readAll(pieces) })
            precondition(results == tally.results, "\(results) results, not \(tally)")
        }
        let ratio = theirs / ours
        return Row(
            figure: "framed E1381 to results, \(name)", measured: rate(ours),
            peer: "\(rate(theirs)) (plain C)", ratio: "\(ratio.rounded(to: 2)) x",
            goal: ">= 0.4 x", isHeld: ratio >= 0.4)
    }

    private func rate(_ duration: Duration) -> String {
        (Double(bytes.count) / (duration / .seconds(1)) / 1e6).rounded(to: 0) + " MB/s"
    }
}
