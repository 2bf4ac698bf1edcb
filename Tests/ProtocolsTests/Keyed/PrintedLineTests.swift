import Protocols
import Testing

/// Lines of names and texts, as an AIA-360 prints them.
struct PrintedLineTests {
    private static let line =
        "SampleID=, A-1 , Analyte=, #IRI , Conc=, 13.5, Unit=, uIU/ml, Position=, 1, "
        + "TestNumber=, 1, Rate=, 2.67, Flag=,  ,Date=, 13/04/26 10:15"

    @Test func aLineIsOneResult() throws {
        let found = try read(Self.line)
        #expect(found.results.map(\.specimen) == ["A-1"])
        #expect(found.results.map(\.text) == ["13.5"])
        #expect(found.defects == [])
    }

    /// A value must never be told of the specimen of another line, nor a part of a value at all.
    @Test(arguments: 1..<line.utf8.count)
    func aLineThatBreaksOffWithoutItsEndIsNeverReadWithTheNext(length: Int) throws {
        let other = Self.line.replacing("A-1", with: "B-22").replacing("13.5", with: "77.75")
        let found = try read(String(other.prefix(length)) + Self.line)
        if found.results.isEmpty { return #expect(found.defects == [.cutRecord]) }
        #expect(found.results.map(\.text) == ["13.5"])
        #expect(["", "A-1"].contains(found.results[0].specimen), "\(found.results)")
    }

    private func read(_ line: String) throws -> MessageReader.Contents {
        MessageReader(try shippedDialect("tosoh-aia-360")).read(Message(text: Array(line.utf8)))
    }
}
