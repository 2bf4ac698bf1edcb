import Foundation
import Testing

/// The inputs that the fuzzers begin with, and those that once broke something.
struct CorpusTests {
    @Test(arguments: Property.allCases)
    func everyInputOfTheCorpusIsSurvivedAndUnderstoodAlike(property: Property) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Corpus/\(property.rawValue)")
        let files = try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: nil)
        #expect(!files.isEmpty)
        for file in files {
            let bytes = [UInt8](try Data(contentsOf: file))
            #expect(property.broken(by: bytes) == nil, "\(file.lastPathComponent)")
        }
    }

    @Test(arguments: Property.allCases)
    func randomBytesBreakNothing(property: Property) {
        for seed in 0..<200 as Range<UInt64> {
            var dice = Dice(seed: seed)
            let alphabet =
                Array("\u{2}\u{3}\u{4}\u{5}\r\n\u{17}1H|\\^&L0R.5<->eE+,xCR\u{15}".utf8)
                + Array("\u{B}\u{1C}MSHOBXPA~".utf8)
            let bytes = (0..<dice.throwing(120)).map { _ in
                dice.throwing(8) == 0
                    ? UInt8.random(in: 0...255, using: &dice)
                    : alphabet[dice.throwing(alphabet.count)]
            }
            #expect(property.broken(by: bytes) == nil, "seed \(seed)")
        }
    }
}
