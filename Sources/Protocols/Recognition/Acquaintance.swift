/// What must be known of a dialect to suspect it on a line that is set to another.
public struct Acquaintance: Sendable, Equatable, Codable {
    /// The dialect's name.
    public var name: String
    /// Maker and model.
    public var title: String
    /// What the first record says of the maker: ``Dialect/signs``.
    public var signs: [String]
    /// The link that it speaks.
    public var kind: LinkOptions.Kind

    /// The acquaintance with `dialect`.
    public init(_ dialect: Dialect) {
        (name, title, signs) = (dialect.name, dialect.title, dialect.signs)
        kind = dialect.link.kind
    }

    /// How well it fits what came first on a line; the larger, the better.
    func fit(_ first: FirstRecord, framed kind: LinkOptions.Kind?) -> Fit {
        let held = signs.filter { first.holds($0) }
        return Fit(
            signs: held, isFramed: kind == self.kind, missing: signs.count - held.count)
    }

    /// What speaks for a dialect.
    struct Fit: Comparable {
        /// Its signs that stand in the first record.
        let signs: [String]
        /// True when its link makes such frames.
        let isFramed: Bool
        /// How many of its signs do not stand there.
        let missing: Int

        private var rank: [Int] { [signs.count, isFramed ? 1 : 0, -missing] }

        static func < (left: Fit, right: Fit) -> Bool {
            left.rank.lexicographicallyPrecedes(right.rank)
        }
    }
}
