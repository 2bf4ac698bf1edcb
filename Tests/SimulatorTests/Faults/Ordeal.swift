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
    var defects: [String: Int] { station.lines.first?.defects ?? [:] }
    /// Every byte that came out of the cable at the station's end.
    var arrived: [UInt8] = []
    /// How often something went wrong.
    var faults = 0
    /// What the simulation showed.
    var said: Set<String> = []
    /// What happened on the line, a line each, in line notation.
    var story: [String] = []
    /// False when the analyzer was still at it after a week.
    var isOver = true
    /// True when the line was at rest in the end.
    var isLineAtRest: Bool { station.deadline.map { $0 > time + .seconds(120) } ?? true }

    private var station = Station()
    private var simulation: Simulation
    private var chance: Chance
    private let cut: Cut
    private let isNoted: Bool
    private var number: Int64 = 0
    private var time = Duration.zero
    private var queue: [Simulation.Outcome] = []

    private static let limit = Duration.seconds(7 * 86_400)

    /// Plays `simulation` by `dialect`; `seed` decides where bytes are cut, and the story is
    /// written down if it is to be `noted`.
    init(
        _ simulation: Simulation, dialect: Dialect, cut: Cut, seed: UInt64,
        noted isNoted: Bool = false
    ) {
        self.simulation = simulation
        self.isNoted = isNoted
        self.cut = cut
        chance = Chance(seed: seed, purpose: "cuts")
        receive(
            .began(
                Setup(
                    version: "0", site: "Test", simulated: true,
                    lines: ["A": .init(dialect: dialect.name)], dialects: [dialect.name: dialect],
                    anatomy: Imagined.anatomy)))
        receive(.opened(line: "A", detail: "test"))
        while let next = self.simulation.next, isOver {
            expire(before: next)
            time = next
            queue += self.simulation.advance(to: next)
            drain()
            isOver = time < Self.limit
        }
        expire(before: time + .seconds(120))
    }

    private mutating func expire(before end: Duration) {
        while let due = station.deadline, due < end {
            time = max(time, due)
            receive(.due)
            drain()
        }
    }

    /// Lets everything happen that happens at this instant, in order.
    private mutating func drain() {
        while !queue.isEmpty {
            switch queue.removeFirst() {
            case .send(let bytes): deliver(bytes)
            case .unplug: receive(.lost(line: "A", reason: "unplugged"))
            case .plug:
                note("!", "plugged in again")
                receive(.opened(line: "A", detail: "plugged in"))
            case .mark(let mark): receive(.mark(mark))
            case .say(let words): count(words)
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
        let milliseconds = String(Int64(time / .milliseconds(1)))
        story.append(
            "\(String(repeating: " ", count: max(0, 9 - milliseconds.count)))"
                + "\(milliseconds) \(mark) \(words)")
    }

    /// Reads a piece; the rest of the bytes stands before whatever is written meanwhile.
    private mutating func deliver(_ bytes: [UInt8]) {
        var bytes = bytes
        if cut == .joined { while case .send(let more)? = queue.first { bytes += join(more) } }
        let size =
            switch cut {
            case .whole, .joined: bytes.count
            case .pieces(let size): size
            case .random: 1 + chance.below(12)
            }
        let piece = Array(bytes.prefix(size))
        if piece.count < bytes.count { queue.insert(.send(Array(bytes[size...])), at: 0) }
        arrived += piece
        note("→", LineNotation.text(of: piece))
        receive(.bytes(line: "A", piece, damage: LineDamage()))
    }

    private mutating func join(_ bytes: [UInt8]) -> [UInt8] {
        queue.removeFirst()
        return bytes
    }

    private mutating func receive(_ event: Moment.Event) {
        number += 1
        let moment = Moment(number: number, time: time, wall: Simulation.epoch, event: event)
        let before = defects
        let effects = station.receive(moment)
        for (name, count) in defects.sorted(by: { $0.key < $1.key })
        where count > before[name, default: 0] { note("?", name) }
        for effect in effects {
            switch effect {
            case .send(_, let bytes):
                note("←", LineNotation.text(of: bytes))
                queue += simulation.receive(bytes, at: time)
            case .announce(let news): take(news.body)
            case .answer: break
            }
        }
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
