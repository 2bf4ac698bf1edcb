public import Protocols

/// One tube as the judgement sees it: where it belongs, when it was drawn, and what became of it.
public struct Tube: Sendable, Equatable {
    /// The injection, the vein and the planned second.
    public var place: Mark.Place
    /// The specimen ID; empty while none is bound to the place.
    public var specimen: String
    /// Actual seconds after the injection; nil when the draw was not marked.
    public var actual: Double?
    /// What became of it.
    public var fate: Fate { didSet { interval = allowed } }
    /// The line, or the caller of one, that its result came from; empty without a result.
    var line = ""
    /// What is known of the assay that measured it; nil when nothing is.
    var assay: Shared<AssayProfile>? { didSet { interval = allowed } }
    /// Other results that could count as well, since nothing says which was measured last.
    var rivals: [Rival] = [] { didSet { interval = allowed } }
    /// The concentrations that its results allow, given their assays; nil while there are none, or
    /// where they cannot be compared.
    ///
    /// They are kept, since every result of a vein has all its tubes judged anew.
    private(set) var interval: Interval?

    /// A result that could count instead of the one that does.
    struct Rival: Sendable, Equatable {
        let result: Shared<AssayResult>
        let assay: Shared<AssayProfile>?
    }

    /// What can become of a tube.
    public enum Fate: Sendable, Equatable {
        /// Its result can still come.
        case awaited
        /// No result will come: void, missing, or given up.
        case settled
        /// The result that counts, and the number of the announcement that told it.
        case measured(Shared<AssayResult>, announcement: Int64)
    }

    /// A tube; see the properties.
    public init(place: Mark.Place, specimen: String, actual: Double?, fate: Fate) {
        self.place = place
        self.specimen = specimen
        self.actual = actual
        self.fate = fate
        interval = allowed
    }

    private var allowed: Interval? {
        guard case .measured(let result, _) = fate else { return nil }
        var hull = Interval(result.value, of: assay)
        for rival in rivals {
            guard rival.result.value.unit.isSameUnit(as: result.value.unit),
                let other = Interval(rival.result.value, of: rival.assay)
            else { return nil }
            hull = hull?.joined(with: other)
        }
        return hull
    }

    /// The texts of all results that could count, in an order of their own.
    var texts: [String] {
        guard case .measured(let result, _) = fate else { return [] }
        return ([result.value.text] + rivals.map(\.result.value.text)).sorted()
    }

    /// The second that judges: the actual one, or the planned one where the draw was not marked.
    public var second: Double { actual ?? Double(place.second) }

    /// True when the planned second has to stand in for the actual one.
    public var isUnmarked: Bool { actual == nil }
}
