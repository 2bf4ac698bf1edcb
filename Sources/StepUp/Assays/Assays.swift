internal import Protocols

/// What a site knows of its assays: `config/assays.yaml`.
public struct Assays: Sendable, Equatable, Codable {
    /// The probabilities between which a verdict is near its threshold.
    public var near: Near
    /// The profiles; the first that fits a result is its own.
    public var profiles: [AssayProfile]

    private enum CodingKeys: String, CodingKey {
        case near
        case profiles = "assays"
    }

    /// A range of probabilities.
    public struct Near: Sendable, Equatable, Codable {
        /// Below this a rise is as good as excluded.
        public var from: Double
        /// Above this it is as good as certain.
        public var to: Double

        /// From and to, of 0 to 1.
        public init(from: Double, to: Double) { (self.from, self.to) = (from, to) }

        /// True inside the range.
        func contains(_ probability: Double) -> Bool { probability > from && probability < to }
    }

    /// Profiles, the particular ones before the general.
    public init(near: Near, profiles: [AssayProfile]) {
        (self.near, self.profiles) = (near, profiles)
    }

    /// Nothing is known: no number is judged as anything but what it says, and nothing is said of
    /// its imprecision.
    public static let none = Assays(near: Near(from: 0.05, to: 0.95), profiles: [])
}

/// The profiles that results of one analyte can have, by line: looked up once a procedure, since
/// every result asks.
struct AssayShelf: Sendable {
    private let lines: [(name: String, profiles: [Shared<AssayProfile>])]

    /// Nothing is known of any line.
    static let empty = AssayShelf(.none, analyte: "", lines: [:])

    /// The profiles for `analyte`, on lines that speak the dialects in `lines`.
    init(_ assays: Assays, analyte: String, lines: [String: String]) {
        let shared = assays.profiles.map { profile in
            var profile = profile
            profile.near = profile.near ?? assays.near
            return Shared(profile)
        }
        self.lines = lines.sorted { $0.key < $1.key }.map { name, dialect in
            (name, shared.filter { $0.value.serves(analyte, dialect: dialect) })
        }
    }

    /// What is known of a result that came from `line`, or from a caller of it.
    func profile(of result: borrowing AssayResult, on line: String) -> Shared<AssayProfile>? {
        for index in lines.indices where line.isLine(lines[index].name) {
            for profile in lines[index].profiles where profile.value.covers(result) {
                return profile
            }
        }
        return nil
    }
}

extension String {
    /// True for the line's own name, and for a caller's of it: `NAME#3`.
    func isLine(_ name: String) -> Bool {
        self == name || (utf8.count > name.utf8.count && hasPrefix(name + "#"))
    }

    /// True when both are one line, or callers of it.
    func isSameLine(as other: String) -> Bool {
        self == other || lineOfCaller == other.lineOfCaller
    }

    /// The line of a caller: `NAME` of `NAME#3`.
    var lineOfCaller: String {
        utf8.lastIndex(of: UInt8(ascii: "#")).map { String(self[..<$0]) } ?? self
    }
}
