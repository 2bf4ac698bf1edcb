internal import ArgumentParser
internal import Foundation
internal import Lines

/// `stepupd ports`: finds the analyzer's port.
struct PortsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ports",
        abstract: "Lists the serial ports, who uses them, and what to put into the configuration.",
        discussion: """
            The last column is the line's address for the configuration and for 'stepupd listen': \
            the name that stays the same when an adapter is plugged in elsewhere.
            """)

    func run() throws {
        let ports: [PortDescription]
        do throws(LineError) {
            ports = try PortDescription.all()
        } catch {
            Console.say("stepupd: \(error)")
            throw ExitCode.failure
        }
        guard !ports.isEmpty else {
            Console.say("No serial port: plug the adapter in, and see 'sudo dmesg | tail'.")
            return
        }
        for row in Self.table(ports) { try Console.put(row) }
    }

    /// The ports as lines of text, with columns as wide as they must be.
    private static func table(_ ports: [PortDescription]) -> [String] {
        let rows =
            [["PORT", "BY-ID", "DESCRIPTION", "USB", "HELD BY", "CONFIGURATION"]]
            + ports.map(cells)
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let padded = zip(row.dropLast(), widths).map { cell, width in
                cell + String(repeating: " ", count: width - cell.count)
            }
            return (padded + row.suffix(1)).joined(separator: "  ")
        }
    }

    private static func cells(of port: PortDescription) -> [String] {
        [
            port.path, port.byID.map { String($0.dropFirst("/dev/serial/by-id/".count)) } ?? "-",
            port.title, port.usb?.description ?? "-", port.holder?.description ?? "-",
            "address: \(port.address)",
        ].map(Console.harmless)
    }
}
