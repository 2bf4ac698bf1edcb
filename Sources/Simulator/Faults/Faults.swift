/// What is to go wrong, and how often: `faults` of a scenario, or `--faults` of a command.
public struct Faults: Sendable, Equatable, Codable {
    /// What may happen; each is as likely as the others that can happen to the same bytes.
    public var menu: [Fault]
    /// The share of writes, either way, to which something happens: 0 to 0.5.
    public var rate: Double

    /// One write in fifty: a procedure of ninety results then meets some thirty of them.
    public static let usualRate = 0.02

    /// Beyond this, hardly a message of twenty frames would ever get through.
    private static let range = 0...0.5

    /// What is on `menu`, at `rate`.
    ///
    /// - Throws: a sentence about a rate that is out of range.
    public init(_ menu: [Fault], rate: Double = usualRate) throws(ScenarioProblem) {
        guard Self.range.contains(rate) else {
            throw ScenarioProblem("the rate of faults is \(rate): give a number from 0 to 0.5")
        }
        (self.menu, self.rate) = (menu, rate)
    }

    /// Reads names with commas between them; `all` stands for the whole menu.
    ///
    /// - Throws: a sentence about a name that is none of them, with those that there are.
    public init(spelled text: String, rate: Double = usualRate) throws(ScenarioProblem) {
        guard text != "all" else {
            try self.init(Fault.allCases, rate: rate)
            return
        }
        var menu: [Fault] = []
        for word in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let fault = Fault(rawValue: String(word)) else {
                throw ScenarioProblem("there is no fault '\(word)'; there are \(Self.choices)")
            }
            menu.append(fault)
        }
        try self.init(menu, rate: rate)
    }

    /// Every name, as a help text lists them.
    public static var choices: String {
        (Fault.allCases.map(\.rawValue) + ["all"]).joined(separator: ", ")
    }

    private enum Key: String, CodingKey { case menu, rate }

    /// Reads the `faults` of a scenario file; a rate that is left out is the usual one.
    public init(from decoder: any Decoder) throws {
        let file = try decoder.container(keyedBy: Key.self)
        let menu = try file.decode([Fault].self, forKey: .menu)
        let rate = try file.decodeIfPresent(Double.self, forKey: .rate) ?? Self.usualRate
        do throws(ScenarioProblem) {
            try self.init(menu, rate: rate)
        } catch {
            throw DecodingError.dataCorruptedError(
                forKey: .rate, in: file, debugDescription: error.description)
        }
    }
}
