/// What a piece of the board means; colour repeats it and never stands alone.
enum BoardTone: Equatable, Sendable {
    case plain, strong, soft
    /// SIMULATED, and the view that is chosen.
    case banner, chosen
    /// A step-up, or what is to be done now.
    case rise
    /// A region with a step-up, by its ratio.
    case heat(Double)
    /// A vein, by its place in the plan.
    case vein(Int)
    /// Priorities of IEC 60601-1-8.
    case low, medium, high
    /// The daemon is silent.
    case stale
}

/// How many colours a terminal has.
enum ColourDepth: Int, Comparable, Sendable {
    case none, eight, many

    static func < (left: ColourDepth, right: ColourDepth) -> Bool { left.rawValue < right.rawValue }
}

extension BoardTone {
    /// The codes of ECMA-48 8.3.117; empty for none.
    ///
    /// Bold, faint and reverse are no colours, and stay where there are none.
    func codes(_ depth: ColourDepth) -> String {
        let (bare, eight, many) = codes
        return depth == .none ? bare : depth == .eight ? eight : many
    }

    /// Without colour, with eight, and with 256 (the page's dark theme, as near as they come).
    private var codes: (String, String, String) {
        switch self {
        case .plain: ("", "", "")
        case .strong: ("1", "1", "1;38;5;255")
        case .soft: ("", "2", "38;5;247")
        case .banner: ("7", "30;43", "1;38;5;16;48;5;221")
        case .chosen: ("7", "7", "1;38;5;255;48;5;24")
        case .rise: ("1", "1;33", "1;38;5;227")
        case .heat(let ratio): ("1", "1;33", "1;38;5;\(Self.heat(ratio))")
        case .vein(let index): ("", "", "38;5;\([111, 177, 115, 215][index % 4])")
        case .low: ("", "36", "38;5;80")
        case .medium: ("1", "33", "1;38;5;221")
        case .high: ("1;7", "1;31", "1;38;5;203")
        case .stale: ("1;7", "1;37;41", "1;38;5;231;48;5;124")
        }
    }

    /// The page's scale of ratios, cividis from ×2 to ×8, in the colours of the 256.
    private static func heat(_ ratio: Double) -> Int {
        switch ratio {
        case ..<2.4: 144
        case ..<3.2: 143
        case ..<4.5: 185
        case ..<6.5: 221
        default: 227
        }
    }
}
