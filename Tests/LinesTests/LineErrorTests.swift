import Glibc
import Testing

@testable import Lines

struct LineErrorTests {
    private static let holder = PortHolder(pid: 812, program: "minicom")

    private static let errors: [LineError] = [
        .notAnAddress("COM1", why: "it is not"), .missing("/dev/ttyUSB0"),
        .absent(USBIdentity(vendor: 1, product: 2)),
        .ambiguous(USBIdentity(vendor: 1, product: 2), ports: ["/dev/ttyUSB0", "/dev/ttyUSB1"]),
        .forbidden("/dev/ttyUSB0", group: "dialout"), .busy("/dev/ttyUSB0", holder),
        .busy("/dev/ttyUSB0", nil), .taken("0.0.0.0:4000"),
        .unsuitable("/etc/passwd", why: "it is no terminal"), .hungUp("/dev/ttyUSB0"),
        .ended("192.0.2.1:4000"), .unreachable("moxa:4001", why: "Connection refused"),
        .stalled("/dev/ttyUSB0", waiting: 300_000), .full("0.0.0.0:4000", limit: 16),
        .system("/dev/ttyUSB0", doing: "opening", code: EMFILE),
    ]

    @Test(arguments: errors)
    func isOneSentence(error: LineError) {
        let text = error.description
        #expect(text.hasSuffix("."))
        #expect(!text.contains("\n"))
        #expect(!text.contains(". "))
        #expect(text.count < 200)
    }

    @Test func namesTheHolderAndHowToEndIt() {
        #expect(
            LineError.busy("/dev/ttyUSB0", Self.holder).description
                == "/dev/ttyUSB0 is in use by minicom (pid 812): end that program, "
                + "or run 'kill 812'.")
    }

    @Test func namesTheGroupAndTheCommandWhenPermissionIsMissing() {
        let text = LineError.opening("/dev/ttyNONE9", code: EACCES).description
        #expect(text.contains("'sudo usermod -aG dialout "))
    }

    @Test(arguments: [(ENOENT, "is not there"), (ENXIO, "is not there"), (EIO, "hung up")])
    func takesTheKernelsCodesForWhatTheyMean(code: Int32, words: String) {
        #expect(LineError.opening("/dev/ttyNONE9", code: code).description.contains(words))
    }
}
