import Protocols
import StepUp

@testable import Simulator

/// A simulated analyzer at one end of a bad cable and a station at the other, played to the end.
struct Ordeal {
    /// How the bytes of one instant are cut into reads.
    enum Cut: Hashable, CaseIterable {
        /// As they were written.
        case whole
        /// In pieces of this size.
        case pieces(Int)
        /// In pieces of any size.
        case random
        /// With all that is written at the same instant.
        case joined

        static let allCases =
            [.whole] + [1, 2, 3, 7, 16, 64, 240, 1024].map(Self.pieces) + [.random, .joined]
    }

    /// Every result that was told, in order.
    var told: [ResultNews] = []
    /// The specimens whose orders the analyzer took, as was told.
    var ordered: Set<String> = []
    /// What the station refused or ignored, by its name.
    var defects: [String: Int] { room.station.lines.first?.defects ?? [:] }
    /// Every byte that came out of the cable at the station's end.
    var arrived: [UInt8] = []
    /// How often something went wrong.
    var faults = 0
    /// What the simulation showed.
    var said: Set<String> = []
    /// What happened on the line, a line each, in line notation.
    var story: [String] = []
    /// False when the analyzer was still at it after a week.
    var isOver: Bool { room.isOver }
    /// True when the line was at rest in the end.
    var isLineAtRest: Bool {
        room.station.deadline.map { $0 > room.time + .seconds(120) } ?? true
    }

    private var room: VirtualRoom
    private let isNoted: Bool
    private var known: [String: Int] = [:]

    /// Plays `simulation` by `dialect`; `seed` decides where bytes are cut, and the story is
    /// written down if it is to be `noted`.
    init(
        _ simulation: Simulation, dialect: Dialect, cut: Cut, seed: UInt64,
        noted isNoted: Bool = false
    ) {
        self.isNoted = isNoted
        room = VirtualRoom(simulation, dialect: dialect, anatomy: Imagined.anatomy)
        var chance = Chance(seed: seed, purpose: "cuts")
        room.joinsWrites = cut == .joined
        switch cut {
        case .whole, .joined: break
        case .pieces(let size): room.readSize = { _ in size }
        case .random: room.readSize = { _ in 1 + chance.below(12) }
        }
        while let event = room.next() {
            switch event {
            case .moment(let moment, let effects): take(moment, effects)
            case .said(let words): count(words)
            }
        }
    }

    private mutating func take(_ event: Moment.Event, _ effects: [Station.Effect]) {
        switch event {
        case .bytes(_, let piece, _):
            arrived += piece
            note("→", LineNotation.text(of: piece))
        case .opened: note("!", "plugged in again")
        default: break
        }
        for (name, count) in defects.sorted(by: { $0.key < $1.key })
        where count > known[name, default: 0] { note("?", name) }
        known = defects
        for effect in effects {
            switch effect {
            case .send(_, let bytes): note("←", LineNotation.text(of: bytes))
            case .announce(let news): take(news.body)
            case .answer: break
            }
        }
    }

    private mutating func count(_ words: String) {
        guard let fault = Fault.allCases.first(where: { words == $0.words }) else {
            said.insert(words)
            return
        }
        faults += 1
        note("!", fault.rawValue)
    }

    private mutating func note(_ mark: String, _ words: String) {
        guard isNoted else { return }
        let milliseconds = String(Int64(room.time / .milliseconds(1)))
        story.append(
            "\(String(repeating: " ", count: max(0, 9 - milliseconds.count)))"
                + "\(milliseconds) \(mark) \(words)")
    }

    private mutating func take(_ body: Announcement.Body) {
        switch body {
        case .result(let news): take(news)
        case .notice(let news) where news.code == "ordered":
            if let specimen = news.specimen { ordered.insert(specimen) }
        default: break
        }
    }

    private mutating func take(_ news: ResultNews) {
        told.append(news)
        let result = news.result.value
        guard result.role == .result else { return }
        let ends = result.isComplete ? "" : ", of a message that was cut short"
        note(news.isRepeat ? "…" : "=", Value(result).description + ends)
    }
}
