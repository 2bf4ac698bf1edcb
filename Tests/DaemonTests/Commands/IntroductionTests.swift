import Foundation
import Protocols
import Settings
import Testing

@testable import Daemon

/// What `stepupd listen` says of an analyzer that it meets.
@Suite struct IntroductionTests {
    private func bytes(from sender: String) -> [UInt8] {
        let records = [
            #"H|\^&|||\#(sender)^500001|||||LIS||P|1|20260102030405"#, "P|1",
            "O|1|S7|^1^1|^^^IRI^1",
            "R|1|^^^IRI^1|12.5|mU/L||N||F||||20260102030405|500001", "L|1|F",
        ]
        let framer = Framer()
        return [0x05]
            + framer.texts(of: records.map { Array($0.utf8) }).enumerated()
            .flatMap { framer.frame($1, number: $0 + 1) } + [0x04]
    }

    @Test func aKnownAnalyzerIsNamedOnceWithTheEvidence() throws {
        var introduction = Introduction(
            among: Array(try Catalogue().dialects().values), draft: nil)
        let bytes = bytes(from: "ACCESS")
        let said = bytes.indices.compactMap { introduction.receive([bytes[$0]]) }
        #expect(said.count == 1)
        #expect(said.first?.contains("dialect beckman-access-2 (the first record says") == true)
    }

    @Test func anUnknownAnalyzerGetsTheStartOfAFileThatReadsIt() throws {
        let folder = try Folder()
        let path = folder.file("new-maker.yaml")
        var introduction = Introduction(among: [], draft: path)
        #expect(introduction.receive(bytes(from: "NEWMAKER")) == nil)
        introduction.end()
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let dialect = try load(Dialect.self, text: text, file: path)
        #expect(dialect.name == "new-maker")
        #expect(dialect.signs == ["|NEWMAKER"])
    }

    @Test func aFileThatIsThereIsNotReplaced() throws {
        let folder = try Folder()
        let path = folder.file("new-maker.yaml")
        try "mine".write(toFile: path, atomically: true, encoding: .utf8)
        var introduction = Introduction(among: [], draft: path)
        _ = introduction.receive(bytes(from: "NEWMAKER"))
        introduction.end()
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
    }
}
