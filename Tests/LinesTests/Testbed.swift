import Foundation
import Glibc
import Synchronization
import Testing

@testable import Lines

/// A machine with USB serial adapters that are not there: a `/sys` and a `/dev` for umockdev.
///
/// Behind each adapter stands a pseudo-terminal, whose far end the test holds.
final class Testbed {
    /// A plugged adapter.
    struct Adapter {
        let port: String
        let cable: PseudoTerminal

        /// The analyzer's end of the cable.
        var farEnd: FarEnd { cable.farEnd }
    }

    private static let serials = Atomic(0)

    /// umockdev's folder of this machine.
    private let folder: String
    /// Serves the machine's devices until its standard input ends.
    private let server: Program

    init() throws {
        let run = "/usr/bin/umockdev-run"
        try #require(access(run, X_OK) == 0, "umockdev is missing: apt-get install umockdev")
        server = try Program(
            run, ["--", "/bin/sh", "-c", "echo $UMOCKDEV_DIR; exec cat"], endsWithInput: true)
        let text = server.wait(for: "\n", in: .data)
        folder = String(text.prefix { $0 != "\n" })
        try #require(folder.hasPrefix("/"))
        for part in ["sys/class/tty", "dev/serial/by-id"] { try make(part) }
        try count(parity: 0, framing: 0)
    }

    /// Plugs an adapter in; its port has a name that nobody else uses.
    func plug(serial: String) throws -> Adapter {
        let number = Self.serials.wrappingAdd(1, ordering: .relaxed).newValue
        let name = "ttyUSB\(getpid())-\(number)"
        let usb = "sys/devices/pci0000:00/usb1/1-\(number)"
        let node = "\(usb)/1-\(number):1.0/\(name)/tty/\(name)"
        try make(node)
        let facts = [
            "idVendor": "0403", "idProduct": "6001", "busnum": "1", "devnum": "\(number)",
            "manufacturer": "FTDI", "product": "FT232R", "serial": serial,
        ]
        for (fact, value) in facts { try write("\(value)\n", to: "\(usb)/\(fact)") }
        try write("188:\(number)\n", to: "\(node)/dev")
        try link("../../../\(name)", at: "\(node)/device")
        try link("../../../\(node)", at: "sys/class/tty/\(name)")
        let cable = try PseudoTerminal()
        try soil(cable)
        try link(cable.path, at: "dev/\(name)")
        try link("../../\(name)", at: "dev/serial/by-id/\(Self.byID(serial))")
        return Adapter(port: "/dev/\(name)", cable: cable)
    }

    /// Pulls an adapter out; its cable hangs up once the caller drops it too.
    func pull(_ adapter: consuming Adapter, serial: String) throws {
        let name = adapter.port.dropFirst("/dev/".count)
        for part in [
            "sys/class/tty/\(name)", "dev/\(name)", "dev/serial/by-id/\(Self.byID(serial))",
        ] {
            try FileManager.default.removeItem(atPath: "\(folder)/\(part)")
        }
    }

    /// The stable name of the adapter with this serial number.
    static func byID(_ serial: String) -> String { "usb-FTDI_FT232R_\(serial)-if00-port0" }

    /// What the driver has counted from now on.
    func count(parity: Int, framing: Int) throws {
        try write("\(parity) \(framing) 0 0\n", to: "counters")
    }

    /// Runs `stepupd` on this machine.
    func run(_ arguments: String...) throws -> Program {
        try Program(
            Self.stepupd(), arguments,
            environment: [
                "UMOCKDEV_DIR": folder,
                "LD_PRELOAD": "\(Self.modem.get()):libumockdev-preload.so.0",
                "STEPUPD_COUNTERS": "\(folder)/counters",
                "ASAN_OPTIONS": "verify_asan_link_order=0",
            ])
    }

    /// The program beside the tests.
    private static func stepupd() throws -> String {
        let path = try products() + "/stepupd"
        try #require(access(path, X_OK) == 0, "\(path) is missing: run 'swift build' first")
        return path
    }

    /// The folder of what was built, these tests among it.
    private static func products() throws -> String {
        let tests = try #require(Folder.target(of: "/proc/self/exe"))
        return tests.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" }
    }

    /// The compiled `Tests/Umockdev/modem.c`.
    private static let modem = Result<String, any Error> {
        let library = try products() + "/umockdev-modem.so"
        let source = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Umockdev/modem.c").standardized.path
        let compiler = try Program(
            "/usr/bin/cc", ["-shared", "-fPIC", "-o", library, source])
        try #require(compiler.status() == 0, "cc: \(compiler.text(.words))")
        return library
    }

    /// Sets a port as a login would leave it, so that what a program sets can be told.
    private func soil(_ cable: PseudoTerminal) throws {
        var form = termios()
        try #require(tcgetattr(cable.otherEnd, &form) == 0)
        form.c_iflag = tcflag_t(ICRNL | IXON | ISTRIP | IGNPAR)
        form.c_oflag = tcflag_t(OPOST | ONLCR)
        form.c_lflag = tcflag_t(ICANON | ECHO | ISIG)
        try #require(tcsetattr(cable.otherEnd, TCSANOW, &form) == 0)
    }

    private func make(_ part: String) throws {
        try FileManager.default.createDirectory(
            atPath: "\(folder)/\(part)", withIntermediateDirectories: true)
    }

    private func write(_ text: String, to part: String) throws {
        try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(part)"), options: .atomic)
    }

    private func link(_ target: String, at part: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder)/\(part)", withDestinationPath: target)
    }
}
