import Foundation
import Protocols
import Samples

/// A decoder that others wrote, over the same bytes: `Process/peer.py` runs it.
struct Peer {
    /// What `peer.py` calls it.
    let name: String
    /// How many bytes it gets: enough for some tenths of a second.
    var count = 2_000_000
    /// How many times as fast as the peer is asked for; nil where nothing is.
    var goal: Double?

    /// The fastest decoder of E1394 that was found on PyPI.
    static func astm(goal: Double? = nil) -> Peer { Peer(name: "astm-2025", goal: goal) }
    /// The usual decoder of HL7 on PyPI.
    static let hl7 = Peer(name: "hl7", goal: 20)
    /// The one of PyPI that knows the standard's structures; it takes its time.
    static let hl7apy = Peer(name: "hl7apy", count: 50_000)
    /// Python's own modules, since PyPI has none for these links.
    static let csv = Peer(name: "Python's csv")
    static let xml = Peer(name: "Python's ElementTree")

    /// Both over the first bytes of `sample`; nil, with a word on standard error, when the peer is
    /// not there.
    func run(beside sample: Sample, in folder: URL, python: String) -> Row? {
        let line = Array(sample.bytes.prefix(count))
        let file = folder.appending(path: "line.bin")
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Process/peer.py")
        do {
            try Data(line).write(to: file)
            let words = try output(of: [script.path, name, file.path], from: python)
                .split(separator: " ")
            guard words.count == 2, let seconds = Double(words[0]), let found = Int(words[1]) else {
                throw CocoaError(.fileReadCorruptFile)
            }
            return row(line, of: sample, peerSeconds: seconds, peerResults: found)
        } catch {
            FileHandle.standardError.write(Data("no \(name): \(error)\n".utf8))
            return nil
        }
    }

    private func row(
        _ line: [UInt8], of sample: Sample, peerSeconds: Double, peerResults: Int
    ) -> Row {
        let pieces = SampleLine.pieces(of: line, size: 65_536)
        var ours = Duration.seconds(1000)
        for _ in 0..<15 {
            var results = 0
            ours = min(
                ours,
                ContinuousClock().measure {
                    results = Decode.readAll(pieces, as: sample.dialect)
                })
            precondition(results == peerResults, "\(name) found \(peerResults), not \(results)")
        }
        let ratio = Duration.seconds(peerSeconds) / ours
        let theirs = Double(line.count) / 1e6 / peerSeconds
        return Row(
            figure: "\(sample.name), beside \(name)", measured: ours.rate(of: line.count),
            peer: theirs.rounded(to: 1) + " MB/s",
            ratio: ratio.rounded(to: ratio < 10 ? 1 : 0) + " x",
            goal: goal.map { ">= \($0.rounded(to: 0)) x" } ?? "-", isHeld: goal.map { ratio >= $0 })
    }

    private func output(of arguments: [String], from python: String) throws -> String {
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
