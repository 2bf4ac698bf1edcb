import Foundation

/// The right to write a journal: held by one daemon at a time, given back by the system even when
/// that daemon is killed.
///
/// A file of its own beside the journal, since closing any descriptor of the journal itself would
/// drop SQLite's locks on it.
struct JournalLock: ~Copyable {
    private let descriptor: Int32

    /// Takes the right to write the journal at `path`, or says who holds it.
    init(journal path: String) throws(JournalError) {
        let file = path + ".lock"
        let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw JournalError(locking: path, code: errno)
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let holder = Self.holder(in: descriptor)
            close(descriptor)
            throw .inUse(path: path, holder: holder)
        }
        self.descriptor = descriptor
        let name = Array("process \(getpid())\n".utf8)
        ftruncate(descriptor, 0)
        _ = pwrite(descriptor, name, name.count, 0)
    }

    deinit {
        // Unlocked by word, since a child that is being started holds a copy of the descriptor.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }

    private static func holder(in descriptor: Int32) -> String {
        var text = [UInt8](repeating: 0, count: 64)
        let count = pread(descriptor, &text, text.count, 0)
        let name = String(decoding: text.prefix(max(0, count)), as: UTF8.self)
        let words = name.trimmingCharacters(in: .whitespacesAndNewlines)
        return words.isEmpty ? "another process" : words
    }
}
