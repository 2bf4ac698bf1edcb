import Testing

@testable import Protocols

/// What a result keeps from the one before it must be what it says itself.
struct ReadingPassTests {
    private struct Dice {
        var state: UInt64
        mutating func pick(_ some: [String]) -> String {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return some[Int(state >> 33) % some.count]
        }
    }

    private let head = [#"H|\^&"#, "P|1"]

    private func order(_ dice: inout Dice) -> String {
        "O|1|" + dice.pick(["TAG-1", "TAG-2", "A-SPECIMEN-OF-A-LONG-NAME"])
    }

    private func result(_ dice: inout Dice) -> String {
        let fields = [
            "R", "1", dice.pick(["^^^Insulin^1", "^^^Gastrin^1", "^^^Insulin^2"]),
            dice.pick(["1.5", "<2", "Positive", "----", ""]),
            dice.pick(["uIU/mL", "pg/mL", "&S&"]),
            "", dice.pick(["N", "H", #"L\A"#, "", ">"]), "",
            dice.pick(["F", "P", "X", "R", #"F\R"#]),
            "", "", "20260301101500", dice.pick(["20260301103100", "20260301103200", "soon"]),
            dice.pick(["575707", "575708"]),
        ]
        let count = dice.pick(["14", "14", "14", "13", "9"])
        return fields.prefix(Int(count) ?? 14).joined(separator: "|")
    }

    private func read(_ records: [String]) -> [AssayResult] {
        let text = Array(records.map { $0 + "\r" }.joined().utf8)
        let results = MessageReader(Dialect(name: "plain", title: "By the standards"))
            .read(Message(text: text)).results
        return results.map { result in
            var result = result
            result.bytes = 0..<0
            return result
        }
    }

    @Test(arguments: 1...200)
    func aResultReadsTheSameAloneAndAmongOthers(seed: UInt64) {
        var dice = Dice(state: seed)
        var (together, alone) = (head, [AssayResult]())
        for _ in 0..<6 {
            let order = order(&dice)
            together.append(order)
            for _ in 0..<4 {
                let result = result(&dice)
                together.append(result)
                alone += read(head + [order, result])
            }
        }
        #expect(read(together) == alone)
    }
}
