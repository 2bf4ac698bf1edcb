/// A seeded source of chance as a value: the same seed and purpose give the same numbers.
///
/// SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): a 64-bit counter that is stepped by the
/// golden gamma and mixed. It is small, passes the usual batteries, and needs no library whose
/// next version could draw other numbers. Each purpose draws from a stream of its own, so that one
/// more number drawn for the nurse's hand does not change the analyzer's noise.
public struct Chance: Sendable, Equatable {
    private var state: UInt64

    /// The stream of `seed` for one `purpose`, named in words: `draw 3`.
    public init(seed: UInt64, purpose: String) {
        state = seed
        // Mixed at every step, or "assay 12" and "assay 21" would draw the same numbers.
        for byte in purpose.utf8 { state = next() ^ UInt64(byte) }
    }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number of 0 ..< 1 with 53 random bits.
    public mutating func unit() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// A nearly normal number with mean 0 and standard deviation 1, never beyond ± 6.
    ///
    /// The sum of twelve units less six: additions only, so that no mathematics library of another
    /// machine can round it otherwise.
    public mutating func normal() -> Double {
        (0..<12).reduce(into: -6.0) { sum, _ in sum += unit() }
    }
}

extension Chance {
    /// A whole number of 0 ..< `limit`.
    public mutating func below(_ limit: Int) -> Int { Int(unit() * Double(limit)) }
}
