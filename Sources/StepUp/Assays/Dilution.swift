internal import Protocols

/// How far a specimen was diluted before it was measured, as analyzers say it.
///
/// The number that is printed is taken to be the specimen's own, already multiplied, as analyzers
/// print it; only the limits of the assay move with the dilution.
enum Dilution: Equatable {
    /// Not at all.
    case neat
    /// So many times.
    case times(ExactDecimal)
    /// In words that say no number.
    case unknown

    /// Reads `10`, `1:10`, `1/10`, `x10`, `10x`, `UNDILUTED`; empty and 1 are neat.
    init(_ text: String) {
        let plain = text.lowercased().filter { $0 != " " && $0 != "^" }
        guard !plain.isEmpty, !Self.neatWords.contains(plain) else {
            self = .neat
            return
        }
        var digits = plain[...]
        for start in ["1:", "1/", "x"] where digits.hasPrefix(start) {
            digits = digits.dropFirst(start.count)
            break
        }
        if digits.hasSuffix("x") { digits = digits.dropLast() }
        guard let factor = ExactDecimal(parsing: String(digits)), factor.digits > 0,
            factor.scale < Self.scaleLimit
        else {
            self = .unknown
            return
        }
        let one = ExactDecimal(digits: 1, scale: 0)
        self = factor.compared(with: one) == .same ? .neat : .times(factor)
    }

    private static let neatWords: Set<String> = ["undiluted", "neat", "not", "none", "no", "0"]
    /// The digits behind a factor's point: `2.5` is one, more is no dilution.
    private static let scaleLimit = 4
}
