/// How somebody looks at the board: which view, how far down, and what they have seen.
struct BoardLook: Equatable, Sendable {
    /// The views, in the order of their keys.
    enum View: Int, CaseIterable, Sendable {
        case room, draws, map, tubes, notices, lines

        /// What its tab says.
        var title: String {
            switch self {
            case .room: "Room"
            case .draws: "Draws"
            case .map: "Map"
            case .tubes: "Tubes"
            case .notices: "Notices"
            case .lines: "Lines"
            }
        }
    }

    /// What a key asks for.
    enum Key: Equatable, Sendable {
        case view(Int)
        case next, previous
        case up, down, pageUp, pageDown, top, end
        case help, acknowledge, redraw, back, quit
    }

    private(set) var view = View.room
    private(set) var isHelping = false
    /// The first line of the view that is shown; nil: wherever the present is.
    private(set) var offset: Int?
    /// The notices that were acknowledged at this terminal.
    private(set) var acknowledged: [String] = []

    /// Acknowledgements that are kept, as many as the board keeps notices.
    private static let limit = 200

    /// Takes a key; `height` lines are seen at once, the first of them is `first`.
    ///
    /// - Returns: false when it asks for the end.
    mutating func press(_ key: Key, first: Int, height: Int) -> Bool {
        switch key {
        case .quit: return false
        case .help: (isHelping, offset) = (!isHelping, nil)
        case .back where isHelping: (isHelping, offset) = (false, nil)
        case .view(let number):
            if let view = View(rawValue: number - 1) { turn(to: view) }
        case .next: turn(by: 1)
        case .previous: turn(by: -1)
        case .up: offset = max(0, first - 1)
        case .down: offset = first + 1
        case .pageUp: offset = max(0, first - max(1, height - 2))
        case .pageDown: offset = first + max(1, height - 2)
        case .top: offset = 0
        case .end: offset = .max / 2
        case .back, .redraw, .acknowledge: break
        }
        return true
    }

    /// Remembers that a notice was seen here: seen is not over.
    mutating func acknowledge(_ notice: String) {
        acknowledged = [notice] + acknowledged.prefix(Self.limit - 1)
    }

    private mutating func turn(by step: Int) {
        let count = View.allCases.count
        turn(to: View.allCases[(view.rawValue + step + count) % count])
    }

    private mutating func turn(to view: View) {
        (self.view, offset, isHelping) = (view, nil, false)
    }
}
