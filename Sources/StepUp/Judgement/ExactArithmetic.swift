import Protocols

/// Sums and products without rounding; nil when the result is longer than a decimal holds.
extension ExactDecimal {
    func plus(_ other: ExactDecimal) -> ExactDecimal? {
        let scale = Swift.max(scale, other.scale)
        guard let left = lifted(to: scale), let right = other.lifted(to: scale) else { return nil }
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? nil : ExactDecimal(digits: sum, scale: scale)
    }

    func times(_ count: Int) -> ExactDecimal? {
        count == 1 ? self : times(ExactDecimal(digits: Int64(count), scale: 0))
    }

    func times(_ other: ExactDecimal) -> ExactDecimal? {
        let (product, overflow) = digits.multipliedReportingOverflow(by: other.digits)
        return overflow ? nil : ExactDecimal(digits: product, scale: scale + other.scale)
    }

    /// The digits with `scale` of them behind the point, which is not less than their own scale.
    private func lifted(to scale: Int) -> Int64? {
        var lifted = digits
        for _ in self.scale..<scale {
            let (next, overflow) = lifted.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            lifted = next
        }
        return lifted
    }
}
