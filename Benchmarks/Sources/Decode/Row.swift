/// One row of the table that `make bench` prints: tab-separated, as its other programs write it.
struct Row {
    var figure: String
    var measured: String
    /// The floor or the peer that was measured beside it, in the same run.
    var peer: String
    var ratio: String
    var goal: String
    var isHeld: Bool

    func show() {
        print(
            [figure, measured, peer, ratio, goal, isHeld ? "held" : "NOT HELD"]
                .joined(separator: "\t"))
    }
}

extension Double {
    /// The number with `digits` decimals: without Foundation, which this program does not need.
    func rounded(to digits: Int) -> String {
        var power = 1.0
        for _ in 0..<digits { power *= 10 }
        let whole = Int((self * power).rounded())
        guard digits > 0 else { return String(whole) }
        let text = String(whole)
        let padded = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
        return padded.dropLast(digits) + "." + padded.suffix(digits)
    }
}
