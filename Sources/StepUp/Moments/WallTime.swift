/// Wall-clock time in nanoseconds since 1970-01-01T00:00:00Z; for people, never for arithmetic.
public struct WallTime: Sendable, Hashable, Comparable {
    /// Nanoseconds since the Unix epoch, UTC without leap seconds.
    public var nanoseconds: Int64

    /// The time `nanoseconds` after the Unix epoch.
    public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

    public static func < (left: WallTime, right: WallTime) -> Bool {
        left.nanoseconds < right.nanoseconds
    }
}

extension WallTime: CustomStringConvertible {
    /// Milliseconds since the Unix epoch, rounded down: what is shown.
    var milliseconds: Int64 { nanoseconds.flooringDivided(by: 1_000_000) }

    /// RFC 3339 in UTC with milliseconds: `2026-01-31T12:00:00.250Z`.
    public var description: String {
        let (day, rest) = milliseconds.flooringQuotientAndRemainder(by: 86_400_000)
        let (year, month, date) = Self.civil(day: day)
        var text: [UInt8] = []
        text.reserveCapacity(24)
        Self.write(year, 4, then: "-", to: &text)
        Self.write(month, 2, then: "-", to: &text)
        Self.write(date, 2, then: "T", to: &text)
        Self.write(rest / 3_600_000, 2, then: ":", to: &text)
        Self.write(rest / 60_000 % 60, 2, then: ":", to: &text)
        Self.write(rest / 1000 % 60, 2, then: ".", to: &text)
        Self.write(rest % 1000, 3, then: "Z", to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// The Gregorian date of a day counted from 1970-01-01, by whole 400-year cycles from March.
    private static func civil(day: Int64) -> (year: Int64, month: Int64, date: Int64) {
        let (era, dayOfEra) = (day + 719_468).flooringQuotientAndRemainder(by: 146_097)
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    /// Writes `number` with `width` digits: no array of strings, since every announcement does it.
    private static func write(
        _ number: Int64, _ width: Int, then mark: Unicode.Scalar, to text: inout [UInt8]
    ) {
        var unit: Int64 = 1
        for _ in 1..<width { unit *= 10 }
        while unit > 0 {
            text.append(UInt8(ascii: "0") + UInt8(number / unit % 10))
            unit /= 10
        }
        text.append(UInt8(ascii: mark))
    }
}

extension WallTime: Codable {
    /// Reads nanoseconds since the Unix epoch.
    public init(from decoder: any Decoder) throws {
        nanoseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    /// Writes nanoseconds since the Unix epoch: what is stored must come back exactly.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(nanoseconds)
    }
}

extension Int64 {
    fileprivate func flooringDivided(by divisor: Int64) -> Int64 {
        flooringQuotientAndRemainder(by: divisor).quotient
    }

    fileprivate func flooringQuotientAndRemainder(
        by divisor: Int64
    ) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
