import Foundation
import Glibc

/// The terminal that the board is drawn on, or the pipe that it is written to.
struct Screen: Sendable {
    /// True when standard output is a terminal: only then are there colours and movements.
    let isTerminal = isatty(STDOUT_FILENO) == 1

    /// Columns and lines now; asked before every picture, so that it follows the window.
    var size: (width: Int, height: Int) {
        var size = winsize()
        guard isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return (100, 48)
        }
        return (Int(size.ws_col), Int(size.ws_row))
    }

    /// Shows `lines` in place of what was there.
    func show(_ lines: [BoardLine]) {
        guard isTerminal else { return write(lines.map(\.text).joined(separator: "\n") + "\n") }
        // Home, each line with the rest of it cleared, then everything below cleared.
        let text = lines.map { $0.ansi + "\u{1B}[K" }.joined(separator: "\r\n")
        write("\u{1B}[H" + text + "\u{1B}[J")
    }

    /// Takes the whole terminal: a screen of its own, without a cursor.
    func enter() { if isTerminal { write("\u{1B}[?1049h\u{1B}[?25l") } }

    /// Gives it back.
    func leave() { if isTerminal { write("\u{1B}[?25h\u{1B}[?1049l") } }

    private func write(_ text: String) {
        // A reader that went away ends the program soon enough, and has nothing to be told.
        try? FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    }
}
