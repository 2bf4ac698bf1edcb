import Foundation

/// RFC 3339 times of the stream as seconds since 1970, for the difference of two of them.
enum StreamTime {
    /// The seconds of `text`; nil when it is no time.
    static func seconds(_ text: String?) -> Double? {
        guard let text else { return nil }
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        return try? style.parse(text).timeIntervalSince1970
    }

    /// `14:05:09`, UTC.
    static func clock(_ seconds: Double) -> String {
        let whole = Int(max(0, min(seconds, 1e12)).rounded(.down)) % 86_400
        return [whole / 3600, whole / 60 % 60, whole % 60].map(twoDigits).joined(separator: ":")
    }

    /// `47 s`, `12 min`, `3 h`: how long ago.
    static func age(_ seconds: Double) -> String {
        let whole = Int(max(0, min(seconds, 1e9)))
        if whole < 120 { return "\(whole) s" }
        return whole < 7200 ? "\(whole / 60) min" : "\(whole / 3600) h"
    }

    /// `4:07`, minutes and seconds.
    static func minutes(_ seconds: Double) -> String {
        let whole = Int(max(0, min(seconds, 1e6)))
        return "\(whole / 60):\(twoDigits(whole % 60))"
    }

    private static func twoDigits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}
