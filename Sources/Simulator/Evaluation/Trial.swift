import Protocols
import StepUp

/// One procedure from the first mark to the last result: what was said last.
struct Trial {
    /// The last word of each rule on each injection and vein.
    private(set) var verdicts: [Lane: VerdictNews] = [:]
    /// The hints that stand in the end, by their names.
    private(set) var hints: [String: Hint.Kind] = [:]
    /// The last map.
    private(set) var map: MapNews?
    /// How many results were told.
    private(set) var results = 0
    /// False when the analyzer was still at it after a week.
    private(set) var isOver = true

    /// What a verdict is about.
    struct Lane: Hashable {
        let criterion: String
        let injection: Int
        let vein: String

        /// What `verdict` is about.
        init(_ verdict: VerdictNews) {
            criterion = verdict.criterion
            (injection, vein) = (verdict.injection, verdict.vein)
        }

        /// A rule on one injection and vein.
        init(criterion: String, injection: Int, vein: String) {
            (self.criterion, self.injection, self.vein) = (criterion, injection, vein)
        }
    }

    /// Plays `simulation`, whose analyzer speaks `dialect`, to its end.
    init(_ simulation: Simulation, dialect: Dialect, of repertoire: Repertoire) {
        var room = VirtualRoom(
            simulation, dialect: dialect, anatomy: repertoire.anatomy, assays: repertoire.assays,
            hints: repertoire.hints)
        while let event = room.next() {
            guard case .moment(_, let effects) = event else { continue }
            for case .announce(let news) in effects { take(news.body) }
        }
        isOver = room.isOver
    }

    private mutating func take(_ news: Announcement.Body) {
        switch news {
        case .verdict(let verdict): verdicts[Lane(verdict.value)] = verdict.value
        case .hint(let news): hints[news.hint.id] = news.standing ? news.hint.kind : nil
        case .map(let map): self.map = map.value
        case .result: results += 1
        default: break
        }
    }
}
