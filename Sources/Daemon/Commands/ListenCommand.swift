internal import ArgumentParser
internal import Foundation
internal import Lines
internal import Protocols
internal import Settings

/// `stepupd listen`: shows the bytes of a line, to find out whether its settings are right.
struct ListenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "listen",
        abstract: "Shows the bytes on a line as they come, and says what they look like.",
        discussion: """
            Nothing is sent unless --acknowledge is given; analyzers that wait for an answer \
            then send no more than an <ENQ> every few seconds. What is acknowledged is shown and \
            not stored: use it for results that can be sent again.

            LINE is an address as 'stepupd ports' shows it: serial:/dev/serial/by-id/..., \
            usb:0403:6001:SERIAL, tty:/dev/pts/3, tcp:HOST:PORT, listen:HOST:PORT, pty:/PATH, \
            or just /dev/ttyUSB0. ^C ends it.
            """)

    @Argument(help: "The line's address.")
    var line: String

    @Option(help: "Bits per second.")
    var baud = LineSettings().baud

    @Option(help: "Parity: none, odd or even.")
    var parity = LineSettings().parity.rawValue

    @Option(help: "Data bits: 7 or 8.")
    var dataBits = LineSettings().dataBits

    @Option(help: "Stop bits: 1 or 2.")
    var stopBits = LineSettings().stopBits

    @Flag(help: "Answer as a receiver does: ACK for good frames, NAK for others.")
    var acknowledge = false

    @Option(name: .customLong("as"), help: "Answer as a line of this dialect; ASTM when left out.")
    var spoken: String?

    @Option(help: "Write the start of a dialect file here at the end, for an unknown analyzer.")
    var draft: String?

    @Option(help: "A folder with changed files of the catalogue.")
    var catalogue: String?

    func run() throws {
        guard let settings else {
            throw ValidationError(
                "The speed is a positive number, parity none, odd or even, data bits 7 or 8, "
                    + "stop bits 1 or 2.")
        }
        let dialects = try Catalogue(folder: catalogue).dialects()
        let dialect = try spokenDialect(among: dialects)
        do {
            let address = try LineAddress(parsing: line)
            let waker = try Waker()
            let interrupt = Interrupt(waking: waker)
            let exchange = try Exchange(
                lines: [.init(name: Listening.line, address: address, settings: settings)],
                waker: waker)
            var listening = Listening(
                settings: settings, isAnswering: acknowledge, as: dialect,
                introduction: Introduction(among: Array(dialects.values), draft: draft))
            try listening.follow(exchange, until: interrupt)
        } catch LineError.notAnAddress(let text, let why) {
            Console.say("stepupd: \(LineError.notAnAddress(text, why: why))")
            throw ExitCode(2)
        } catch Listening.Ending.neverOpened(let reason) {
            Console.say("stepupd: \(reason)")
            throw ExitCode.failure
        } catch Listening.Ending.unread {
            throw ExitCode.failure
        }
    }

    /// The dialect to answer in: the standard's, unless another is asked for.
    private func spokenDialect(among dialects: [String: Dialect]) throws -> Dialect {
        guard let spoken else { return Dialect(name: "", title: "") }
        guard let dialect = dialects[spoken] else {
            let known = dialects.keys.sorted().joined(separator: ", ")
            throw ValidationError("there is no dialect '\(spoken)' (known: \(known))")
        }
        return dialect
    }

    /// The settings as given; nil when one of them cannot be.
    private var settings: LineSettings? {
        guard let parity = LineSettings.Parity(rawValue: parity), baud > 0,
            (7...8).contains(dataBits), (1...2).contains(stopBits)
        else { return nil }
        var settings = LineSettings()
        settings.baud = baud
        settings.parity = parity
        settings.dataBits = dataBits
        settings.stopBits = stopBits
        return settings
    }
}
