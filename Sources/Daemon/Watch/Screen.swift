import Foundation
import Glibc
import Synchronization

/// The terminal that the board is drawn on, or the pipe that it is written to.
final class Screen: Sendable {
    /// True when standard output is a terminal on which a cursor can be moved: only then are there
    /// colours and movements.
    let isTerminal: Bool

    private let kind: TerminalKind
    private let state = Mutex(State())

    private struct State {
        /// What is on the terminal now, so that only what changed is sent.
        var shown: [BoardLine] = []
        /// How the terminal was before; nil while it is not taken.
        var before: termios?
        var isEntered = false
    }

    /// The terminal of this program.
    init() {
        kind = TerminalKind(environment: ProcessInfo.processInfo.environment)
        isTerminal = isatty(STDOUT_FILENO) == 1 && kind.canMove
    }

    /// Columns and lines now; asked before every picture, so that it follows the window.
    var size: BoardSize {
        var size = winsize()
        guard isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return BoardSize(width: 100, height: 48)
        }
        return BoardSize(
            width: Int(size.ws_col), height: Int(size.ws_row), isUnicode: kind.isUnicode)
    }

    /// Shows `lines` in place of what was there; `isFresh` sends all of them again.
    ///
    /// - Returns: false when the terminal takes nothing more.
    @discardableResult
    func show(_ lines: [BoardLine], width: Int, isFresh: Bool = false) -> Bool {
        let text = state.withLock { state in
            let known = isFresh || state.shown.count != lines.count ? [] : state.shown
            state.shown = lines
            var text = known.isEmpty ? "\u{1B}[2J" : ""
            for (index, line) in lines.enumerated() where known.isEmpty || known[index] != line {
                // Behind a line as wide as the terminal, erasing would take its last sign.
                let rest = line.width < width ? "\u{1B}[K" : ""
                text += "\u{1B}[\(index + 1);1H\(line.ansi(kind.depth))\(rest)"
            }
            return text
        }
        return text.isEmpty || write(text)
    }

    /// Writes `lines` below what stands there, as they are for good.
    func print(_ lines: [BoardLine]) {
        _ = write(
            lines.map { isTerminal ? $0.ansi(kind.depth) : $0.text }
                .joined(separator: "\n") + "\n")
    }

    /// Takes the whole terminal: a screen of its own, no cursor, keys as they are pressed.
    func enter() {
        guard isTerminal else { return }
        state.withLock { state in
            state.isEntered = true
            state.shown = []
            var modes = termios()
            guard isatty(STDIN_FILENO) == 1, tcgetattr(STDIN_FILENO, &modes) == 0 else { return }
            state.before = modes
            modes.c_lflag &= ~tcflag_t(ICANON | ECHO | IEXTEN)
            tcsetattr(STDIN_FILENO, TCSADRAIN, &modes)
        }
        // Lines are never wrapped: a sign that is wider than thought must not push the rest down.
        _ = write("\u{1B}[?1049h\u{1B}[?25l\u{1B}[?7l")
    }

    /// Gives it back as it was.
    func leave() {
        let before = state.withLock { state -> termios?? in
            guard state.isEntered else { return nil }
            state.isEntered = false
            defer { state.before = nil }
            return .some(state.before)
        }
        guard let before else { return }
        _ = write("\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l")
        if var modes = before { tcsetattr(STDIN_FILENO, TCSADRAIN, &modes) }
    }

    private func write(_ text: String) -> Bool {
        do { try FileHandle.standardOutput.write(contentsOf: Data(text.utf8)) } catch {
            return false
        }
        return true
    }
}
