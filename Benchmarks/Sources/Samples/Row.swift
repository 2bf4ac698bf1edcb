/// One row of the table that `make bench` prints: tab-separated, as its other programs write it.
public struct Row {
    /// What is measured.
    var figure: String
    /// What was measured, with its unit.
    var measured: String
    /// The floor or the peer that was measured beside it, in the same run.
    var peer: String
    var ratio: String
    var goal: String
    var isHeld: Bool?

    /// One row; `isHeld` says whether the goal is met, nil that there is none.
    public init(
        figure: String, measured: String, peer: String, ratio: String, goal: String, isHeld: Bool?
    ) {
        (self.figure, self.measured, self.peer) = (figure, measured, peer)
        (self.ratio, self.goal, self.isHeld) = (ratio, goal, isHeld)
    }

    /// Prints it.
    public func show() {
        let verdict = isHeld.map { $0 ? "held" : "NOT HELD" } ?? ""
        print([figure, measured, peer, ratio, goal, verdict].joined(separator: "\t"))
    }
}

extension Double {
    /// The number with `digits` decimals: without Foundation, which this program does not need.
    public func rounded(to digits: Int) -> String {
        var power = 1.0
        for _ in 0..<digits { power *= 10 }
        let whole = Int((self * power).rounded())
        guard digits > 0 else { return String(whole) }
        let text = String(whole)
        let padded = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
        return padded.dropLast(digits) + "." + padded.suffix(digits)
    }
}
