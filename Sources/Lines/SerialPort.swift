internal import CSerialPort
internal import Glibc
internal import Protocols

/// A serial port through libserialport: the only file that knows it.
///
/// The library lists, opens, configures and closes. It never waits for us: after a USB adapter is
/// pulled, its reads return 0 for ever and its wait says OK at once, and its time-outs follow the
/// wall clock. Nor does it lock the port, keep it from programs that we start, resolve links or
/// have the driver check parity; that is added here.
final class SerialPort: OpenPort {
    let descriptor: Int32
    let detail: String
    private var port: OpaquePointer?
    private var lock: PortLock?
    private var counted: LineDamage

    /// Opens the port at `path`, a link or not; `identity` is what people know it by.
    init(path: String, identity: String? = nil, settings: LineSettings) throws(LineError) {
        let device = try Folder.resolve(path)
        let port = try Self.find(device)
        do throws(LineError) {
            if let holder = PortHolder.find(holding: device) { throw .busy(device, holder) }
            lock = try PortLock.take(device)
            guard sp_open(port, SP_MODE_READ_WRITE) == SP_OK else {
                throw .opening(device, code: sp_last_error_code())
            }
        } catch {
            sp_free_port(port)
            throw error
        }
        do throws(LineError) {
            var handle: Int32 = -1
            try Self.check(sp_get_port_handle(port, &handle), device, "asking for its handle")
            try Self.seize(handle, device)
            try Self.configure(port, settings, device)
            try Self.refine(handle, settings, device)
            descriptor = handle
        } catch {
            sp_close(port)
            sp_free_port(port)
            throw error
        }
        self.port = port
        counted = Self.counters(of: descriptor)
        let name = identity ?? path
        detail = name == device ? device : "\(name) (\(device))"
    }

    /// Opens the one adapter of this identity that is plugged in.
    convenience init(_ identity: USBIdentity, settings: LineSettings) throws(LineError) {
        let ports = try Self.list().filter { $0.usb.map(identity.matches) ?? false }
        guard let port = ports.first else { throw .absent(identity) }
        guard ports.count == 1 else { throw .ambiguous(identity, ports: ports.map(\.path)) }
        try self.init(path: port.path, identity: "usb:\(identity)", settings: settings)
    }

    /// What was counted since the last read.
    ///
    /// The driver counts a hurt character a moment before it can be read, so that the count may
    /// come with the read before; the character itself is NUL in any case, and fails its check sum.
    func damage() -> LineDamage {
        let now = Self.counters(of: descriptor)
        defer { counted = now }
        var damage = LineDamage()
        damage.parity = max(0, now.parity - counted.parity)
        damage.framing = max(0, now.framing - counted.framing)
        damage.overrun = max(0, now.overrun - counted.overrun)
        damage.breaks = max(0, now.breaks - counted.breaks)
        return damage
    }

    /// Closes the port at once: unsent bytes would keep a close waiting at the line's speed.
    func close() {
        guard let port else { return }
        tcflush(descriptor, TCOFLUSH)
        _ = ioctl(descriptor, UInt(TIOCNXCL))
        sp_close(port)
        sp_free_port(port)
        self.port = nil
        lock = nil
    }

    private static func find(_ device: String) throws(LineError) -> OpaquePointer {
        var found: OpaquePointer?
        guard sp_get_port_by_name(device, &found) == SP_OK, let port = found else {
            throw .unsuitable(device, why: "it is no serial port; a terminal is 'tty:\(device)'")
        }
        return port
    }

    /// Makes the port ours alone, and not our children's.
    ///
    /// `TIOCEXCL` stops whoever opens it later, except root; `flock` stops those who ask, root too.
    private static func seize(_ handle: Int32, _ device: String) throws(LineError) {
        Descriptor(number: handle).prepare()
        guard flock(handle, LOCK_EX | LOCK_NB) == 0 else { throw .opening(device, code: errno) }
        _ = ioctl(handle, UInt(TIOCEXCL))
    }

    private static func configure(
        _ port: OpaquePointer, _ settings: LineSettings, _ device: String
    ) throws(LineError) {
        let parity = [.none: SP_PARITY_NONE, .odd: SP_PARITY_ODD, .even: SP_PARITY_EVEN][
            settings.parity, default: SP_PARITY_NONE]
        try check(
            sp_set_baudrate(port, Int32(clamping: settings.baud)), device,
            "\(settings.baud) baud")
        try check(
            sp_set_bits(port, Int32(clamping: settings.dataBits)), device,
            "\(settings.dataBits) data bits")
        try check(sp_set_parity(port, parity), device, "parity \(settings.parity.rawValue)")
        try check(
            sp_set_stopbits(port, Int32(clamping: settings.stopBits)), device,
            "\(settings.stopBits) stop bits")
        try check(
            sp_set_flowcontrol(port, SP_FLOWCONTROL_NONE), device, "no flow control")
        // Some analyzers wait for these; a cable without them loses nothing.
        _ = sp_set_dtr(port, SP_DTR_ON)
        _ = sp_set_rts(port, SP_RTS_ON)
    }

    /// Sets what libserialport leaves open, and makes sure of what it has set.
    private static func refine(
        _ handle: Int32, _ settings: LineSettings, _ device: String
    ) throws(LineError) {
        var form = termios()
        guard tcgetattr(handle, &form) == 0 else { throw .opening(device, code: errno) }
        // A hurt character becomes NUL instead of passing for a good one.
        form.c_iflag |= tcflag_t(INPCK)
        form.c_iflag &= ~tcflag_t(IGNPAR | PARMRK)
        // With a minimum of 1, no bytes means "not yet", and 0 bytes that the port is gone.
        withUnsafeMutableBytes(of: &form.c_cc) { characters in
            characters[Int(VMIN)] = 1
            characters[Int(VTIME)] = 0
        }
        // A driver may pass over what it cannot do and say nothing: what it took is read back.
        guard tcsetattr(handle, TCSANOW, &form) == 0, tcgetattr(handle, &form) == 0 else {
            throw .opening(device, code: errno)
        }
        for (subject, isSet) in taken(form, settings) where !isSet {
            throw .unsuitable(device, why: "it cannot have \(subject)")
        }
    }

    /// Which of the settings a port has.
    private static func taken(
        _ form: termios, _ settings: LineSettings
    ) -> [(subject: String, isSet: Bool)] {
        let parity = form.c_cflag & tcflag_t(PARENB | PARODD)
        let wanted = [.none: 0, .even: tcflag_t(PARENB), .odd: tcflag_t(PARENB | PARODD)][
            settings.parity, default: 0]
        let size = tcflag_t(settings.dataBits == 7 ? CS7 : CS8)
        let stops = tcflag_t(settings.stopBits == 2 ? CSTOPB : 0)
        return [
            ("parity \(settings.parity.rawValue)", parity == wanted),
            ("\(settings.dataBits) data bits", form.c_cflag & tcflag_t(CSIZE) == size),
            ("\(settings.stopBits) stop bits", form.c_cflag & tcflag_t(CSTOPB) == stops),
        ]
    }

    private static func check(
        _ outcome: sp_return, _ device: String, _ subject: String
    ) throws(LineError) {
        switch outcome {
        case SP_OK: return
        case SP_ERR_FAIL where sp_last_error_code() != EINVAL:
            throw .system(device, doing: subject, code: sp_last_error_code())
        default: throw .unsuitable(device, why: "it cannot have \(subject)")
        }
    }

    /// What the driver counted since the port was made; nothing when it does not count.
    private static func counters(of handle: Int32) -> LineDamage {
        var counters = serial_icounter_struct()
        var damage = LineDamage()
        guard ioctl(handle, UInt(TIOCGICOUNT), &counters) == 0 else { return damage }
        damage.parity = Int(counters.parity)
        damage.framing = Int(counters.frame)
        damage.overrun = Int(counters.overrun) + Int(counters.buf_overrun)
        damage.breaks = Int(counters.brk)
        return damage
    }
}

extension SerialPort {
    /// True when libserialport takes what is at `path`, a link or not, for a serial port.
    static func isKnown(_ path: String) -> Bool {
        var port: OpaquePointer?
        guard let device = try? Folder.resolve(path), sp_get_port_by_name(device, &port) == SP_OK
        else {
            return false
        }
        sp_free_port(port)
        return true
    }

    /// The serial ports of this machine, by path.
    static func list() throws(LineError) -> [PortDescription] {
        var list: UnsafeMutablePointer<OpaquePointer?>?
        try check(sp_list_ports(&list), "/sys/class/tty", "listing the ports")
        defer { sp_free_port_list(list) }
        var ports: [PortDescription] = []
        while let port = list?[ports.count] { ports.append(description(of: port)) }
        return ports.sorted { $0.path < $1.path }
    }

    private static func description(of port: OpaquePointer) -> PortDescription {
        var vendor: Int32 = 0
        var product: Int32 = 0
        let isUSB = sp_get_port_usb_vid_pid(port, &vendor, &product) == SP_OK
        let serial = sp_get_port_usb_serial(port).map { String(cString: $0) }
        return PortDescription(
            path: sp_get_port_name(port).map { String(cString: $0) } ?? "",
            title: sp_get_port_description(port).map { String(cString: $0) } ?? "",
            usb: !isUSB
                ? nil
                : USBIdentity(
                    vendor: UInt16(clamping: vendor), product: UInt16(clamping: product),
                    serial: serial))
    }
}
