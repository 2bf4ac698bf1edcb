/// Times as analyzers print them, in ISO 8601: `20250701181127` is `2025-07-01T18:11:27`.
enum LocalTime {
    /// The time that `digits` spell, in ISO 8601; nil when they spell none.
    static func iso8601(_ digits: Span<UInt8>) -> String? { iso8601(packed(digits)) }

    /// The time that `digits` spell (LIS02-A2 5.6.2: `YYYYMMDD[HHMM[SS]]`); 0 when they are none.
    ///
    /// A zone behind it (`±HHMM`) is left out, since the result is local time, and so is the
    /// fraction of a second that HL7 allows; a date alone stays a date. The day must exist.
    ///
    /// - Returns: a 1 and then each digit, four bits for each: a result needs no text until one
    ///   is asked for.
    static func packed(_ digits: Span<UInt8>) -> UInt64 {
        var (count, packed) = (0, UInt64(1))
        while count < digits.count, count < 14, digits[count] &- 0x30 < 10 {
            packed = packed << 4 | UInt64(digits[count] &- 0x30)
            count &+= 1
        }
        guard count == 8 || count == 12 || count == 14,
            isZone(digits, from: count == 14 ? endOfFraction(digits) : count),
            isDate(digits), count == 8 || isTime(digits, seconds: count == 14)
        else { return 0 }
        return packed
    }

    /// The packed form of a time in ISO 8601; 0 for anything else.
    static func packed(iso8601 text: String) -> UInt64 {
        let packed = packed(digits(of: text).span)
        return iso8601(packed) == text ? packed : 0
    }

    /// What ``packed(_:)`` gave, in ISO 8601; nil for 0.
    static func iso8601(_ packed: UInt64) -> String? {
        guard packed != 0 else { return nil }
        let count = (63 - packed.leadingZeroBitCount) / 4
        var text = InlineArray<19, UInt8>(repeating: UInt8(ascii: "-"))
        var next = 0
        for place in 0..<19 where place != 4 && place != 7 {
            guard next < count else { break }
            if place == 10 || place == 13 || place == 16 {
                text[place] = UInt8(ascii: place == 10 ? "T" : ":")
            } else {
                next += 1
                text[place] = 0x30 + UInt8(packed >> UInt64((count - next) * 4) & 0xF)
            }
        }
        return FieldText.ascii(text.span.extracting(..<(count == 8 ? 10 : count == 12 ? 16 : 19)))
    }

    /// The digits that ``iso8601(_:)`` was made from.
    static func digits(of iso8601: String) -> [UInt8] {
        iso8601.utf8.filter { (0x30...0x39).contains($0) }
    }

    /// Where a fraction of four digits at most behind the seconds ends.
    private static func endOfFraction(_ digits: Span<UInt8>) -> Int {
        guard digits.count > 15, digits[14] == UInt8(ascii: ".") else { return 14 }
        var end = 15
        while end < digits.count, end < 19, digits[end] &- 0x30 < 10 { end += 1 }
        return end > 15 ? end : 14
    }

    private static func isZone(_ digits: Span<UInt8>, from start: Int) -> Bool {
        guard start < digits.count else { return true }
        guard digits.count == start + 5,
            digits[start] == UInt8(ascii: "+") || digits[start] == UInt8(ascii: "-")
        else { return false }
        return (start + 1..<digits.count).allSatisfy { (0x30...0x39).contains(digits[$0]) }
    }

    private static func isDate(_ digits: Span<UInt8>) -> Bool {
        let (year, month, day) = (
            pair(digits, 0) * 100 + pair(digits, 2), pair(digits, 4), pair(digits, 6)
        )
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let last =
            switch month {
            case 2: isLeap ? 29 : 28
            case 4, 6, 9, 11: 30
            default: 31
            }
        return (1...12).contains(month) && (1...last).contains(day)
    }

    private static func isTime(_ digits: Span<UInt8>, seconds: Bool) -> Bool {
        pair(digits, 8) < 24 && pair(digits, 10) < 60 && (!seconds || pair(digits, 12) < 60)
    }

    private static func pair(_ digits: Span<UInt8>, _ index: Int) -> Int {
        Int(digits[index] &- 0x30) &* 10 &+ Int(digits[index &+ 1] &- 0x30)
    }
}
