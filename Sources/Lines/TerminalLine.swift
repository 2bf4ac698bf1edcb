internal import Glibc
internal import Protocols

/// A terminal or pseudo-terminal by its path: what libserialport refuses.
///
/// Locked by `flock` and a lock file, not by `TIOCEXCL`: a pseudo-terminal would keep that after
/// us, and shut its next user out.
final class TerminalLine: OpenPort {
    let descriptor: Int32
    let detail: String
    private var lock: PortLock?

    /// Opens and sets the terminal at `path`, links allowed.
    init(path: String, settings: LineSettings) throws(LineError) {
        let port = try Folder.resolve(path)
        var status = stat()
        guard stat(port, &status) == 0, status.st_mode & S_IFMT == S_IFCHR else {
            throw .unsuitable(path, why: "it is no terminal")
        }
        lock = try PortLock.take(port)
        descriptor = open(port, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
        detail = path == port ? port : "\(path) (\(port))"
        guard descriptor >= 0 else { throw .opening(port, code: errno) }
        do throws(LineError) {
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                throw .opening(port, code: errno)
            }
            try Self.makeRaw(
                descriptor, settings, hasForm: !port.hasPrefix("/dev/pts/"), port: path)
        } catch {
            close()
            throw error
        }
    }

    func close() {
        tcflush(descriptor, TCOFLUSH)
        _ = Glibc.close(descriptor)
        lock = nil
    }

    /// Has the terminal pass every byte as it is, at the speed and form of `settings`.
    ///
    /// A pseudo-terminal has no form: it takes any speed, and the kernel refuses it parity and
    /// 7 data bits, which nothing would travel with anyway.
    static func makeRaw(
        _ descriptor: Int32, _ settings: LineSettings, hasForm: Bool, port: String
    ) throws(LineError) {
        var form = termios()
        guard tcgetattr(descriptor, &form) == 0 else {
            throw .unsuitable(port, why: "it is no terminal")
        }
        cfmakeraw(&form)
        form.c_cflag &= ~(tcflag_t(PARODD | CSTOPB) | tcflag_t(CRTSCTS))
        form.c_cflag |= tcflag_t(CLOCAL | CREAD)
        form.c_cflag &= ~tcflag_t(CSIZE)
        form.c_cflag |= tcflag_t(hasForm && settings.dataBits == 7 ? CS7 : CS8)
        if settings.stopBits == 2 { form.c_cflag |= tcflag_t(CSTOPB) }
        if hasForm, settings.parity != .none { form.c_cflag |= tcflag_t(PARENB) }
        if hasForm, settings.parity == .odd { form.c_cflag |= tcflag_t(PARODD) }
        form.c_iflag |= tcflag_t(INPCK)
        guard let speed = speeds[settings.baud] ?? (hasForm ? nil : speed_t(B9600)),
            cfsetspeed(&form, speed) == 0
        else {
            throw .unsuitable(port, why: "a terminal cannot have \(settings.baud) baud")
        }
        guard tcsetattr(descriptor, TCSANOW, &form) == 0 else {
            throw .system(port, doing: "setting it", code: errno)
        }
    }

    private static let speeds: [Int: speed_t] = [
        300: speed_t(B300), 600: speed_t(B600), 1200: speed_t(B1200), 2400: speed_t(B2400),
        4800: speed_t(B4800), 9600: speed_t(B9600), 19200: speed_t(B19200),
        38400: speed_t(B38400), 57600: speed_t(B57600), 115_200: speed_t(B115200),
        230_400: speed_t(B230400), 460_800: speed_t(B460800), 921_600: speed_t(B921600),
    ]
}
