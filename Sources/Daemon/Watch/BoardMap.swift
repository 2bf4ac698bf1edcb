/// The hormonal map in words: a mark a region, and the reading.
struct BoardMap {
    let map: StreamNews?

    /// A line an organ, the reading, and what differs in this patient.
    func lines(width: Int) -> [BoardLine] {
        guard let regions = map?.regions else { return [] }
        var lines: [BoardLine] = []
        for organ in ["liver", "pancreas"] {
            var line = BoardLine(organ == "liver" ? "Liver    " : "Pancreas ", .soft)
            for region in regions where region.organ == organ {
                let words = Self.words(for: region)
                if line.width + words.columns + 2 > width {
                    lines.append(line)
                    line = BoardLine("         ")
                }
                line.add(words + "  ", Self.tone(of: region.state))
            }
            lines.append(line)
        }
        let reading = (map?.reading?.text ?? "").wrapped(columns: width)
        let tree = (map?.tree?.text ?? "").wrapped(columns: width)
        return lines + reading.map { BoardLine($0, .strong) }
            + (map?.tree?.text == nil ? [] : tree.map { BoardLine($0, .soft) })
    }

    private static func words(for region: StreamNews.Region) -> String {
        let name = region.region
        return switch region.state {
        case "producing":
            "\(name) ▲" + (region.strongest.map { " ×\(($0.ratio * 10).rounded() / 10)" } ?? "")
        case "not-producing": "\(name) –"
        case "undecided": "\(name) ?"
        default: "\(name) ·"
        }
    }

    private static func tone(of state: String) -> BoardLine.Tone {
        switch state {
        case "producing": .rise
        case "not-examined": .soft
        default: .plain
        }
    }
}
