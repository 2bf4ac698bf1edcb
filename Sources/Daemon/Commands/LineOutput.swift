import Foundation

/// Data on standard output: whole lines, gathered into large writes where nobody waits for one.
struct LineOutput {
    private var buffer: [UInt8] = []
    private let size: Int

    /// An output that writes each line at once when it `isLive`, else 64 KiB at a time.
    init(isLive: Bool = false) { size = isLive ? 0 : 65_536 }

    /// Writes `line` and its end.
    mutating func write(_ line: String) {
        buffer += line.utf8
        buffer.append(UInt8(ascii: "\n"))
        if buffer.count > size { flush() }
    }

    /// Writes what was gathered; a reader that has gone away ends the program, as it does `cat`.
    mutating func flush() {
        guard !buffer.isEmpty else { return }
        do { try FileHandle.standardOutput.write(contentsOf: buffer) } catch {
            Console.leave(error)
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
