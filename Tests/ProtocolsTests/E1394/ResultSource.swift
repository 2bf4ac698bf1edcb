import Protocols

/// Makes results that a dialect can carry, from a seed: any of them must survive being written.
struct ResultSource {
    private let dialect: Dialect
    private var state: UInt64

    init(_ dialect: Dialect, seed: UInt64) {
        self.dialect = dialect
        state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    }

    /// `count` results of a few specimens, with words, bounds, comments and missing values.
    func results(count: Int) -> [AssayResult] {
        var source = self
        return (0..<count).map { source.result(specimen: $0 / 3) }
    }

    /// One plain result for each of `count` specimens.
    func specimens(_ count: Int) -> [AssayResult] {
        var source = self
        return (0..<count).map { source.plain(specimen: $0) }
    }

    private mutating func plain(specimen: Int) -> AssayResult {
        let writes = dialect.writes
        var result = AssayResult()
        result.specimen = "PT-0\(specimen)-RHV-060"
        result.position = dialect.reads.position.isEmpty ? "" : "000\(specimen)^\(specimen + 1)"
        let code = pick(dialect.analytes.keys.sorted())
        result.test = code
        result.analyte = dialect.analytes[code]?.analyte
        result.unit = dialect.analytes[code]?.unit ?? "u"
        result.flags = ["N"]
        result.status = "F"
        // Dialects that send the time with the order have one time for it.
        result.measured = "2024-01-02T03:0\(specimen % 10):05"
        result.dilution = writes?.defaults["dilution"] ?? ""
        result.replicate = writes?.defaults["replicate"] ?? ""
        result.instrument = writes?.defaults["instrument"] ?? ""
        let number = Double(next() % 100_000) / 97 + 0.01
        result.text = writes?.numbers.text(of: number) ?? ""
        result.value = ExactDecimal(parsing: result.text)
        return result
    }

    private mutating func result(specimen: Int) -> AssayResult {
        var result = plain(specimen: specimen)
        switch next() % 6 {
        case 0: bound(&result)
        case 1: word(&result)
        case 2 where dialect.writes?.results[.signal] != nil: signal(&result)
        case 3: nothing(&result)
        case 4: result.comments = dialect.writes?.comment == nil ? [] : ["ORH", "27"]
        default: result.flags = dialect.reads.flagComponents ? ["EXP", "HH"] : ["H", "A"]
        }
        return result
    }

    private mutating func bound(_ result: inout AssayResult) {
        let bound = pick([AssayResult.Bound.below, .above])
        let number = Double(next() % 10_000) / 10
        result.text = dialect.writes?.numbers.text(of: number, bound: bound) ?? ""
        result.value = ExactDecimal(parsing: String(result.text.drop { "<> ".contains($0) }))
        result.bound = bound
        result.flags = [bound.rawValue]
    }

    private func word(_ result: inout AssayResult) {
        (result.text, result.value) = ("Reactive", nil)
        result.role = .interpretation
        if dialect.writes?.results[.signal] != nil { result.unit = "" }
    }

    private mutating func signal(_ result: inout AssayResult) {
        (result.text, result.unit, result.role) = ("\(next() % 1_000_000)", "RLU", .signal)
        result.value = ExactDecimal(parsing: result.text)
    }

    private func nothing(_ result: inout AssayResult) {
        (result.text, result.value, result.role) = ("", nil, .none)
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int(next() % UInt64(elements.count))]
    }

    /// The next number of a small generator (splitmix64).
    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
