import Testing

@testable import Daemon

@Suite struct KeyboardTests {
    private func keys(_ reads: String...) -> [BoardLook.Key] {
        var keyboard = Keyboard()
        return reads.flatMap { keyboard.receive([UInt8]($0.utf8)) }
    }

    @Test func readsLettersDigitsAndControls() {
        #expect(
            keys("q?a2\t\u{03}\u{0C} ") == [
                .quit, .help, .acknowledge, .view(2), .next, .quit, .redraw, .pageDown,
            ])
    }

    @Test(arguments: [
        ("\u{1B}[A", BoardLook.Key.up), ("\u{1B}OB", .down), ("\u{1B}[C", .next),
        ("\u{1B}[D", .previous), ("\u{1B}[Z", .previous), ("\u{1B}[5~", .pageUp),
        ("\u{1B}[6~", .pageDown), ("\u{1B}[H", .top), ("\u{1B}OF", .end), ("\u{1B}", .back),
    ])
    func readsTheKeysThatSendSequences(bytes: String, key: BoardLook.Key) {
        #expect(keys(bytes) == [key])
    }

    @Test func readsASequenceThatComesInPieces() {
        #expect(keys("\u{1B}[", "6", "~j") == [.pageDown, .down])
    }

    @Test func passesOverWhatItDoesNotKnow() {
        #expect(keys("\u{1B}[1;5Px\u{1B}[200~日\u{7F}q") == [.quit])
        #expect(keys("\u{1B}[" + String(repeating: "9", count: 100) + "\u{1B}[Aq") == [.up, .quit])
    }
}
