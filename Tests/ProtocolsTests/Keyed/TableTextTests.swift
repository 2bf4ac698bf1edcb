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

    @Test func headingsAreReadHoweverTheyAreWritten() throws {
        let contents = try read("specimen,TEST,result\nGA-1,Gastrin,173.5\n")
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

    @Test func aTableDividedByAnotherMarkIsRefusedWithTheCure() throws {
        let contents = try read("Specimen;Test;Result\nA;Gastrin;1\nB;Gastrin;2\n")
        #expect(contents.results.isEmpty)
        #expect(
            contents.badRows.first
                == BadRow(
                    row: 1,
                    problem: "no columns are named (a comma must stand between 'Specimen', "
                        + "'Test', 'Result' …)"))
    }

    @Test func excelsWordForTheSeparatorIsPassedOver() throws {
        let contents = try read("sep=,\r\nSpecimen,Test,Result\r\nA,Gastrin,1\r\n")
        #expect(contents.results.map(\.specimen) == ["A"])
        #expect(contents.badRows == [])
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

    @Test func aRowWithMoreColumnsThanAreToldApartIsRefused() throws {
        let wide = String(repeating: "x,", count: 30_000)
        let contents = try read("Specimen,Test,Result\n\(wide)\nA,Gastrin,1\n")
        #expect(contents.badRows.map(\.problem) == ["it has more than 256 columns"])
        #expect(contents.results.map(\.specimen) == ["A"])
        let unnamed = try read("\(wide)Specimen,Test,Result\nA,Gastrin,1\n")
        #expect(unnamed.badRows.count == 2)
        #expect(unnamed.badRows.allSatisfy { $0.problem.hasPrefix("no columns are named") })
    }

    @Test func ofManyRefusedRowsTheFirstAreNamedAndAllAreCounted() throws {
        let contents = try read(
            "Specimen,Test,Result\n" + String(repeating: "A\n", count: 1000) + "B,Gastrin,2\n")
        #expect(contents.badRows.map(\.row) == Array(2...101))
        #expect(contents.defects.count == 1000)
        #expect(contents.results.map(\.specimen) == ["B"])
    }

    @Test func aTableOfTooManyRowsIsReadUpToTheLimit() throws {
        let contents = try read(
            "Specimen,Test,Result\nA,Gastrin,1\n" + String(repeating: "\n", count: 65_534)
                + "B,Gastrin,2\nC,Gastrin,3\n")
        #expect(contents.results.map(\.specimen) == ["A"])
        #expect(
            contents.badRows == [
                BadRow(row: 65_537, problem: "it is one of too many: 65536 are read")
            ])
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
