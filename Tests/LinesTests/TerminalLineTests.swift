import Glibc
import Protocols
import Testing

@testable import Lines

struct TerminalLineTests {
    private func form(_ settings: LineSettings) throws -> termios {
        let terminal = try PseudoTerminal()
        let line = try TerminalLine(path: terminal.path, settings: settings)
        defer { line.close() }
        var form = termios()
        try #require(tcgetattr(line.descriptor, &form) == 0)
        return form
    }

    @Test func setsSpeedAndFormOfTheCharacters() throws {
        var settings = LineSettings()
        settings.baud = 19_200
        settings.stopBits = 2
        var form = try form(settings)
        #expect(cfgetospeed(&form) == speed_t(B19200))
        #expect(form.c_cflag & tcflag_t(CSTOPB) != 0)
        #expect(form.c_lflag & tcflag_t(ICANON | ECHO | ISIG) == 0)
        #expect(form.c_iflag & tcflag_t(ICRNL | IXON | ISTRIP) == 0)
    }

    @Test func aPseudoTerminalTakesAnySettings() throws {
        var settings = LineSettings()
        settings.baud = 14_400
        settings.dataBits = 7
        settings.parity = .even
        let form = try form(settings)
        #expect(form.c_cflag & tcflag_t(CSIZE) == tcflag_t(CS8))
    }

    @Test func refusesASpeedThatNoTerminalHas() throws {
        let terminal = try PseudoTerminal()
        var settings = LineSettings()
        settings.baud = 9601
        let error = #expect(throws: LineError.self) {
            try TerminalLine.makeRaw(
                terminal.descriptor, settings, hasForm: true, port: terminal.path)
        }
        #expect(error?.description.contains("cannot have 9601 baud") == true)
    }

    @Test(arguments: ["/etc/passwd", "/dev/null", "/tmp"])
    func refusesWhatIsNoTerminal(path: String) {
        let error = #expect(throws: LineError.self) {
            try TerminalLine(path: path, settings: LineSettings())
        }
        #expect(error == .unsuitable(path, why: "it is no terminal"))
    }
}
