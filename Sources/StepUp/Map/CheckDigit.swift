/// The check digit of a SNOMED CT identifier: Verhoeff's, which finds every single wrong digit and
/// every swap of two neighbours.
enum CheckDigit {
    /// True for 6 to 18 digits of which the last is right.
    static func isRight(in code: String) -> Bool {
        let digits = code.utf8.map { Int($0) - Int(UInt8(ascii: "0")) }
        guard (6...18).contains(digits.count), digits.allSatisfy((0...9).contains) else {
            return false
        }
        var sum = 0
        for (place, digit) in digits.reversed().enumerated() {
            var turned = digit
            for _ in 0..<place % 8 { turned = turn[turned] }
            sum = product(sum, turned)
        }
        return sum == 0
    }

    /// The permutation that each place applies once more than the one on its right.
    private static let turn = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]

    /// The product of two symmetries of a pentagon: 0 to 4 turn it, 5 to 9 turn it over.
    private static func product(_ one: Int, _ other: Int) -> Int {
        switch (one < 5, other < 5) {
        case (true, true): (one + other) % 5
        case (true, false): 5 + (one + other) % 5
        case (false, true): 5 + (one - other + 5) % 5
        case (false, false): (one - other + 5) % 5
        }
    }
}
