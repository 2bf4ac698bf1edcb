/// The papers that labels are printed on, as `config/labels.yaml` has them; lengths in millimetres.
public struct LabelPapers: Sendable, Equatable, Codable {
    /// A sheet of labels for an office printer.
    public struct Sheet: Sendable, Equatable, Codable {
        /// Its name in requests.
        public var id: String
        /// Its name for people.
        public var title: String
        /// Width and height of the page.
        public var page: [Double]
        /// Columns and rows.
        public var grid: [Int]
        /// Width and height of a label.
        public var label: [Double]
        /// Where the first label begins, from the left and from the top.
        public var first: [Double]
        /// From one label to the next, across and down.
        public var pitch: [Double]
    }

    /// A tape of labels for a printer that speaks ZPL.
    public struct Tape: Sendable, Equatable, Codable {
        /// Its name in requests.
        public var id: String
        /// Its name for people.
        public var title: String
        /// Width and height of a label.
        public var label: [Double]
        /// The printer's dots in a millimetre.
        public var dots: Int
    }

    /// The sheets, the default first.
    public var sheets: [Sheet]
    /// The tapes, the default first.
    public var tapes: [Tape]

    /// No paper at all.
    public init() { (sheets, tapes) = ([], []) }

    /// What makes these no papers, each with its place in the file; empty when all is in order.
    public var problems: [(place: [String], words: String)] {
        var problems: [([String], String)] = []
        for (index, sheet) in sheets.enumerated() {
            if let problem = sheet.problem { problems.append((["sheets", "\(index)"], problem)) }
        }
        for (index, tape) in tapes.enumerated() where !tape.isSensible {
            problems.append(
                (["tapes", "\(index)"], "a tape has a label of two lengths, and 4 to 48 dots"))
        }
        let ids = sheets.map(\.id) + tapes.map(\.id)
        problems += ids.doubled.map { ([], "two papers are called \($0)") }
        return problems
    }
}

extension LabelPapers.Sheet {
    /// Why labels cannot be printed on it; nil when they can.
    fileprivate var problem: String? {
        let lengths = [page, label, pitch, first]
        guard lengths.allSatisfy({ $0.count == 2 }), grid.count == 2 else {
            return "page, grid, label, first and pitch have two numbers each"
        }
        let isSensible =
            grid.allSatisfy { (1...40).contains($0) }
            && (label + pitch).allSatisfy { (5...400).contains($0) }
        return isSensible && fits(0) && fits(1) ? nil : "the labels of \(id) do not fit on its page"
    }

    /// True when the last label of a row, or of a column, ends on the page.
    private func fits(_ axis: Int) -> Bool {
        let steps = Double(grid[axis] - 1) * pitch[axis]
        return first[axis] >= 0 && first[axis] + steps + label[axis] <= page[axis] + 0.01
    }
}

extension LabelPapers.Tape {
    /// True when labels can be printed on it.
    fileprivate var isSensible: Bool {
        label.count == 2 && label.allSatisfy { (5...200).contains($0) } && (4...48).contains(dots)
    }
}
