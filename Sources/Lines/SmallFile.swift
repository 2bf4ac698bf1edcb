internal import Glibc

/// Files of a line or two: locks, and what the kernel tells under `/proc`.
enum SmallFile {
    /// More than any lock file or process name has.
    private static let limit = 256

    /// The file's first bytes as text; nil when it cannot be read.
    static func read(_ path: String) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        return read(descriptor)
    }

    /// The same, of an open file.
    static func read(_ descriptor: Int32) -> String? {
        withUnsafeTemporaryAllocation(byteCount: limit, alignment: 1) { buffer in
            let count = pread(descriptor, buffer.baseAddress, limit, 0)
            return count < 0 ? nil : String(decoding: buffer[..<count], as: UTF8.self)
        }
    }

    /// Makes `text` all that the open file holds; false when the disk refuses.
    static func write(_ text: String, to descriptor: Int32) -> Bool {
        let bytes = Array(text.utf8)
        return ftruncate(descriptor, 0) == 0
            && pwrite(descriptor, bytes, bytes.count, 0) == bytes.count
    }
}
