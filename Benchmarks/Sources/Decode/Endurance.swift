import Foundation
import Protocols
import Samples

/// One session that reads a very long line: its memory must not grow.
struct Endurance {
    /// Bytes to read.
    let total: Int

    /// Resident memory may grow by this much, which is the allocator's own play.
    let allowance = 2_000_000

    func run() -> Row {
        let bytes = SampleLine.bytes(4_000_000, options: LinkOptions())
        let pieces = SampleLine.pieces(of: bytes, size: 4096)
        var session = Session(dialect: SampleLine.dialect)
        var results = 0
        var before = 0
        while session.received < total {
            for piece in pieces {
                for case .results(let some) in session.receive(piece, at: .zero) {
                    results += some.count
                }
            }
            if before == 0 { before = Self.residentBytes }
        }
        let growth = Self.residentBytes - before
        return Row(
            figure: "memory over \(session.received / 1_000_000) MB of results",
            measured: "\((Double(growth) / 1e6).rounded(to: 1)) MB more",
            peer: "\((Double(before) / 1e6).rounded(to: 0)) MB (after the first 4 MB)",
            ratio: "-", goal: "flat", isHeld: growth <= allowance && results > 0)
    }

    /// What the process keeps in memory (Linux: the second number of `statm`, in pages).
    private static var residentBytes: Int {
        let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
        let numbers = text.split(separator: " ")
        return numbers.count > 1 ? (Int(numbers[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE))) : 0
    }
}
