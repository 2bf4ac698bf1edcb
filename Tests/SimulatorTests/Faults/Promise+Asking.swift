@testable import Simulator

/// What is promised to an analyzer that asks, whatever happens on its line.
extension Promise {
    /// What was not kept of it; nil when the promise was.
    ///
    /// Every query comes to an end: the tube is ordered, or nothing is, or nobody answered. No
    /// order is told to have been taken that the analyzer never had, unless bytes were hurt where
    /// no check sum shows it.
    func broken(by ordeal: Ordeal, asking specimens: [String]) -> String? {
        let orders = ordeal.said.filter { $0.hasPrefix("ordered: ") }
        let isKnown = { (specimen: String) in orders.contains { $0.hasSuffix(" of \(specimen)") } }
        for specimen in specimens where !isKnown(specimen) {
            let ends = [
                "nothing is ordered for \(specimen)",
                "nobody answered the query about \(specimen)",
                "the host could not read the query about \(specimen)",
            ]
            if self != .whole, ordeal.said.isDisjoint(with: ends) {
                return "the query about \(specimen) never came to an end"
            }
            if self != .whole, ordeal.ordered.contains(specimen) {
                return "told to be ordered, and never was: \(specimen)"
            }
        }
        return nil
    }
}
