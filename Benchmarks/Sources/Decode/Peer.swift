import Foundation
import Protocols
import Samples

/// The fastest decoder that was found on PyPI, over the same bytes: `Process/peer.py` runs it.
struct Peer {
    let folder: String
    let python: String

    /// Both over two megabytes; nil, with a word on standard error, when the peer is not there.
    func run() -> Row? {
        let line = SampleLine.bytes(2_000_000, options: LinkOptions())
        let file = URL(filePath: folder).appending(path: "line.bin")
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Process/peer.py")
        do {
            try Data(line).write(to: file)
            let words = try output(of: [script.path, file.path]).split(separator: " ")
            guard words.count == 2, let seconds = Double(words[0]), let found = Int(words[1]) else {
                throw CocoaError(.fileReadCorruptFile)
            }
            return row(line, peerSeconds: seconds, peerResults: found)
        } catch {
            FileHandle.standardError.write(Data("no decoder from PyPI: \(error)\n".utf8))
            return nil
        }
    }

    private func row(_ line: [UInt8], peerSeconds: Double, peerResults: Int) -> Row {
        let pieces = SampleLine.pieces(of: line, size: 65_536)
        var ours = Duration.seconds(1000)
        for _ in 0..<15 {
            var results = 0
            ours = min(ours, ContinuousClock().measure { results = Decode.readAll(pieces) })
            precondition(results == peerResults, "the peer found \(peerResults), not \(results)")
        }
        let ratio = Duration.seconds(peerSeconds) / ours
        let megabytes = Double(line.count) / 1e6
        return Row(
            figure: "framed E1381 to results, beside PyPI",
            measured: (megabytes / (ours / .seconds(1))).rounded(to: 0) + " MB/s",
            peer: (megabytes / peerSeconds).rounded(to: 1) + " MB/s (astm-2025)",
            ratio: ratio.rounded(to: 0) + " x", goal: ">= 30 x", isHeld: ratio >= 30)
    }

    private func output(of arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
