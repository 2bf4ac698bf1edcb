import Foundation

/// An announcement as a reader of the stream understands it: every key that the board shows.
struct StreamNews: Decodable, Sendable {
    var id: Int64?
    var at: String?
    var type: String
    var procedure: String?
    var simulated: Bool?
    // hello, line
    var site: String?
    var line: String?
    var heard: String?
    // procedure
    var plan: Plan?
    var injections: [Injection]?
    // prompt
    var injection: Int?
    var draws: [Draw]?
    // specimen, result
    var specimen: String?
    var state: String?
    var place: Place?
    var reason: String?
    var suggestion: String?
    // verdict
    var vein: String?
    var final: Bool?
    var criterion: String?
    var ratio: Ratio?
    var near: Bool?
    // map
    var regions: [Region]?
    var reading: Reading?
    var tree: Tree?
    // hint
    var hint: String?
    var standing: Bool?
    // notice
    var priority: String?
    var text: String?

    struct Plan: Decodable, Sendable {
        var title: String
        var pseudonym: String
        var veins: [Vein]
        var draws: [Int]
        var criterion: Criterion
        struct Criterion: Decodable, Sendable { var id: String }
        struct Vein: Decodable, Sendable { var id: String }
    }

    struct Injection: Decodable, Sendable {
        var number: Int
        var site: String
        var zero: String?
        var dropped: Bool?
    }

    struct Draw: Decodable, Sendable {
        var vein: String
        var second: Int
        var due: String?
    }

    struct Place: Decodable, Hashable, Sendable {
        var injection: Int
        var vein: String
        var second: Int
    }

    struct Ratio: Decodable, Sendable {
        var low: Double
        var high: Double?
    }

    struct Region: Decodable, Sendable {
        var region: String
        var organ: String
        var state: String
        var strongest: Evidence?
        struct Evidence: Decodable, Sendable { var ratio: Double }
    }

    struct Reading: Decodable, Sendable { var text: String }

    struct Tree: Decodable, Sendable { var text: String? }

    /// The announcement in `json`; nil for what is none.
    init?(json: String) {
        guard let news = try? JSONDecoder().decode(StreamNews.self, from: Data(json.utf8)) else {
            return nil
        }
        self = news
    }
}

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
        let whole = Int(seconds.rounded(.down)) % 86_400
        let parts = [whole / 3600, whole / 60 % 60, whole % 60]
        return parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }
}
