/// Large digits: a pixel is two columns wide and a line high, times `scale`.
struct BoardDigits {
    let text: String
    let scale: Int

    /// Five lines times the scale.
    func lines(_ tone: BoardTone) -> [BoardLine] {
        (0..<Self.height).flatMap { row in
            let pixels = text.compactMap { Self.shapes[$0]?[row] }.joined(separator: " ")
            let line = pixels.map { pixel in
                String(repeating: pixel == "#" ? "█" : " ", count: 2 * scale)
            }.joined()
            return Array(repeating: BoardLine(line, tone), count: scale)
        }
    }

    /// Columns that the digits take.
    var width: Int {
        let pixels = text.compactMap { Self.shapes[$0]?[0].count }
        return (pixels.reduce(0, +) + max(0, pixels.count - 1)) * 2 * scale
    }

    /// Lines at scale 1.
    static let height = 5

    private static let shapes: [Character: [String]] = [
        "0": ["###", "# #", "# #", "# #", "###"], "1": [" # ", "## ", " # ", " # ", "###"],
        "2": ["###", "  #", "###", "#  ", "###"], "3": ["###", "  #", "###", "  #", "###"],
        "4": ["# #", "# #", "###", "  #", "  #"], "5": ["###", "#  ", "###", "  #", "###"],
        "6": ["###", "#  ", "###", "# #", "###"], "7": ["###", "  #", "  #", "  #", "  #"],
        "8": ["###", "# #", "###", "# #", "###"], "9": ["###", "# #", "###", "  #", "###"],
        "N": ["#  #", "## #", "# ##", "#  #", "#  #"], "O": ["###", "# #", "# #", "# #", "###"],
        "W": ["#   #", "#   #", "# # #", "## ##", "#   #"],
        "-": ["   ", "   ", "###", "   ", "   "], ":": [" ", "#", " ", "#", " "],
        "+": ["   ", " # ", "###", " # ", "   "],
    ]
}
