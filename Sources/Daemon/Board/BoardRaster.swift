/// Which region each dot of a picture belongs to.
struct BoardRaster {
    private let width: Int
    private let height: Int
    private var owners: [UInt8]

    /// The regions on a raster of `width` by `height` dots.
    init(width: Int, height: Int) {
        (self.width, self.height) = (width, height)
        owners = Array(repeating: 0, count: width * height)
        for (index, region) in BoardOutlines.regions.enumerated() {
            fill(region.outline, with: UInt8(index + 1))
        }
    }

    /// The region of a dot; nil outside of all.
    func owner(_ x: Int, _ y: Int) -> String? {
        let index = at(x, y)
        return index == 0 ? nil : BoardOutlines.regions[Int(index) - 1].id
    }

    /// True where one region ends and another begins, or nothing.
    func isEdge(_ x: Int, _ y: Int) -> Bool {
        let here = at(x, y)
        return here != at(x + 1, y) || here != at(x, y + 1)
    }

    private func at(_ x: Int, _ y: Int) -> UInt8 {
        x >= 0 && x < width && y >= 0 && y < height ? owners[y * width + x] : 0
    }

    /// Fills an outline line by line, between the places where it is crossed.
    private mutating func fill(_ outline: [BoardOutlines.Point], with index: UInt8) {
        let window = BoardOutlines.window
        for row in 0..<height {
            let y = window.y + (Double(row) + 0.5) / Double(height) * window.height
            let columns = Self.crossings(of: outline, at: y).map { x in
                (x - window.x) / window.width * Double(width) - 0.5
            }
            for pair in stride(from: 0, to: columns.count - 1, by: 2) {
                let first = max(0, Int(columns[pair].rounded(.up)))
                let last = min(width - 1, Int(columns[pair + 1].rounded(.down)))
                for column in stride(from: first, through: last, by: 1) {
                    owners[row * width + column] = index
                }
            }
        }
    }

    private static func crossings(of outline: [BoardOutlines.Point], at y: Double) -> [Double] {
        var found: [Double] = []
        var before = outline[outline.count - 1]
        for point in outline {
            if (before.y <= y) != (point.y <= y) {
                let share = (y - before.y) / (point.y - before.y)
                found.append(before.x + share * (point.x - before.x))
            }
            before = point
        }
        return found.sorted()
    }
}
