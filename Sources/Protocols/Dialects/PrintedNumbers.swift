extension Dialect.Writing.Style {
    /// `value` as the analyzer prints it, with `bound` before it when it is only a limit.
    ///
    /// - Parameters:
    ///   - value: finite and of magnitude below 10^12, in the assay's unit.
    ///   - bound: which side of the number the true value lies on; nil when it is the value.
    /// - Returns: the text of the value field.
    public func text(of value: Double, bound: AssayResult.Bound? = nil) -> String {
        let shown = boundInFlags ? nil : bound
        let mark = shown.map { $0.rawValue + (spacedBound ? " " : "") } ?? ""
        var places = decimals ?? 0
        if let significant { places = self.places(of: value, significant: significant) }
        var text = mark + digits(of: value, places: places)
        while let width, text.utf8.count > width, places > 0 {
            places -= 1
            text = mark + digits(of: value, places: places)
        }
        return text
    }

    /// The places behind the point that leave `significant` digits after rounding.
    private func places(of value: Double, significant: Int) -> Int {
        var places = max(0, significant - 1)
        var limit = 10.0
        let size = value.magnitude
        while places > 0, Double(units(of: size, places: places)) / power(places) >= limit {
            places -= 1
            limit *= 10
        }
        guard size > 0 else { return places }
        var floor = 1.0
        while size < floor, places < ExactDecimal.digitLimit {
            places += 1
            floor /= 10
        }
        return places
    }

    /// `value` in units of its last printed place, halves away from zero.
    private func units(of value: Double, places: Int) -> Int64 {
        precondition(value.magnitude < 1e12, "no assay prints \(value)")
        let scaled = value * power(places)
        return Int64(scaled + (scaled < 0 ? -0.5 : 0.5))
    }

    private func power(_ places: Int) -> Double {
        (0..<places).reduce(1.0) { product, _ in product * 10 }
    }

    private func digits(of value: Double, places: Int) -> String {
        let number = ExactDecimal(digits: units(of: value, places: places), scale: places)
        var text = number.description
        if places == 0, trailingPoint { text += "." }
        if !leadingZero, text.hasPrefix("0."), text != "0." { text.removeFirst() }
        return decimalComma ? String(text.map { $0 == "." ? "," : $0 }) : text
    }
}
