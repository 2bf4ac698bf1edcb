/// What a terminal understands, by what its environment says.
struct TerminalKind: Equatable, Sendable {
    let depth: ColourDepth
    /// False where only ASCII is understood.
    let isUnicode: Bool
    /// False where a cursor cannot be moved about.
    let canMove: Bool

    /// Reads `TERM`, `COLORTERM`, `NO_COLOR` and the locale.
    ///
    /// The console of Linux has UTF-8 but neither Braille nor half of the marks in its font.
    init(environment: [String: String]) {
        func said(_ name: String) -> String? {
            environment[name].flatMap { $0.isEmpty ? nil : $0 }
        }
        let term = said("TERM") ?? "dumb"
        let locale = (said("LC_ALL") ?? said("LC_CTYPE") ?? said("LANG") ?? "C").lowercased()
        canMove = term != "dumb"
        isUnicode =
            (locale.contains("utf-8") || locale.contains("utf8"))
            && !["linux", "dumb", "vt100", "vt102", "vt220"].contains(term)
        if said("NO_COLOR") != nil || ["dumb", "vt100", "vt102", "vt220"].contains(term) {
            depth = .none
        } else {
            let isRich = term.contains("256") || term.contains("direct") || said("COLORTERM") != nil
            depth = isRich ? .many : .eight
        }
    }
}
