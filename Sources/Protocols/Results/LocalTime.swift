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
        var (count, packed) = (14, fourteen(digits))
        if packed == 0 {
            (count, packed) = (0, 1)
            while count < digits.count, count < 14, digits[count] &- 0x30 < 10 {
                packed = packed << 4 | UInt64(digits[count] &- 0x30)
                count &+= 1
            }
        }
        guard count == 8 || count == 12 || count == 14,
            isZone(digits, from: count == 14 ? endOfFraction(digits) : count),
            isDate(packed >> UInt64((count &- 8) &* 4)),
            count == 8 || isTime(packed, hasSeconds: count == 14)
        else { return 0 }
        return packed
    }

    /// The packed form of fourteen digits and no more, eight at once; 0 for anything else.
    @inline(__always)
    private static func fourteen(_ digits: Span<UInt8>) -> UInt64 {
        guard digits.count == 14 else { return 0 }
        let zeros = EightBytes.ones &* 0x30
        let (head, tail) = (
            EightBytes.of(digits, at: 0) ^ zeros, EightBytes.of(digits, at: 6) ^ zeros
        )
        // More than 9 reaches the highest bit of its byte with 0x76.
        let over = (head &+ EightBytes.ones &* 0x76) | (tail &+ EightBytes.ones &* 0x76)
        guard (over | head | tail) & EightBytes.highs == 0 else { return 0 }
        return 1 << 56 | nibbles(of: head) << 24 | nibbles(of: tail) & 0xFF_FFFF
    }

    /// The low halves of eight bytes side by side, the first one highest.
    @inline(__always)
    private static func nibbles(of block: UInt64) -> UInt64 {
        var packed = block.byteSwapped
        packed = (packed | packed >> 4) & 0x00FF_00FF_00FF_00FF
        packed = (packed | packed >> 8) & 0x0000_FFFF_0000_FFFF
        return (packed | packed >> 16) & 0xFFFF_FFFF
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

    /// True when the last eight digits are a day that exists.
    @inline(__always)
    private static func isDate(_ packed: UInt64) -> Bool {
        let (year, month, day) = (
            pair(packed, 24) * 100 + pair(packed, 16), pair(packed, 8), pair(packed, 0)
        )
        guard day > 28 else { return day > 0 && month > 0 && month <= 12 }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let last =
            switch month {
            case 2: isLeap ? 29 : 28
            case 4, 6, 9, 11: 30
            default: 31
            }
        return month > 0 && month <= 12 && day <= last
    }

    @inline(__always)
    private static func isTime(_ packed: UInt64, hasSeconds: Bool) -> Bool {
        let clock = hasSeconds ? packed : packed << 8
        return pair(clock, 16) < 24 && pair(clock, 8) < 60 && pair(clock, 0) < 60
    }

    /// The number that two digits make, the second of them at `bit`.
    @inline(__always)
    private static func pair(_ packed: UInt64, _ bit: UInt64) -> UInt64 {
        (packed >> (bit &+ 4) & 0xF) &* 10 &+ (packed >> bit & 0xF)
    }
}
