/// Printed specimen IDs: `TAG-02-RHV-060` is injection 2, vein RHV, planned second 60.
///
/// ```
/// TAG - 02 - RHV - 060     60 s after the injection
/// TAG - 02 - RHV - B120    120 s before it ("baseline")
/// ```
extension Plan {
    /// The ID on the label of the tube at `place`; nil when the plan prints no labels or has no
    /// such vein, second or injection (1 to 99: repeats run on after the planned ones).
    public func label(for place: Mark.Place) -> String? {
        guard let tag = tagging.labels, (1...Self.injectionLimit).contains(place.injection),
            draws.contains(place.second), veins.contains(where: { $0.id == place.vein })
        else { return nil }
        let injection = Self.padded(place.injection, to: 2)
        let second = Self.padded(Int(place.second.magnitude), to: 3)
        return "\(tag)-\(injection)-\(place.vein)-\(place.second < 0 ? "B" : "")\(second)"
    }

    /// The tube that the printed ID `label` belongs to; nil when this plan prints no such label.
    public func place(labelled label: String) -> Mark.Place? {
        guard let tag = tagging.labels, label.hasPrefix(tag + "-") else { return nil }
        let parts = label.dropFirst(tag.count + 1).split(
            separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let injection = Int(parts[0]),
            let dash = parts[1].lastIndex(of: "-")
        else { return nil }
        let vein = String(parts[1][..<dash])
        let written = parts[1][parts[1].index(after: dash)...]
        let digits = written.hasPrefix("B") ? written.dropFirst() : written
        guard let magnitude = Int(digits) else { return nil }
        let second = written.hasPrefix("B") ? -magnitude : magnitude
        let place = Mark.Place(injection: injection, vein: vein, second: second)
        return self.label(for: place) == label ? place : nil
    }

    /// The most injections of one procedure: two digits on the label.
    public static let injectionLimit = 99

    private static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
