import Protocols
import StepUp

/// A procedure as a recording holds it, made from a seed: marks as the team makes them, and one
/// message for each result, each message one moment.
///
/// Five sites, three veins and seven draws: 105 tubes with printed labels.
struct Workload {
    /// What the analyzer sends beside each tube's first result.
    struct Mixture {
        /// One tube in so many is measured again, with another value; 0 = none.
        var reruns = 0
        /// One message in so many is sent again as it was; 0 = none.
        var repeats = 0
        /// After one tube in so many comes a result of another patient; 0 = never.
        var strangers = 0

        /// Our guess of an afternoon: an eighth diluted, a tenth sent again, a fifth of others.
        static let usual = Mixture(reruns: 8, repeats: 10, strangers: 5)
        /// The first results alone.
        static let firstResults = Mixture()
    }

    /// Everything that was marked before the first result came.
    private(set) var marks: [Moment] = []
    /// The results, and what was marked between them.
    private(set) var rest: [Moment] = []
    /// How many results there are.
    private(set) var results = 0

    private var random: SplitMix
    private var clock = Duration.zero
    private var count: Int64 = 0
    private var sent: [[UInt8]] = []

    /// The recording of `seed`: with `marksFirst`, every tube is drawn before any is measured; else
    /// each injection's tubes are measured while the next one runs.
    init(_ mixture: Mixture, marksFirst: Bool, seed: UInt64) {
        random = SplitMix(state: seed)
        marks.append(moment(.began(.bench)))
        marks.append(moment(.opened(line: "analyzer", detail: "bench")))
        marks.append(mark("open", .open(.bench)))
        for injection in 1...Plan.bench.sites.count {
            let marks = self.marks(of: injection)
            if marksFirst { self.marks += marks } else { rest += marks }
            if !marksFirst { measure(injection, mixture) }
        }
        guard marksFirst else { return }
        for injection in 1...Plan.bench.sites.count { measure(injection, mixture) }
    }

    /// Second zero, and the draws.
    private mutating func marks(of injection: Int) -> [Moment] {
        var marks: [Moment] = []
        let start = clock
        for second in Plan.bench.draws {
            clock = max(clock, start + .seconds(120 + second))
            if second == 0 {
                let site = Plan.bench.sites[injection - 1].id
                marks.append(mark("zero", .injection(site: site, number: injection)))
            }
            for vein in Plan.bench.veins {
                clock += .seconds(2)
                let place = Mark.Place(injection: injection, vein: vein.id, second: second)
                marks.append(mark("draw", .draw(specimen: nil, place: place)))
            }
        }
        clock += .seconds(600)
        return marks
    }

    private mutating func measure(_ injection: Int, _ mixture: Mixture) {
        for second in Plan.bench.draws {
            for vein in Plan.bench.veins {
                let place = Mark.Place(injection: injection, vein: vein.id, second: second)
                let id = Plan.bench.label(for: place) ?? ""
                send(id, value(at: place))
                if random.hits(mixture.reruns) { send(id, value(at: place)) }
                if random.hits(mixture.strangers) { send("26\(1_000_000 + results)", "7.5") }
                if random.hits(mixture.repeats) {
                    deliver(sent[Int(random.next() % UInt64(sent.count))])
                }
            }
        }
    }

    /// A response in the second and fourth site, which the first two veins see.
    private mutating func value(at place: Mark.Place) -> String {
        let responds = place.injection.isMultiple(of: 2) && place.vein != Plan.bench.veins[2].id
        let height = responds ? max(0, 150 - abs(place.second - 60)) : 0
        let hundredths = 800 + height * 30 + Int(random.next() % 400)
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }

    /// One message of one result.
    private mutating func send(_ specimen: String, _ value: String) {
        let minute = 10 + sent.count % 50
        let second = 10 + sent.count / 50 % 50
        let records = [
            #"H|\^&|||ACCESS^575707|||||LIS||P|1|20260301104500"#, "P|1|PSEUDO",
            "O|1|\(specimen)|^1^4|^^^Insulin|R|||||||||||Serum",
            "R|1|^^^Insulin^1|\(value)|uIU/mL|2.6 to 24.9^normal|N||F|||20260301101500"
                + "|2026030110\(minute)\(second)|575707", "L|1|F",
        ]
        let framer = Framer()
        let frames = framer.texts(of: records.map { Array($0.utf8) }).enumerated().flatMap {
            framer.frame($1, number: $0 + 1)
        }
        sent.append([0x05] + frames + [0x04])
        deliver([0x05] + frames + [0x04])
    }

    private mutating func deliver(_ message: [UInt8]) {
        clock += .milliseconds(900)
        results += 1
        rest.append(moment(.bytes(line: "analyzer", message, damage: LineDamage())))
    }

    private mutating func mark(_ what: String, _ action: Mark.Action) -> Moment {
        let mark = Mark(key: "\(what)-\(count)", procedure: "P1", by: "bench", action: action)
        return moment(.mark(mark))
    }

    private mutating func moment(_ event: Moment.Event) -> Moment {
        count += 1
        let (seconds, atto) = clock.components
        let wall = 1_772_000_000_000_000_000 + seconds * 1_000_000_000 + atto / 1_000_000_000
        return Moment(
            number: count, time: clock, wall: WallTime(nanoseconds: wall), event: event)
    }
}

/// Chance that falls the same way for the same seed (SplitMix64).
struct SplitMix {
    var state: UInt64

    /// The next 64 bits.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// True once in `many`; never when that is 0.
    mutating func hits(_ many: Int) -> Bool { many > 0 && next() % UInt64(many) == 0 }
}
