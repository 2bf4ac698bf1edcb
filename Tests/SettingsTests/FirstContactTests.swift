import Foundation
import Protocols
import Settings
import StepUp
import Testing

/// The shipped dialects, met on a line that is set to one of them.
@Suite struct FirstContactTests {
    private static let dialects = (try? Catalogue().dialects()) ?? [:]

    /// The codes and texts of the notices about a line that is set to `dialect` and hears the
    /// recording of another.
    private func notices(
        hearing recording: String, set dialect: String
    ) throws -> [(code: String, text: String)] {
        let spoken = try #require(Self.dialects[dialect])
        let setup = Setup(
            version: "0", site: "test", simulated: false,
            lines: ["A": .init(dialect: dialect, settings: spoken.line)],
            dialects: [dialect: spoken],
            anatomy: Anatomy(regions: [], arteries: [], veins: []),
            known: Self.dialects.values.map { Acquaintance($0) }.sorted { $0.name < $1.name })
        var station = Station()
        var effects: [Station.Effect] = []
        let events: [Moment.Event] = [
            .began(setup), .opened(line: "A", detail: "test"),
            .bytes(line: "A", try bytes(of: recording), damage: LineDamage()),
        ]
        for (index, event) in events.enumerated() {
            effects += station.receive(
                Moment(
                    number: Int64(index + 1), time: .zero, wall: WallTime(nanoseconds: 0),
                    event: event))
        }
        return effects.compactMap { effect in
            guard case .announce(let told) = effect, case .notice(let news) = told.body else {
                return nil
            }
            return (news.code, news.text)
        }
    }

    private func bytes(of recording: String) throws -> [UInt8] {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../ProtocolsTests/Recordings/\(recording).txt").standardizedFileURL
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .filter { !$0.hasPrefix("#") }.flatMap { try LineNotation.bytes(of: String($0)) }
    }

    @Test(arguments: Self.dialects.keys.sorted())
    func nobodyIsTakenForAnotherOnItsOwnLine(dialect: String) throws {
        let told = try notices(hearing: dialect, set: dialect)
        let wrong = told.filter { ["other-dialect", "line-settings"].contains($0.code) }
        #expect(wrong.map(\.text) == [])
    }

    @Test(arguments: Self.dialects.values.filter { !$0.signs.isEmpty }.map(\.name).sorted())
    func aMakersSignIsSeenOnALineThatIsSetToAnother(recording: String) throws {
        for other in ["siemens-immulite", "diasorin-liaison", "tosoh-aia-360", "generic-csv"]
        where other != recording {
            let told = try notices(hearing: recording, set: other)
            let named = told.filter { $0.code == "other-dialect" }
            #expect(named.count == 1, "on \(other): \(told)")
            let words = named.first?.text.split(whereSeparator: " ',".contains) ?? []
            #expect(words.contains { $0 == recording }, "\(named)")
        }
    }
}
