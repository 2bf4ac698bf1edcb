import Foundation
import Testing

@testable import Daemon

@Suite struct BoardTextTests {
    @Test(
        arguments: [
            (2.0, 2.0, "×2.000"), (2.004, 2.004, "×2.004"), (12.6, 12.6, "×13"), (4, 4, "×4.0"),
            (1.8, 2.3, "×1.8–2.3"), (5.1, nil, "≥×5.1"), (0, 0.8, "≤×0.8"),
        ] as [(Double, Double?, String)])
    func writesRatiosAsThePageDoes(low: Double, high: Double?, text: String) {
        #expect(BoardWords.ratio(.init(low: low, high: high)) == text)
    }

    @Test func hasThePagesWordsAndMarks() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Sources/Daemon/Page/words").standardizedFileURL
        let page = try ["en.js", "en-more.js"].map {
            try String(contentsOf: file.appending(path: $0), encoding: .utf8)
        }.joined()
        let verdicts = [
            "awaiting-baseline", "pending", "step-up", "no-step-up", "undecided", "unusable",
        ].map { (state: String) in (state, BoardWords.verdict(state)) }
        let tubes = ["expected", "drawn", "received", "result", "held", "void", "missing"]
            .map { (state: String) in (state, BoardWords.tube(state)) }
        let regions = ["producing", "not-producing", "pending", "undecided", "not-examined"]
            .map { (state: String) in (state, BoardWords.region(state)) }
        let all: [(String, BoardWords.Sign)] = verdicts + tubes + regions
        for (state, sign) in all {
            let key = state.contains("-") ? "\"\(state)\"" : state
            #expect(page.contains("\(key): { mark: \"\(sign.mark)\", word: \"\(sign.word)\" }"))
        }
        #expect(page.contains(BoardWords.simulated))
    }

    @Test func setsColourOnlyWhereThereIsSome() {
        let line = BoardLine("▲ ×4.4 step-up", .rise)
        #expect(line.ansi(.none) == "\u{1B}[1m▲ ×4.4 step-up\u{1B}[0m")
        #expect(line.ansi(.eight) == "\u{1B}[1;33m▲ ×4.4 step-up\u{1B}[0m")
        #expect(line.ansi(.many) == "\u{1B}[1;38;5;227m▲ ×4.4 step-up\u{1B}[0m")
        let bare = [.low, .medium, .high, .heat(3), .vein(1), .soft].map { (tone: BoardTone) in
            tone.codes(.none)
        }
        #expect(!bare.joined(separator: ";").contains { "3489".contains($0) })
    }

    @Test func countsWideSignsTwiceAndMarksAboveNotAtAll() {
        #expect("日本".columns == 4)
        #expect("e\u{301}x".columns == 2)
        #expect(BoardLine("日本語").cut(to: 4).text == "日…")
        #expect(BoardLine("日本").ascii.text == "????")
    }

    @Test func breaksAtBlanksAndInsideWordsThatAreLonger() {
        #expect("a long word".wrapped(columns: 6) == ["a long", "word"])
        #expect("abcdefgh i".wrapped(columns: 3) == ["abc", "def", "gh", "i"])
    }

    @Test func drawsTheLiverInASCIIToo() {
        let drawing = BoardDrawing(regions: ["S7": ("producing", 3.2)], veins: ["RHV"])
        let lines = drawing.lines(BoardSize(width: 46, height: 20, isUnicode: false)).map(\.text)
        #expect(lines.joined().allSatisfy { $0.isASCII || "▲×".contains($0) })
        #expect(lines.contains { $0.contains("VII") && $0.contains("#") })
        #expect(lines.contains { $0.contains("▲×3.2") })
    }
}
