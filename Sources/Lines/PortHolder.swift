internal import Glibc

/// The process that has a port open.
public struct PortHolder: Sendable, Hashable {
    /// Its process number.
    public var pid: Int32
    /// Its program's short name, as the kernel keeps it: 15 bytes at most.
    public var program: String

    /// The holder `pid`.
    init(pid: Int32, program: String) {
        self.pid = pid
        self.program = program
    }

    /// The running process `pid`; nil when there is none.
    init?(running pid: Int32) {
        guard pid > 0, kill(pid, 0) == 0 || errno == EPERM else { return nil }
        self.init(pid: pid, program: Self.program(of: pid) ?? "a program")
    }

    /// The first other process that has `path` open, as far as this user may see.
    static func find(holding path: String) -> PortHolder? {
        for pid in Folder.names(in: "/proc").compactMap({ Int32($0) }) where pid != getpid() {
            let folder = "/proc/\(pid)/fd"
            if Folder.names(in: folder).contains(where: {
                Folder.target(of: "\(folder)/\($0)") == path
            }) {
                return PortHolder(running: pid)
            }
        }
        return nil
    }

    /// The other process that made the pseudo-terminal `path` as ``PseudoTerminal`` does, with both
    /// ends open; the programs behind windows and logins keep one.
    ///
    /// - Returns: nil when there is none, or none that this user may see.
    static func find(making path: String) -> PortHolder? {
        let prefix = "/dev/pts/"
        guard path.hasPrefix(prefix) else { return nil }
        let index = "tty-index:\t\(path.dropFirst(prefix.count))\n"
        for pid in Folder.names(in: "/proc").compactMap({ Int32($0) }) where pid != getpid() {
            let names = Folder.names(in: "/proc/\(pid)/fd")
            let targets = names.map { Folder.target(of: "/proc/\(pid)/fd/\($0)") }
            guard targets.contains(path) else { continue }
            for (name, target) in zip(names, targets) where target?.hasSuffix("ptmx") == true {
                let facts = SmallFile.read("/proc/\(pid)/fdinfo/\(name)")
                if facts?.contains(index) == true { return PortHolder(running: pid) }
            }
        }
        return nil
    }

    private static func program(of pid: Int32) -> String? {
        guard let text = SmallFile.read("/proc/\(pid)/comm") else { return nil }
        return text.hasSuffix("\n") ? String(text.dropLast()) : text
    }
}

extension PortHolder: CustomStringConvertible {
    /// `minicom (pid 812)`.
    public var description: String { "\(program) (pid \(pid))" }
}
