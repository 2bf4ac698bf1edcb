import Foundation
import GRDB

/// Why a journal does not open, in words for whoever typed its path.
extension JournalError {
    /// SQLite refused to open the journal at `path` with `error`.
    init(opening path: String, _ error: any Error) {
        guard !Self.isFolder(path) else {
            self = .closed("\(path) is a folder: give the journal's file")
            return
        }
        let code = (error as? DatabaseError)?.resultCode
        switch code {
        case .SQLITE_NOTADB: self = .closed("\(path) is not a journal of stepupd")
        case .SQLITE_READONLY:
            self = .closed(
                "the journal \(path) is not writable here, nor is its folder, and SQLite keeps a "
                    + "log beside it: copy it to another folder, or be who may write there")
        case .SQLITE_CANTOPEN, .SQLITE_PERM:
            self = .closed("no permission to open the journal \(path), or to write in its folder")
        case .SQLITE_CORRUPT:
            self = .closed("the journal \(path) is damaged: put a copy of 'stepupd backup' back")
        default: self = .closed("cannot open the journal \(path): \(error)")
        }
    }

    /// The system refused the lock file beside the journal at `path` with `code`.
    init(locking path: String, code: Int32) {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let why =
            switch code {
            case ENOENT, ENOTDIR: "there is no folder \(folder): make it"
            case EACCES, EPERM:
                "no permission to write in \(folder): be who may, or name another journal"
            case EROFS: "\(folder) is on a disk that is read-only: name another journal"
            default: "\(path).lock: \(String(cString: strerror(code)))"
            }
        self = .closed("cannot open the journal \(path): \(why)")
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            && isFolder.boolValue
    }
}
