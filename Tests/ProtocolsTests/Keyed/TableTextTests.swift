import Protocols
import Testing

/// Rows of a table as results, or refused by their number.
struct TableTextTests {
    @Test func theFirstRowNamesTheColumnsInAnyOrder() throws {
        let contents = try read("Result,Unit,Specimen,Test\n173.5,pg/mL,GA-1,Gastrin\n")
        #expect(contents.results.map(\.specimen) == ["GA-1"])
        #expect(contents.results.map(\.analyte) == ["gastrin"])
        #expect(contents.results.map { $0.value?.description } == ["173.5"])
        #expect(contents.badRows == [])
    }

    @Test func aTableWithoutNamesNeedsThemFromTheDialect() throws {
        let rows = "GA-1;Gastrin;173,5\n"
        let refused = try read(rows)
        #expect(refused.results.isEmpty)
        #expect(refused.defects == [.noHeader, .badRow])
        let contents = try read(rows) {
            $0.labels.columns = ["Specimen", "Test", "Result"]
            $0.labels.delimiter = .semicolon
            $0.numbers.decimalMark = .comma
        }
        #expect(contents.results.map { $0.value?.description } == ["173.5"])
        #expect(contents.results.map(\.text) == ["173,5"])
    }

    @Test func everyRowIsAResultOrIsRefusedByItsNumber() throws {
        let contents = try read(
            "Specimen,Test,Result\nA,Gastrin,1\n\nB,Gastrin\nC,Gastrin,\n,Gastrin,3\n\"D,Gastrin,4\n"
        )
        #expect(contents.results.map(\.specimen) == ["A"])
        #expect(contents.badRows.map(\.row) == [4, 5, 6, 7])
        #expect(
            contents.badRows.map(\.problem) == [
                "it has 2 columns, not 3", "its value is missing", "its specimen is missing",
                "a quotation mark is not closed",
            ])
        #expect(contents.defects == [.badRow, .badRow, .badRow, .badRow])
    }

    private func read(
        _ table: String, _ change: (inout Dialect.Reading) -> Void = { _ in }
    ) throws -> MessageReader.Contents {
        var dialect = try shippedDialect("generic-csv")
        change(&dialect.reads)
        let reader = MessageReader(dialect)
        return reader.read(Message(text: Array(table.utf8)))
    }
}
