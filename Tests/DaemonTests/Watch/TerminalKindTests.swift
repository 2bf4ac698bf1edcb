import Testing

@testable import Daemon

@Suite struct TerminalKindTests {
    private func kind(_ environment: [String: String]) -> TerminalKind {
        TerminalKind(environment: environment)
    }

    @Test func knowsHowManyColoursThereAre() {
        #expect(kind(["TERM": "xterm-256color"]).depth == .many)
        #expect(kind(["TERM": "xterm", "COLORTERM": "truecolor"]).depth == .many)
        #expect(kind(["TERM": "screen"]).depth == .eight)
        #expect(kind(["TERM": "vt100"]).depth == .none)
        #expect(kind(["TERM": "xterm-256color", "NO_COLOR": "1"]).depth == .none)
        #expect(kind(["TERM": "xterm-256color", "NO_COLOR": ""]).depth == .many)
    }

    @Test func knowsWhetherMoreThanASCIIIsUnderstood() {
        #expect(kind(["TERM": "xterm", "LANG": "de_DE.UTF-8"]).isUnicode)
        #expect(kind(["TERM": "xterm", "LC_CTYPE": "C.utf8"]).isUnicode)
        #expect(!kind(["TERM": "xterm", "LC_ALL": "C", "LANG": "de_DE.UTF-8"]).isUnicode)
        #expect(!kind(["TERM": "xterm", "LANG": "de_DE.ISO-8859-1"]).isUnicode)
        #expect(!kind(["TERM": "xterm"]).isUnicode)
        #expect(!kind(["TERM": "linux", "LANG": "C.UTF-8"]).isUnicode)
    }

    @Test func movesNoCursorWhereThereIsNone() {
        #expect(!kind([:]).canMove)
        #expect(!kind(["TERM": "dumb"]).canMove)
        #expect(kind(["TERM": "vt100"]).canMove)
    }
}
