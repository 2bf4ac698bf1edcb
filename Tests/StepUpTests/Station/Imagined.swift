import Protocols

@testable import StepUp

/// A history of a room that never was, the same for the same seed: messages, slips of the pen and
/// of the cable, marks in and out of order, restarts and long nights.
struct Imagined {
    private var dice: Dice
    private var room = Rehearsal(nil)
    private var procedure = 0
    private var opened: [String] = []
    private var sent: [[UInt8]] = []

    /// The moments of a history of `length` events.
    static func moments(seed: UInt64, length: Int) -> [Moment] {
        var imagined = Imagined(dice: Dice(seed: seed))
        imagined.room.receive(.began(.rehearsal))
        imagined.room.receive(.opened(line: "A", detail: "test"))
        for _ in 0..<length { imagined.step() }
        return imagined.room.moments
    }

    private init(dice: Dice) { self.dice = dice }

    private mutating func step() {
        room.at(room.time.inSeconds + Double(dice.below(40)))
        switch dice.below(100) {
        case 0..<40: message()
        case 40..<46: room.hears(noise())
        case 46..<50:
            let line = dice.below(2) == 0 ? "A" : other()
            room.receive(.lost(line: line, reason: "unplugged"))
        case 50..<54:
            let line = dice.below(2) == 0 ? "A" : other()
            room.receive(.opened(line: line, detail: "again"))
        case 54..<56: room.receive(.began(setup()))
        case 56: room.at(room.time.inSeconds + 5 * 3600)
        case 57..<62: open()
        default: mark()
        }
    }

    private func noise() -> String {
        var dice = dice
        return dice.one(of: [
            "xyz", "<STX>1H|<ETX>00<CR><LF>", "<ENQ>", "<ENQ><STX>1H|\\^&|||", "<EOT>",
        ])
    }

    private mutating func setup() -> Setup {
        var setup = Setup.rehearsal
        if dice.below(4) == 0 { setup.dialects["rehearsal"]?.analytes["CPep"] = nil }
        return setup
    }

    private mutating func message() {
        if dice.below(6) == 0, !sent.isEmpty {
            room.receive(.bytes(line: "A", dice.one(of: sent), damage: LineDamage()))
            return
        }
        let count = 1 + dice.below(3)
        var results: [Sent] = []
        for _ in 0..<count { results.append(result()) }
        let bytes = Sent.message(results)
        sent.append(bytes)
        let cut = dice.below(8) == 0 ? dice.below(bytes.count) : bytes.count
        let line = dice.below(5) == 0 ? other() : "A"
        room.receive(.bytes(line: line, Array(bytes[..<cut]), damage: LineDamage()))
    }

    /// A caller of the listening line, or a line that is in no set-up.
    private mutating func other() -> String {
        dice.below(6) == 0 ? "Z" : "B#\(1 + dice.below(3))"
    }

    private mutating func result() -> Sent {
        let values = ["10", "10", "12.5", "25", "50", "9.99", ">300", "<2", "-----"]
        return Sent(
            specimen(), dice.one(of: values),
            test: dice.one(of: ["Insulin", "Insulin", "Insulin", "CPep", "XX"]),
            status: dice.one(of: ["F", "F", "F", "F", "R", "C", "X", "P"]),
            measured: "202601311\(dice.below(3))1500", action: dice.below(12) == 0 ? "Q" : "")
    }

    private mutating func specimen() -> String {
        if dice.below(5) == 0 { return dice.one(of: ["STRANGE", "T-01-RHV-03", "OTHER", ""]) }
        let vein = dice.one(of: ["RHV", "LHV"])
        let second = dice.one(of: ["000", "030", "060"])
        let number = dice.below(4) == 0 ? dice.below(procedure + 1) : procedure
        return "\(tag(number))-0\(1 + dice.below(3))-\(vein)-\(second)"
    }

    private func tag(_ number: Int) -> String { "T\(number % 10)" }

    private mutating func open() {
        procedure += 1
        var plan = Plan.rehearsal
        plan.tagging.labels = dice.below(5) == 0 ? nil : tag(procedure)
        if room.mark(.open(plan), in: "P\(procedure)") == .taken(again: false) {
            opened.append("P\(procedure)")
        }
    }

    private mutating func mark() {
        let id = dice.below(4) == 0 || opened.isEmpty ? "P\(procedure)" : opened[opened.count - 1]
        let key = dice.below(10) == 0 ? "k1" : nil
        room.mark(action(), in: id, key: key)
    }

    private mutating func place() -> Mark.Place {
        Mark.Place(
            injection: 1 + dice.below(3), vein: dice.one(of: ["RHV", "LHV"]),
            second: dice.one(of: [0, 30, 60]))
    }

    private mutating func action() -> Mark.Action {
        switch dice.below(38) {
        case 0..<4: .injection(site: dice.one(of: ["RHA", "GDA", "QQQ"]), number: nil)
        case 4..<10: .draw(specimen: nil, place: place())
        case 10..<13: .draw(specimen: specimen(), place: dice.below(2) == 0 ? place() : nil)
        case 13..<15: .void(specimen: specimen(), reason: "clotted")
        case 15..<18: .assign(specimen: specimen(), place: place(), reason: "mistyped")
        case 18..<20:
            .correctDraw(
                specimen: specimen(), second: Double(dice.below(70)) - 5, reason: "stopwatch")
        case 20..<22:
            .correctInjection(
                number: 1 + dice.below(2), shift: Double(dice.below(9)) - 4, reason: "stopwatch")
        case 22: .note("note")
        case 23..<26:
            .map(
                line: dice.one(of: ["A", "A", "B", "Z"]), test: dice.one(of: ["XX", "XX", "CPep"]),
                analyte: dice.one(of: ["insulin", "insulin", "gastrin", nil]))
        case 26: .close
        case 27, 28: .withdrawInjection(number: 1 + dice.below(3), reason: "by mistake")
        case 29, 30: .withdrawDraw(place(), reason: "by mistake")
        case 31: .acknowledge(notice: Int64(dice.below(400)))
        default: .change(change(), reason: nil)
        }
    }

    private mutating func rule() -> Criterion {
        var rule = Criterion.moreThanTwice
        (rule.id, rule.ratio) = ("ge\(dice.below(3))", .init(digits: 3, scale: 0))
        if dice.below(2) == 0 { (rule.ratio, rule.decides) = (nil, .highest) }
        return rule
    }

    private mutating func change() -> Plan.Change {
        let second = dice.one(of: [-60, 0, 30, 45, 60, 90])
        let vein = dice.one(of: ["RHV", "LHV", "MHV", "IRHV"])
        let site = dice.one(of: ["RHA", "GDA", "LHA", "SPA"])
        return switch dice.below(12) {
        case 0: .addSite(site, name: nil)
        case 1: .dropSite(site)
        case 2: .addVein(vein, name: nil)
        case 3: .dropVein(vein)
        case 4: .addDraw(second)
        case 5: .dropDraw(second)
        case 6: .moveDraw(second, to: dice.one(of: [20, 40, 70, 120]))
        case 7: .addInjection(site: site)
        case 8: .dropInjection(1 + dice.below(5))
        case 9: .setWait(dice.below(400))
        case 10: .setDose("\(dice.below(4)) mEq")
        default: .addCriterion(rule())
        }
    }
}

/// A die that falls the same way for the same seed (SplitMix64).
struct Dice {
    private var state: UInt64

    /// The dice of `seed`.
    ///
    /// Its factor is not the step of ``below(_:)``: else the next seed would throw the same
    /// numbers, one throw later.
    init(seed: UInt64) { state = seed &* 0xD1B5_4A32_D192_ED03 }

    /// A number from 0 to `limit` − 1.
    mutating func below(_ limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
    }

    /// One of `choices`.
    mutating func one<Choice>(of choices: [Choice]) -> Choice { choices[below(choices.count)] }
}
