import Foundation
import Protocols
import Samples
import Settings

/// Measures bytes to typed results on one core, link by link, beside a plain C decoder, in one run.
///
/// Usage: `decode [FOLDER PYTHON]`. With a folder for its files and a Python that has the peers
/// of `Scripts/peers/requirements.txt`, it also measures the decoders from PyPI. Rows are
/// tab-separated, as `make bench` prints them.
@main
struct Decode {
    static func main() throws {
        let samples = try Sample.all()
        for sample in samples { Race(sample: sample).run().show() }
        Endurance(total: 1_000_000_000).run().show()
        guard CommandLine.arguments.count > 2 else { return }
        let folder = URL(filePath: CommandLine.arguments[1])
        for sample in samples {
            for peer in sample.peers {
                peer.run(beside: sample, in: folder, python: CommandLine.arguments[2])?.show()
            }
        }
    }

    /// Reads all pieces with a new session, which then waits until it is at rest.
    ///
    /// - Returns: how many results there were.
    static func readAll(_ pieces: [[UInt8]], as dialect: Dialect) -> Int {
        var session = Session(dialect: dialect)
        var count = 0
        func take(_ actions: [Session.Action]) {
            for case .results(let results) in actions {
                for index in results.indices where results[index].value != nil { count += 1 }
            }
        }
        for piece in pieces { take(session.receive(piece, at: .zero)) }
        take(session.expire(at: .seconds(60)))
        return count
    }
}

extension Duration {
    /// The rate of so many bytes in this time.
    func rate(of bytes: Int) -> String {
        (Double(bytes) / (self / .seconds(1)) / 1e6).rounded(to: 0) + " MB/s"
    }
}
