/// Liver and pancreas drawn in characters: outlines and patterns in Braille dots, eight a cell, or
/// in ASCII, one a cell; names, marks and ratios over them.
struct BoardDrawing {
    /// State and strongest ratio of each region.
    let regions: [String: (state: String, ratio: Double?)]
    /// The veins of the plan, in their order.
    let veins: [String]

    /// The picture, as large as `size` allows.
    func lines(_ size: BoardSize) -> [BoardLine] {
        let window = BoardOutlines.window
        // A cell is about twice as high as it is wide.
        let shape = 2 * window.width / window.height
        let width = min(size.width, Int(Double(size.height) * shape))
        let height = max(1, Int((Double(width) / shape).rounded()))
        let grain = size.isUnicode ? (x: 2, y: 4) : (x: 1, y: 1)
        let raster = BoardRaster(width: width * grain.x, height: height * grain.y)
        var cells = (0..<height).map { row in
            (0..<width).map { column in cell(raster, column, row, grain) }
        }
        for label in labels(width: width, height: height) { put(label, in: &cells) }
        return cells.map(Self.line)
    }

    private struct Cell {
        var character: Character = " "
        var tone = BoardTone.plain
    }

    private func cell(_ raster: BoardRaster, _ column: Int, _ row: Int, _ grain: (x: Int, y: Int))
        -> Cell
    {
        var dots: UInt32 = 0
        var isEdge = false
        for y in 0..<grain.y {
            for x in 0..<grain.x {
                let (atX, atY) = (column * grain.x + x, row * grain.y + y)
                let edge = raster.isEdge(atX, atY)
                isEdge = isEdge || edge
                guard edge || isFilled(raster.owner(atX, atY), atX, atY) else { continue }
                dots |= Self.dots[y][x]
            }
        }
        let owner = raster.owner(column * grain.x + grain.x / 2, row * grain.y + grain.y / 2)
        let state = owner.flatMap { regions[$0] }
        let tone: BoardTone =
            state?.state == "producing" ? .heat(state?.ratio ?? 2) : isEdge ? .soft : .plain
        guard grain.x == 1 else {
            let braille = Unicode.Scalar(0x2800 + dots).map(Character.init) ?? " "
            return Cell(character: dots == 0 ? " " : braille, tone: tone)
        }
        return Cell(character: isEdge ? "." : dots == 0 ? " " : "#", tone: tone)
    }

    /// The patterns of the states: they say the same as the colours do.
    private func isFilled(_ region: String?, _ x: Int, _ y: Int) -> Bool {
        switch region.flatMap({ regions[$0]?.state }) {
        case "producing": (x + y) % 2 == 0
        case "pending": x % 4 == 0 && y % 4 == 0
        case "undecided": (x + y) % 4 == 0
        default: false
        }
    }

    /// The bits of a Braille cell (Unicode chart U2800), by row and column.
    private static let dots: [[UInt32]] = [
        [0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80],
    ]

    private struct Label {
        var column: Int
        var row: Int
        var text: String
        var tone: BoardTone
    }

    private func labels(width: Int, height: Int) -> [Label] {
        let window = BoardOutlines.window
        func place(_ point: BoardOutlines.Point) -> (column: Int, row: Int) {
            (
                Int((point.x - window.x) / window.width * Double(width)),
                Int((point.y - window.y) / window.height * Double(height))
            )
        }
        let veins = BoardOutlines.veins.sorted { $0.key < $1.key }.compactMap { name, point in
            self.veins.firstIndex(of: name).map { index in
                let (column, row) = place(point)
                return Label(column: column, row: row, text: name, tone: .vein(index))
            }
        }
        let isSmall = width < 64
        return veins
            + BoardOutlines.names.sorted { $0.key < $1.key }.flatMap { id, point -> [Label] in
                let (column, row) = place(point)
                let (state, ratio) = regions[id] ?? ("not-examined", nil)
                let tone: BoardTone = state == "producing" ? .rise : .strong
                let mark =
                    state == "producing"
                    ? "▲" + (ratio.map { "×\(BoardWords.times($0))" } ?? "")
                    : BoardWords.region(state).mark
                let name = BoardWords.regionName(id)
                let isOneLine = !id.hasPrefix("S") || id == "S1" || id == "S2"
                let isNamed = id.hasPrefix("S") || !isSmall
                guard isOneLine else {
                    return [
                        Label(column: column, row: row, text: name, tone: tone),
                        Label(column: column, row: row + 1, text: mark, tone: tone),
                    ]
                }
                let text = isNamed ? "\(name) \(mark)" : mark
                return [Label(column: column, row: row, text: text, tone: tone)]
            }
    }

    /// Writes a label around its place, with a blank on either side.
    private func put(_ label: Label, in cells: inout [[Cell]]) {
        let text = Array(label.text.trimmingBlanks)
        guard !text.isEmpty, cells.indices.contains(label.row) else { return }
        let width = cells[label.row].count
        let first = max(0, min(label.column - text.count / 2, width - text.count))
        for (index, character) in ([" "] + text + [" "]).enumerated() {
            let column = first - 1 + index
            guard cells[label.row].indices.contains(column) else { continue }
            cells[label.row][column] = Cell(character: character, tone: label.tone)
        }
    }

    private static func line(_ cells: [Cell]) -> BoardLine {
        var line = BoardLine()
        var (text, tone) = ("", BoardTone.plain)
        for cell in cells {
            if cell.tone != tone, cell.character != " " {
                line.add(text, tone)
                (text, tone) = ("", cell.tone)
            }
            text.append(cell.character)
        }
        line.add(text, tone)
        return line
    }
}

extension String {
    fileprivate var trimmingBlanks: Substring {
        let head = drop { $0 == " " }
        guard let last = head.lastIndex(where: { $0 != " " }) else { return "" }
        return head[...last]
    }
}
