extension String {
    /// True when both name one unit, however it is spelled.
    func isSameUnit(as other: String) -> Bool { self == other || plainUnit == other.plainUnit }

    /// The unit in one spelling: `u` for either micro sign, `L` for the litre, `U` for the
    /// international unit; nothing else is folded, so that `mU` and `MU` stay two units.
    ///
    /// `µIU/mL`, `uU/ml` and `u[IU]/mL` are one unit: hormones are only counted in international
    /// units, never in those of an enzyme.
    var plainUnit: String {
        var plain = ""
        for letter in self {
            switch letter {
            case "\u{B5}", "\u{3BC}": plain.append("u")
            case "l": plain.append("L")
            case "[", "]", " ": break
            case "U" where plain.last == "I":
                plain.removeLast()
                plain.append("U")
            default: plain.append(letter)
            }
        }
        return plain
    }
}
