import Protocols

extension Criterion {
    /// What makes this rule no rule, a sentence each; empty when it can be followed.
    public func problems() -> [String] {
        var problems: [String] = []
        if id.isBlank { problems.append("A criterion has no id.") }
        if let ratio, ratio.digits <= 0 {
            problems.append("Criterion \(id) needs a ratio above 0, not \(ratio).")
        }
        if let rise, rise.by.digits <= 0 || rise.unit.isBlank {
            problems.append(
                "Criterion \(id) needs a rise above 0 with its unit, not \(rise.by) \(rise.unit).")
        }
        if let neighbour, !isBelowRatio(neighbour) {
            problems.append("Criterion \(id) needs a neighbour's ratio above 0 and below its own.")
        }
        if let late = baselineDraws.first(where: { $0 > 0 }) {
            problems.append("Criterion \(id) has a baseline at \(late) s, after the injection.")
        }
        if !window.from.isFinite || !window.to.isFinite || window.from > window.to || window.to <= 0
        {
            problems.append("Criterion \(id) has a window that holds no second: \(span).")
        }
        return problems
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
    public func problems() -> [String] {
        flatMap { $0.problems() }
            + map(\.id).doubled.map { "The criterion \($0.quoted) is there twice." }
    }
}
