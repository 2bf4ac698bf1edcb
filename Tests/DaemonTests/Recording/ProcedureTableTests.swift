import Foundation
import StepUp
import Testing

@testable import Daemon

@Suite struct ProcedureTableTests {
    /// The table of the small procedure, out of a journal.
    private static func table() throws -> ProcedureTable {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let path = folder.path + "/a.journal"
        do {
            let journal = try Journal(path: path, program: "1.2.3")
            let clock = DrivenClock(time: .zero, wall: WallTime(nanoseconds: 0))
            _ = try Story().play(in: try Room(journal: journal, clock: clock), clock)
        }
        return try Archive(journal: path).table(of: "p1")
    }

    @Test func holdsEveryResultAndEveryVerdict() throws {
        let table = try Self.table()
        let kinds = Dictionary(grouping: table.rows) { $0[.record] ?? "" }
        #expect(kinds["result"]?.count == 3)
        #expect(kinds["verdict"]?.first?[.verdict] == "step-up")
        #expect(kinds["result"]?.first?[.vein] == "RHV")
        #expect(kinds["result"]?.allSatisfy { $0[.simulated] == nil } == true)
    }

    @Test func hasARowOfEqualLengthForEachRecord() throws {
        let lines = try Self.table().csv.split(separator: "\r\n")
        let table = try Self.table()
        #expect(lines.count == table.rows.count + 1)
        #expect(lines[0] == Substring(Self.names.joined(separator: ",")))
    }

    @Test func saysInEachRowThatItIsSimulated() throws {
        let view = try #require(Fixture.view())
        let table = ProcedureTable(view, isSimulated: true)
        #expect(!table.rows.isEmpty)
        #expect(table.rows.allSatisfy { $0[.simulated] == "SIMULATED" })
    }

    @Test(arguments: [
        ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"), ("@x", "'@x"), ("-----", "'-----"), ("-120", "-120"),
        ("a\r\nb", "\"a\r\nb\""),
    ])
    func givesASpreadsheetNoFormula(text: String, cell: String) {
        #expect(ProcedureTable.cell(text) == cell)
    }

    @Test func itsColumnsAreDocumented() throws {
        let root = URL(filePath: #filePath).appending(path: "../../../../docs/table.md")
        let text = try String(contentsOf: root.standardized, encoding: .utf8)
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `") }
        let told = rows.flatMap { row in
            row.split(separator: "|")[0].matches(of: /`([a-z]+)`/).map { String($0.output.1) }
        }
        #expect(Set(told) == Set(Self.names))
    }

    private static let names = ProcedureTable.Column.allCases.map(\.rawValue)
}
