internal import CLinux
internal import Glibc
internal import Protocols

/// A pseudo-terminal: a cable whose other end is ``path``, for a program that opens serial ports.
///
/// Like a serial port, it does not notice whether anybody is at the other end: that end is kept
/// open here too, so that a program may come and go, and what was sent before it came waits for it
/// (the kernel holds about 4 KiB).
public final class PseudoTerminal {
    /// Where the other end is: `/dev/pts/3`.
    public let path: String

    let descriptor: Int32
    let otherEnd: Int32
    private let link: String?

    /// Makes one, passing every byte as it is, and at `link`, if given, a symbolic link to it.
    ///
    /// - Throws: ``LineError`` when there is something other than a link at `link`, or the link to
    ///   the pseudo-terminal of another program.
    public init(link: String? = nil) throws(LineError) {
        let name = link ?? "A pseudo-terminal"
        let master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard master >= 0 else { throw .system(name, doing: "making it", code: errno) }
        var opened = [master]
        do throws(LineError) {
            var buffer = [CChar](repeating: 0, count: 64)
            guard grantpt(master) == 0, unlockpt(master) == 0,
                ptsname_r(master, &buffer, buffer.count) == 0
            else { throw .system(name, doing: "making it", code: errno) }
            path = buffer.withUnsafeBufferPointer {
                $0.baseAddress.map { String(cString: $0) } ?? ""
            }
            otherEnd = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
            guard otherEnd >= 0 else { throw .opening(path, code: errno) }
            opened.append(otherEnd)
            try TerminalLine.makeRaw(otherEnd, LineSettings(), hasForm: false, port: path)
            Descriptor(number: master).prepare()
            if let link { try Self.place(link: link, to: path) }
        } catch {
            for descriptor in opened { _ = Glibc.close(descriptor) }
            throw error
        }
        descriptor = master
        self.link = link
    }

    /// Puts the link back when somebody has removed it.
    ///
    /// - Returns: true when it was gone, and is there again.
    /// - Throws: ``LineError`` when it cannot be put back.
    func mendLink() throws(LineError) -> Bool {
        var status = stat()
        guard let link, lstat(link, &status) != 0, errno == ENOENT else { return false }
        try Self.place(link: link, to: path)
        return true
    }

    deinit {
        if let link, Folder.target(of: link) == path { unlink(link) }
        _ = Glibc.close(otherEnd)
        _ = Glibc.close(descriptor)
    }

    /// Puts the link there in one step, in place of an older link but of nothing else, and never
    /// of one by which another program is reached.
    private static func place(link: String, to path: String) throws(LineError) {
        var status = stat()
        if lstat(link, &status) == 0, status.st_mode & S_IFMT != S_IFLNK {
            throw .unsuitable(link, why: "something that is not a link is there already")
        }
        if let other = Folder.target(of: link), let holder = PortHolder.find(making: other) {
            throw .busy(link, holder)
        }
        let draft = "\(link).\(getpid())"
        unlink(draft)
        guard symlink(path, draft) == 0, rename(draft, link) == 0 else {
            let code = errno
            unlink(draft)
            throw .system(link, doing: "making the link", code: code)
        }
    }
}

/// The near end of a pseudo-terminal as a line.
final class PseudoTerminalLine: OpenPort {
    private var terminal: PseudoTerminal?
    let descriptor: Int32
    let detail: String
    let isMendable: Bool

    init(link: String?) throws(LineError) {
        let terminal = try PseudoTerminal(link: link)
        descriptor = terminal.descriptor
        detail = link.map { "\($0) (\(terminal.path))" } ?? terminal.path
        isMendable = link != nil
        self.terminal = terminal
    }

    func mend() throws(LineError) -> Bool { try terminal?.mendLink() ?? false }

    func close() { terminal = nil }
}
