import Foundation
import Glibc
import Protocols
import Testing

@testable import Lines

/// libserialport's own code, on adapters that umockdev pretends: through the program itself.
struct SerialPortTests {
    private let testbed: Testbed
    private let serial: String
    private let identity: String

    init() throws {
        testbed = try Testbed()
        serial = "A\(UInt16.random(in: 0 ... .max))"
        identity = "usb:0403:6001:\(serial)"
    }

    @Test func portsAreListedWithIdentityAndTheAddressToConfigure() throws {
        let adapter = try testbed.plug(serial: serial)
        let program = try testbed.run("ports")
        #expect(program.status() == 0)
        let row = try #require(
            program.text(.data).split(separator: "\n").first { $0.hasPrefix(adapter.port) })
        #expect(row.contains("FT232R"))
        #expect(row.contains("  0403:6001:\(serial)  "))
        let link = "/dev/serial/by-id/\(Testbed.byID(serial))"
        #expect(row.hasSuffix("address: serial:\(link)"))
    }

    @Test func withoutAPortThereAreOnlyWords() throws {
        let program = try testbed.run("ports")
        #expect(program.status() == 0)
        #expect(program.text(.data) == "")
        #expect(program.text(.words).contains("No serial port"))
    }

    @Test func anAdapterIsFoundByIdentityAndReadAndAnswered() throws {
        let adapter = try testbed.plug(serial: serial)
        let program = try testbed.run("listen", identity, "--acknowledge")
        program.wait(for: "open: \(identity) (\(adapter.port))", in: .words)
        adapter.farEnd.write([UInt8](line: "<ENQ>"))
        program.wait(for: "  <ENQ>\n", in: .data)
        program.wait(for: "sent: <ACK>", in: .words)
        #expect(adapter.farEnd.read() == [6])
    }

    @Test func nothingIsSentUnlessAsked() throws {
        let adapter = try testbed.plug(serial: serial)
        let program = try testbed.run("listen", identity)
        program.wait(for: "open:", in: .words)
        adapter.farEnd.write([UInt8](line: "<ENQ><STX>1H|\\^&<CR><ETX>E5<CR><LF><EOT>"))
        program.wait(for: "<ENQ><STX>1H|\\^&<CR><ETX>E5<CR><LF>\n", in: .data)
        program.interrupt()
        #expect(program.status() == 0)
        #expect(adapter.farEnd.read() == [])
    }

    @Test func theSettingsReachThePort() throws {
        let adapter = try testbed.plug(serial: serial)
        let program = try testbed.run(
            "listen", adapter.port, "--baud", "19200", "--stop-bits", "2")
        program.wait(for: "open:", in: .words)
        var form = termios()
        try #require(tcgetattr(adapter.farEnd.descriptor, &form) == 0)
        #expect(cfgetospeed(&form) == speed_t(B19200))
        #expect(form.c_cflag & tcflag_t(CSTOPB) != 0)
        #expect(form.c_iflag & tcflag_t(INPCK) != 0, "hurt characters must not pass")
        #expect(form.c_iflag & tcflag_t(ICRNL | IXON | ISTRIP | IGNPAR | PARMRK) == 0)
        #expect(form.c_oflag & tcflag_t(OPOST) == 0)
        #expect(form.c_lflag & tcflag_t(ICANON | ECHO | ISIG) == 0)
        let minimum = withUnsafeBytes(of: form.c_cc) { $0[Int(VMIN)] }
        #expect(minimum == 1, "else a silent port reads like one that is gone")
    }

    @Test(arguments: [("--parity", "even", "parity even"), ("--data-bits", "7", "7 data bits")])
    func aSettingThatThePortCannotHaveIsSaid(
        option: String, value: String, subject: String
    ) throws {
        let adapter = try testbed.plug(serial: serial)  // A pseudo-terminal has neither.
        let program = try testbed.run("listen", identity, option, value)
        #expect(program.status() == 1)
        let sentence = "stepupd: \(adapter.port) cannot be a line: it cannot have \(subject).\n"
        #expect(program.text(.words) == sentence)
    }

    @Test func whatTheDriverCountsIsShownAndNeverAcknowledged() throws {
        try testbed.count(parity: 40, framing: 2)  // From before: not of our bytes.
        let adapter = try testbed.plug(serial: serial)
        let program = try testbed.run("listen", identity, "--acknowledge")
        program.wait(for: "open:", in: .words)
        adapter.farEnd.write([UInt8](line: "<ENQ>"))
        program.wait(for: "sent: <ACK>", in: .words)
        try testbed.count(parity: 43, framing: 2)
        adapter.farEnd.write([UInt8](line: "<STX>1H|\\^&<CR><ETX>E5<CR><LF>"))
        program.wait(for: "parity errors 3, framing errors 0", in: .words)
        program.wait(for: "hint: 3 parity errors: parity is probably not none", in: .words)
        program.wait(for: "sent: <NAK>", in: .words)
        try testbed.count(parity: 43, framing: 5)
        adapter.farEnd.write([UInt8](line: "<STX>"))
        program.wait(for: "hint: 3 framing errors: the speed is probably not 9600", in: .words)
        program.interrupt()
        #expect(program.status() == 0)
        #expect(program.text(.words).contains("parity errors 3, framing errors 3, overruns 0"))
    }

    @Test(arguments: ["identity", "by-id link"])
    func anAdapterThatIsPulledIsFoundAgainUnderAnotherName(by way: String) throws {
        var adapter: Testbed.Adapter? = try testbed.plug(serial: serial)
        let first = try #require(adapter?.port)
        let cable = try #require(adapter?.cable.path)
        let address =
            way == "identity"
            ? identity : "serial:/dev/serial/by-id/\(Testbed.byID(serial))"
        let program = try testbed.run("listen", address, "--acknowledge")
        program.wait(for: "(\(first))\n", in: .words)
        adapter?.farEnd.write([UInt8](line: "<ENQ><STX>1H|"))
        program.wait(for: "<STX>1H|", in: .data)
        if let adapter { try testbed.pull(adapter, serial: serial) }
        adapter = nil
        program.wait(for: "lost: ", in: .words, within: .seconds(1))
        let folder = "/proc/\(program.pid)/fd"
        let isHeld = Folder.names(in: folder).contains {
            Folder.target(of: "\(folder)/\($0)")?.hasPrefix(cable) ?? false
        }
        #expect(!isHeld, "a dead descriptor keeps the adapter from getting its name back")
        let second = try testbed.plug(serial: serial)
        #expect(second.port != first)
        program.wait(for: "(\(second.port))\n", in: .words)
        second.farEnd.write([UInt8](line: "<ENQ>"))
        program.wait(for: "  <ENQ>\n", in: .data)
        program.interrupt()
        #expect(program.status() == 0)
        #expect(program.text(.words).split(separator: "lost: ").count == 2, "told once")
        _ = adapter
    }

    @Test func thePortIsOursAloneAndNotOurChildrens() throws {
        let adapter = try testbed.plug(serial: serial)
        let program = try testbed.run("listen", identity)
        program.wait(for: "open:", in: .words)
        var isExclusive: Int32 = 0
        let getExclusive: UInt = 0x8004_5440  // TIOCGEXCL, which Swift does not import.
        #expect(ioctl(adapter.cable.otherEnd, getExclusive, &isExclusive) == 0)
        #expect(isExclusive == 1)
        let folder = "/proc/\(program.pid)"
        let descriptor = try #require(
            Folder.names(in: "\(folder)/fd").first {
                Folder.target(of: "\(folder)/fd/\($0)") == adapter.cable.path
            })
        let facts = try #require(SmallFile.read("\(folder)/fdinfo/\(descriptor)"))
        let flags = try #require(
            facts.split(separator: "\n").first { $0.hasPrefix("flags:") }?
                .split(whereSeparator: \.isWhitespace).last.flatMap { Int32($0, radix: 8) })
        #expect(flags & O_CLOEXEC != 0)
        #expect(flags & O_NONBLOCK != 0)
    }

    @Test func aSecondProgramOnThePortIsToldWhoHasIt() throws {
        let adapter = try testbed.plug(serial: serial)
        let first = try testbed.run("listen", identity)
        first.wait(for: "open:", in: .words)
        let second = try testbed.run("listen", adapter.port)
        #expect(second.status() == 1)
        #expect(
            second.text(.words) == "stepupd: \(adapter.port) is in use by stepupd "
                + "(pid \(first.pid)): end that program, or run 'kill \(first.pid)'.\n")
        let ports = try testbed.run("ports")
        #expect(ports.status() == 0)
        #expect(ports.text(.data).contains("  stepupd (pid \(first.pid))  "))
        first.interrupt()
        #expect(first.status() == 0)
        #expect(access("/run/lock/LCK..\(adapter.port.dropFirst(5))", F_OK) != 0)
        try testbed.run("listen", adapter.port).wait(for: "open:", in: .words)
    }

    @Test func anIdentityThatFitsTwoAdaptersIsNotGuessed() throws {
        let one = try testbed.plug(serial: "\(serial)X")
        let two = try testbed.plug(serial: "\(serial)Y")
        let program = try testbed.run("listen", "usb:0403:6001")
        #expect(program.status() == 1)
        let words = program.text(.words)
        let ports = [one.port, two.port].sorted().joined(separator: ", ")
        #expect(words.contains("usb:0403:6001 may be any of \(ports): add"))
    }

    @Test(arguments: [
        ("usb:0403:6001:NONE", 1, "No USB adapter 0403:6001:NONE is plugged in"),
        ("serial:/dev/ttyUSB-none", 1, "/dev/ttyUSB-none is not there"),
        ("serial:/dev/null", 1, "/dev/null cannot be a line: it is no serial port"),
        ("COM1", 2, "'COM1' is not a line address"),
    ])
    func whatCannotBeOpenedIsSaidInOneSentence(
        address: String, status: Int32, sentence: String
    ) throws {
        let program = try testbed.run("listen", address)
        #expect(program.status() == status)
        #expect(program.text(.words).hasPrefix("stepupd: \(sentence)"))
        #expect(program.text(.words).split(separator: "\n").count == 1)
        #expect(program.text(.data) == "")
    }
}
