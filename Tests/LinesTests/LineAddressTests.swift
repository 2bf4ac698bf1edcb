import Testing

@testable import Lines

struct LineAddressTests {
    @Test(arguments: [
        (
            "serial:/dev/serial/by-id/usb-FTDI_A1-if00",
            LineAddress.serial(path: "/dev/serial/by-id/usb-FTDI_A1-if00")
        ),
        ("/dev/ttyS0", .device(path: "/dev/ttyS0")),
        ("usb:0403:6001", .usb(USBIdentity(vendor: 0x0403, product: 0x6001))),
        ("usb:067b:2303:A:1", .usb(USBIdentity(vendor: 0x067B, product: 0x2303, serial: "A:1"))),
        ("tty:/dev/pts/3", .terminal(path: "/dev/pts/3")),
        ("pty:/tmp/analyzer", .pseudoTerminal(link: "/tmp/analyzer")),
        ("pty:", .pseudoTerminal(link: nil)),
        ("tcp:moxa.lab:4001", .tcp(Endpoint(host: "moxa.lab", port: 4001))),
        ("tcp:[fe80::1]:4001", .tcp(Endpoint(host: "fe80::1", port: 4001))),
        ("listen:0.0.0.0:0", .listen(Endpoint(host: "0.0.0.0", port: 0))),
    ])
    func readsAndWritesEveryForm(text: String, address: LineAddress) throws {
        #expect(try LineAddress(parsing: text) == address)
        #expect(address.description == text)
    }

    @Test(arguments: [
        ("", "it starts with none of"),
        ("COM1", "it starts with none of"),
        ("ttyS0:9600", "it starts with none of"),
        ("serial:ttyS0", "a path that begins with '/'"),
        ("tty:", "a path that begins with '/'"),
        ("usb:403:6001", "four hexadecimal digits"),
        ("usb:0403:6001:", "four hexadecimal digits"),
        ("usb:0403", "four hexadecimal digits"),
        ("usb:+403:6001", "four hexadecimal digits"),
        ("tcp:moxa", "a host, a colon and a port"),
        ("tcp:moxa:0", "from 1 to 65535"),
        ("tcp:moxa:70000", "from 1 to 65535"),
        ("tcp::4001", "the host is missing"),
        ("tcp:::1:4001", "in brackets"),
        ("listen:0.0.0.0:x", "from 0 to 65535"),
    ])
    func saysWhatIsWrongWithOthers(text: String, reason: String) throws {
        let error = #expect(throws: LineError.self) { try LineAddress(parsing: text) }
        let sentence = try #require(error).description
        #expect(sentence.hasPrefix("'\(text)' is not a line address: "))
        #expect(sentence.contains(reason))
    }

    @Test func anIdentityWithoutASerialNumberMatchesAnyOfItsKind() {
        let kind = USBIdentity(vendor: 0x0403, product: 0x6001)
        let one = USBIdentity(vendor: 0x0403, product: 0x6001, serial: "A1")
        #expect(kind.matches(one))
        #expect(!one.matches(kind))
        #expect(!one.matches(USBIdentity(vendor: 0x0403, product: 0x6001, serial: "A2")))
    }
}
