import Foundation
import Protocols
import Settings
import StepUp
import Testing

@testable import Simulator

/// The first messages of each dialect as they are on the line; `STEPUPD_RECORD=1` writes them anew.
///
/// They differ only when the model, a scenario, a dialect's layouts or the sender does, and on no
/// account from one machine to the next.
@Suite struct GoldenBytesTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../Expected").standardizedFileURL

    private static let isRecording = ProcessInfo.processInfo.environment["STEPUPD_RECORD"] == "1"

    @Test(arguments: SimulationTests.dialects)
    func theBytesAreThoseThatWereRecorded(dialect: String) throws {
        let script = try Script(
            scenario: "insulinoma-right-lobe", dialect: dialect, catalogue: Catalogue())
        let simulation = try Simulation(
            course: script.course(seed: 1, procedure: "SIM-1"), dialect: script.dialect)
        let sent = Hearing(simulation, dialect: script.dialect).sent
        let found = Self.pictures(of: sent, messages: 3)
        let file = Self.folder.appending(path: "\(dialect).txt")
        if Self.isRecording { try found.write(to: file, atomically: true, encoding: .utf8) }
        #expect(try String(contentsOf: file, encoding: .utf8) == found)
    }

    /// The first so many transfers in line notation, a frame a line.
    private static func pictures(of bytes: [UInt8], messages: Int) -> String {
        var text = ""
        var rest = bytes[...]
        for _ in 0..<messages {
            // EOT ends a transfer of E1381, FS a block of HL7, a terminator record a listing.
            let control = rest.firstIndex { $0 == 0x04 || $0 == 0x1C }
            guard let end = control ?? Self.listingEnd(in: rest) else { break }
            let message = control == nil ? rest[..<end] : rest[...end]
            for line in message.split(separator: 0x0A, omittingEmptySubsequences: false) {
                text += LineNotation.text(of: Array(line))
                text += line.last == 0x04 || line.last == 0x1C ? "\n" : "<LF>\n"
            }
            rest = rest[rest.index(after: end)...]
        }
        return text
    }

    /// Where the line ends that begins with L.
    private static func listingEnd(in bytes: ArraySlice<UInt8>) -> Int? {
        var start = bytes.startIndex
        while let end = bytes[start...].firstIndex(of: 0x0A) {
            if bytes[start] == UInt8(ascii: "L") { return end }
            start = end + 1
        }
        return nil
    }
}
