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
    var version: String?
    var line: String?
    var dialect: String?
    var detail: String?
    var heard: String?
    var messages: Int?
    var results: Int?
    var defects: [String: Int]?
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
    var actual: Double?
    var reason: String?
    var suggestion: String?
    var analyte: String?
    var test: String?
    var role: String?
    var value: Double?
    var bound: String?
    var unit: String?
    var current: Bool?
    var replaces: Int64?
    // verdict
    var vein: String?
    var final: Bool?
    var criterion: String?
    var ratio: Ratio?
    var near: Bool?
    var mixed: Bool?
    var withdrawn: Bool?
    var second: Double?
    var baseline: Measured?
    var peak: Measured?
    // map
    var regions: [Region]?
    var reading: Reading?
    var tree: Tree?
    // hint
    var hint: String?
    var kind: String?
    var standing: Bool?
    var places: [Lane]?
    // notice, result
    var priority: String?
    var code: String?
    var text: String?

    /// The announcement in `json`; nil for what is none.
    init?(json: String) {
        guard let news = try? JSONDecoder().decode(StreamNews.self, from: Data(json.utf8)) else {
            return nil
        }
        self = news
    }

    /// The announcements in a list of them, such as `/api/held` gives; none for what is none.
    static func list(_ json: [UInt8], type: String) -> [StreamNews] {
        guard let all = try? JSONSerialization.jsonObject(with: Data(json)) as? [[String: Any]]
        else { return [] }
        return all.compactMap { one in
            let object = one.merging(["type": type]) { $1 }.filter { $0.key != "id" }
            guard let data = try? JSONSerialization.data(withJSONObject: object) else { return nil }
            return StreamNews(json: String(decoding: data, as: UTF8.self))
        }
    }
}

extension StreamNews {
    struct Plan: Decodable, Sendable {
        var title: String
        var pseudonym: String
        var analyte: String?
        var sites: [Named]?
        var veins: [Named]
        var draws: [Int]
        var wait: Double?
        var criterion: Criterion
        var dropped: Dropped?
        struct Criterion: Decodable, Sendable {
            var id: String
            var ratio: Double?
            var strict: Bool?
        }
        struct Dropped: Decodable, Sendable {
            var veins: [String]?
            var draws: [Int]?
        }
    }

    struct Named: Decodable, Sendable {
        var id: String
        var name: String?
    }

    struct Injection: Decodable, Sendable {
        var number: Int
        var site: String
        var zero: String?
        var repeated: Bool?
        var dropped: Bool?
    }

    struct Draw: Decodable, Sendable {
        var specimen: String?
        var vein: String
        var second: Int
        var due: String?
    }

    struct Place: Decodable, Hashable, Sendable {
        var injection: Int
        var vein: String
        var second: Int
    }

    /// A vein of an injection, or of one of its draws.
    struct Lane: Decodable, Hashable, Sendable {
        var injection: Int
        var vein: String
        var second: Int?
    }

    struct Ratio: Decodable, Sendable {
        var low: Double
        var high: Double?
    }

    struct Measured: Decodable, Sendable {
        var specimen: String?
        var result: Int64
    }

    struct Region: Decodable, Sendable {
        var region: String
        var organ: String
        var state: String
        var strongest: Evidence?
        var supporting: [Int]?
        struct Evidence: Decodable, Sendable {
            var site: String?
            var vein: String?
            var ratio: Double
            var second: Double?
        }
    }

    struct Reading: Decodable, Sendable { var text: String }

    struct Tree: Decodable, Sendable { var text: String? }
}
