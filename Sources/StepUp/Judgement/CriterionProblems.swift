import Protocols

extension Criterion {
    /// What makes this rule no rule, a sentence each; empty when it can be followed.
    public func problems() -> [String] { flaws().map(\.problem) }

    /// The same, each with the key in which it lies.
    public func flaws() -> [Flaw] {
        var flaws: [Flaw] = []
        func add(_ key: String..., problem: String) {
            flaws.append(Flaw(path: key, problem: problem))
        }
        if id.isBlank { add("id", problem: "A criterion has no id.") }
        if let ratio, ratio.digits <= 0 {
            add("ratio", problem: "Criterion \(id) needs a ratio above 0, not \(ratio).")
        }
        if let rise, rise.by.digits <= 0 || rise.unit.isBlank {
            add(
                "rise", rise.unit.isBlank ? "unit" : "by",
                problem: "Criterion \(id) needs a rise above 0 with its unit, not \(rise.by) "
                    + "\(rise.unit).")
        }
        if let neighbour, !isBelowRatio(neighbour) {
            add(
                "neighbour", "ratio",
                problem: "Criterion \(id) needs a neighbour's ratio above 0 and below its own.")
        }
        if let late = baselineDraws.first(where: { $0 > 0 }) {
            add(
                "baseline-draws",
                problem: "Criterion \(id) has a baseline at \(late) s, after the injection.")
        }
        if !window.from.isFinite || !window.to.isFinite || window.from > window.to || window.to <= 0
        {
            add(
                "window", problem: "Criterion \(id) has a window that holds no second: \(span).")
        }
        return flaws
    }

    private func isBelowRatio(_ level: Level) -> Bool {
        guard let ratio, ratio.digits > 0, level.ratio.digits > 0 else { return false }
        return level.ratio.compared(with: ratio) == .less
    }

    /// The window in words.
    var span: String { window.span }
}

extension [Criterion] {
    /// What is wrong with these rules, by themselves or together, a sentence each.
    public func problems() -> [String] { flaws().map(\.problem) }

    /// The same, each with its place in the list and the key in which it lies.
    public func flaws() -> [Flaw] {
        indices.flatMap { index in
            self[index].flaws().map {
                Flaw(path: ["\(index)"] + $0.path, problem: $0.problem)
            }
        }
            + map(\.id).doubledPlaces.map { place, id in
                Flaw(
                    path: ["\(place)", "id"],
                    problem: "The criterion \(id.quoted) is there twice.")
            }
    }
}
