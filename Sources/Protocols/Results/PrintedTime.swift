/// A date as people write it, perhaps with the time of day: `10/25/24 18:35`,
/// `2022-01-13T12:25:40`.
struct PrintedTime {
    /// The time as ``LocalTime/packed(_:)`` gives it; 0 when the text is no time in the order.
    let packed: UInt64

    /// Reads `text`, whose date has its parts in `order`.
    ///
    /// Two digits of a year are of this century; four in front are the year in any order.
    /// Fractions of a second and a zone are left out, since the result is local time.
    init(_ text: [UInt8], in order: Dialect.Labels.DateOrder) {
        packed = Self.digits(of: text, in: order).map { LocalTime.packed($0.span) } ?? 0
    }

    private static func digits(
        of text: [UInt8], in order: Dialect.Labels.DateOrder
    ) -> [UInt8]? {
        let halves = text.split(maxSplits: 1) { $0 == 0x20 || $0 == UInt8(ascii: "T") }
        guard let date = halves.first.flatMap({ dateDigits($0, order) }) else { return nil }
        guard halves.count == 2 else { return date }
        let zones = Array("+-Z.,".utf8)
        let clock = halves[1].prefix { !zones.contains($0) }
        let parts = clock.split(
            separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), parts.dropFirst().allSatisfy({ $0.count == 2 }),
            (1...2).contains(parts[0].count)
        else { return nil }
        return date + padded(parts[0]) + parts.dropFirst().joined()
    }

    private static func dateDigits(
        _ text: ArraySlice<UInt8>, _ order: Dialect.Labels.DateOrder
    ) -> [UInt8]? {
        let parts = text.split(omittingEmptySubsequences: false) {
            $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
        }
        if parts.count == 1, text.count == 8 { return Array(text) }
        guard parts.count == 3 else { return nil }
        let (year, month, day) =
            switch order {
            case _ where parts[0].count == 4: (parts[0], parts[1], parts[2])
            case .dayFirst: (parts[2], parts[1], parts[0])
            case .monthFirst: (parts[2], parts[0], parts[1])
            case .yearFirst: (parts[0], parts[1], parts[2])
            }
        guard year.count == 2 || year.count == 4, (1...2).contains(month.count),
            (1...2).contains(day.count)
        else { return nil }
        let century = year.count == 2 ? Array("20".utf8) : []
        return century + year + padded(month) + padded(day)
    }

    private static func padded(_ digits: ArraySlice<UInt8>) -> [UInt8] {
        digits.count == 1 ? [UInt8(ascii: "0")] + digits : Array(digits)
    }
}

extension PrintedTime {
    /// The date of a time in ISO 8601 as it is printed in `order`: `13/01/2022`.
    static func date(_ iso8601: String, in order: Dialect.Labels.DateOrder) -> String {
        let parts = iso8601.prefix(10).split(separator: "-").map(String.init)
        guard parts.count == 3 else { return "" }
        return switch order {
        case .dayFirst: [parts[2], parts[1], parts[0]].joined(separator: "/")
        case .monthFirst: [parts[1], parts[2], parts[0]].joined(separator: "/")
        case .yearFirst: parts.joined(separator: "-")
        }
    }

    /// The hour and minute of a time in ISO 8601: `12:25`.
    static func clock(_ iso8601: String) -> String { String(iso8601.dropFirst(11).prefix(5)) }
}
