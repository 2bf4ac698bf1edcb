/// Why the journal cannot be used, written or believed.
enum JournalError: Error, Equatable {
    /// It cannot be opened: what, and the cure.
    case closed(String)
    /// Another daemon writes it.
    case inUse(path: String, holder: String)
    /// Nothing was stored, and the same may succeed later: the disk is full, or another program
    /// holds the file.
    case stalled(String)
    /// The disk failed: what was stored last is not known, and nothing may be stored any more.
    case broken(String)
    /// A row that does not say what its kind promises.
    case unreadable(moment: Int64, why: String)
}

extension JournalError: CustomStringConvertible {
    /// One sentence, with the cure where there is one.
    var description: String {
        switch self {
        case .closed(let why): why
        case .inUse(let path, let holder):
            "the journal \(path) is in use by \(holder); stop that one first, or give another path"
        case .stalled(let why): "the journal takes nothing for now: \(why)"
        case .broken(let why):
            "the journal failed: \(why); check the disk, then start stepupd again"
        case .unreadable(let moment, let why): "moment \(moment) cannot be read: \(why)"
        }
    }
}
