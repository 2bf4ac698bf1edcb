internal import Glibc

/// A lock file beside those of other serial programs: `/run/lock/LCK..ttyUSB0`, with our process.
///
/// The form is that of UUCP, which minicom, picocom and mgetty read: ten columns of process number,
/// then the program. A lock is stale when its process is gone, or is now another program, or when
/// it names ourselves and yet nobody holds it (a container that started again with the same
/// number). Where the folder is missing or closed to us, the locks on the port itself must do.
final class PortLock {
    /// Where Debian keeps them; `/var/lock` leads there.
    static let folder = "/run/lock"

    private let path: String
    private let descriptor: Int32

    /// Locks `port`, a path under `/dev` without links.
    ///
    /// - Returns: nil when lock files are not possible here.
    /// - Throws: ``LineError/busy(_:_:)`` when a living process has the lock.
    static func take(
        _ port: String, folder: String = PortLock.folder
    ) throws(LineError) -> PortLock? {
        guard let path = path(of: port, in: folder) else { return nil }
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else {
            // Another user's lock cannot be opened for writing; it still says who has the port.
            if let holder = holder(in: SmallFile.read(path)) { throw .busy(port, holder) }
            return nil
        }
        let isFree = flock(descriptor, LOCK_EX | LOCK_NB) == 0
        let holder = holder(in: SmallFile.read(descriptor))
        if isFree, holder == nil || holder?.pid == getpid(), SmallFile.write(text, to: descriptor) {
            return PortLock(path: path, descriptor: descriptor)
        }
        close(descriptor)
        if let holder { throw .busy(port, holder) }
        return nil
    }

    /// The living process that has locked `port`, by its lock file.
    static func holder(of port: String, folder: String = PortLock.folder) -> PortHolder? {
        path(of: port, in: folder).flatMap { holder(in: SmallFile.read($0)) }
    }

    private static func path(of port: String, in folder: String) -> String? {
        guard port.hasPrefix("/dev/") else { return nil }
        let name = String(port.dropFirst("/dev/".count).map { $0 == "/" ? "_" : $0 })
        return "\(folder)/LCK..\(name)"
    }

    private init(path: String, descriptor: Int32) {
        self.path = path
        self.descriptor = descriptor
    }

    deinit {
        unlink(path)
        close(descriptor)
    }

    private static var text: String {
        let pid = String(getpid())
        let program = PortHolder(running: getpid())?.program ?? ""
        return String(repeating: " ", count: max(0, 10 - pid.count)) + pid + " \(program)\n"
    }

    /// The living process that a lock file names.
    private static func holder(in text: String?) -> PortHolder? {
        let words = text?.split(whereSeparator: \.isWhitespace) ?? []
        guard let first = words.first, let pid = Int32(first),
            let holder = PortHolder(running: pid)
        else { return nil }
        let program = words.dropFirst().joined(separator: " ")
        let isSame =
            program.isEmpty || holder.program.hasPrefix(program)
            || program.hasPrefix(holder.program)
        return isSame ? holder : nil
    }
}
