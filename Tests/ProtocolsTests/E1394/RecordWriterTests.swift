import Protocols
import Testing

/// What is written is what is read, in every dialect.
@Suite struct RecordWriterTests {
    private static let dialects = [
        "abbott-architect", "beckman-access-2", "roche-cobas-e411", "siemens-immulite",
    ]

    private static let hl7 = [
        "abbott-alinity", "generic-hl7", "mindray-cl-hl7", "roche-cobas-pure", "snibe-maglumi-hl7",
    ]

    @Test(arguments: dialects + hl7, 0..<25)
    func writtenResultsAreReadBackAsTheyWere(dialect name: String, seed: Int) throws {
        let dialect = try shippedDialect(name)
        var results = ResultSource(dialect, seed: UInt64(seed)).results(count: 12)
        let messages = try RecordWriter(dialect).messages(of: results, sent: "20240102030405")
        let reader = MessageReader(dialect)
        var read: [AssayResult] = []
        for records in messages {
            let contents = reader.read(Message(text: Array(records.joined())))
            #expect(contents.defects == [])
            read += contents.results
        }
        for index in read.indices { read[index].bytes = 0..<0 }
        for index in results.indices { results[index].bytes = 0..<0 }
        #expect(read == results)
    }

    @Test(arguments: dialects)
    func aQueryIsReadBack(dialect name: String) throws {
        let dialect = try shippedDialect(name)
        let records = try #require(
            try RecordWriter(dialect).query(for: "PT-01-RHV-060", sent: "20240102030405"))
        let contents = MessageReader(dialect).read(Message(text: Array(records.joined())))
        #expect(contents.queries.map(\.specimen) == ["PT-01-RHV-060"])
        #expect(contents.queries.map(\.status) == ["O"])
        #expect(contents.results == [])
    }

    @Test(arguments: dialects)
    func everyMessageHasItsHeaderFirstAndItsTerminatorLast(dialect name: String) throws {
        let dialect = try shippedDialect(name)
        let results = ResultSource(dialect, seed: 7).results(count: 9)
        for records in try RecordWriter(dialect).messages(of: results, sent: "20240102030405") {
            #expect(records.first?.first == UInt8(ascii: "H"))
            #expect(records.last?.first == UInt8(ascii: "L"))
            #expect(records.allSatisfy { $0.last == 0x0D })
        }
    }

    @Test func theMakersPutDifferentThingsIntoOneMessage() throws {
        let counts = try Self.dialects.map { name in
            let dialect = try shippedDialect(name)
            let results = ResultSource(dialect, seed: 3).specimens(4)
            return try RecordWriter(dialect).messages(of: results, sent: "20240102030405").count
        }
        // One an order, one a result, one an order, all in one.
        #expect(counts == [4, 4, 4, 1])
    }

    @Test(arguments: hl7)
    func everyMessageOfHL7HasANumberOfItsOwn(dialect name: String) throws {
        let dialect = try shippedDialect(name)
        let results = ResultSource(dialect, seed: 7).specimens(3)
        let messages = try RecordWriter(dialect)
            .messages(of: results, sent: "20240102030405", number: 41)
        let answers = messages.map {
            let answer = MessageReader(dialect).read(Message(text: Array($0.joined()))).reply
            return LineNotation.text(of: answer).split(separator: "MSA|AA|").last
        }
        let wanted = name == "snibe-maglumi-hl7" ? [nil, nil, nil] : ["41", "42", "43"]
        #expect(answers.map { $0?.split(separator: "<").first.map(String.init) } == wanted)
    }

    @Test func noResultsMakeNoMessage() throws {
        for name in Self.dialects {
            let writer = try RecordWriter(try shippedDialect(name))
            #expect(writer.messages(of: [], sent: "20240102030405") == [])
        }
    }

    @Test func aDialectWithoutLayoutsCannotBeWritten() {
        #expect(throws: RecordLayout.Mistake.noLayouts) {
            try RecordWriter(Dialect(name: "mute", title: "Mute"))
        }
    }
}
