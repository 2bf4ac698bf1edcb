import Foundation

/// The analyzer's end of a pseudo-terminal: a sender that does as E1381 says and no more, written
/// for tests alone so that no codec of the program vouches for itself.
final class AnalyzerEnd {
    private let descriptor: Int32

    /// Opens the link that a `pty:` line makes, as soon as it is there; throws when it does not
    /// come.
    init(path: String) throws {
        let patience = ContinuousClock.now + .seconds(20)
        var opened: Int32
        repeat {
            opened = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
            sched_yield()
        } while opened < 0 && ContinuousClock.now < patience
        guard opened >= 0 else { throw POSIXError(.ENOENT) }
        descriptor = opened
        var settings = termios()
        tcgetattr(descriptor, &settings)
        cfmakeraw(&settings)
        tcsetattr(descriptor, TCSANOW, &settings)
    }

    /// Calls the port of a `listen:` line on this machine; throws when nobody answers.
    init(port: UInt16) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let end = descriptor
        let outcome = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(end, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard outcome == 0 else { throw POSIXError(.ECONNREFUSED) }
    }

    deinit { close(descriptor) }

    /// Sends `bytes`; what does not go out is for the reply to show.
    func send(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = write(descriptor, Array(rest), rest.count)
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    /// The next byte from the host; nil when the line is gone, or when nothing came for `patience`.
    func reply(within patience: Duration = .seconds(20)) -> UInt8? {
        var watch = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        let milliseconds = Int32(patience / .milliseconds(1))
        guard poll(&watch, 1, milliseconds) == 1 else { return nil }
        var byte: UInt8 = 0
        return read(descriptor, &byte, 1) == 1 ? byte : nil
    }

    /// Sends a message as long as each piece of it is acknowledged.
    ///
    /// - Returns: how many frames were, or nil when not even the enquiry was.
    func send(message records: [String], patience: Duration = .seconds(20)) -> Int? {
        send([0x05])
        guard reply(within: patience) == 0x06 else { return nil }
        for (index, record) in records.enumerated() {
            send(Self.frame(record, number: index + 1))
            guard reply(within: patience) == 0x06 else { return index }
        }
        send([0x04])
        return records.count
    }

    /// `<STX>`, frame number, text, `<CR><ETX>`, check sum, `<CR><LF>` (LIS01-A2 6.3.1).
    static func frame(_ record: String, number: Int) -> [UInt8] {
        let covered = [UInt8]("\(number % 8)\(record)\r\u{3}".utf8)
        let sum = covered.reduce(0) { ($0 + Int($1)) % 256 }
        let digits = String(sum, radix: 16, uppercase: true)
        return [0x02] + covered + [UInt8]((sum < 16 ? "0" : "").utf8) + [UInt8](digits.utf8)
            + [0x0D, 0x0A]
    }

    /// A message of three results, as a cobas e411 would send it.
    static let message: [String] =
        [#"H|\^&|||cobas-e411^1|||||host|RSUPL^BATCH|P|1"#, "P|1"]
        + (1...3).flatMap { number in
            [
                "O|\(number)|TUBE-0\(number)|\(number)^0001^\(number)^^SAMPLE^NORMAL|ALL|R|"
                    + "20260131120000|||||X||||||||||20260131121800|||F",
                "R|\(number)|^^^991/1/not|1\(number).5|uU/ml||N||F||tester|||E1",
            ]
        } + ["L|1"]
}
