public import Protocols

/// One result record, tagged as far as its specimen is known.
public struct ResultNews: Sendable, Equatable {
    /// What the analyzer sent.
    public var result: Shared<AssayResult>
    /// True when the same record was read before; the stream also says so when the analyzer does.
    ///
    /// It counts, under its run's number, where its message had been cut before and now came whole.
    public var isRepeat: Bool
    /// The tube; nil when the specimen is unknown or is no patient's.
    public var place: Mark.Place?
    /// The site's id.
    public var site: String?
    /// Actual seconds after the injection, when the draw was marked.
    public var actual: Double?
    /// Which measurement of this specimen and analyte it is, from 1; a repeat keeps its number.
    public var run: Int
    /// True when it is the one that counts.
    public var isCurrent: Bool
    /// The announcement that it replaces.
    public var replaces: Int64?
    /// The line it came from.
    public var line: String
    /// The moment that completed it.
    public var moment: Int64
}

extension ResultNews: Encodable {
    private enum Key: String, CodingKey {
        case specimen, test, analyte, value, bound, text, unit, flags, status, measured, role
        case `repeat`, qualitative, dilution, replicate, instrument, position, comments, complete
        case place, site, actual, run, current, replaces, line, moment, bytes
    }

    /// Writes every key, null where there is nothing, so that readers need not guess.
    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        let result = result.value
        try object.encode(result.specimen, forKey: .specimen)
        try object.encode(result.test, forKey: .test)
        try object.encode(result.analyte, forKey: .analyte)
        try object.encode(result.value, forKey: .value)
        try object.encode(result.bound?.side, forKey: .bound)
        try object.encode(result.text, forKey: .text)
        try object.encode(result.unit, forKey: .unit)
        try object.encode(result.flags, forKey: .flags)
        try object.encode(result.status, forKey: .status)
        try object.encode(result.measured, forKey: .measured)
        try object.encode(result.role, forKey: .role)
        try object.encode(isRepeat || result.isResent, forKey: .repeat)
        try object.encode(result.qualitative, forKey: .qualitative)
        try object.encode(result.dilution, forKey: .dilution)
        try object.encode(result.replicate, forKey: .replicate)
        try object.encode(result.instrument, forKey: .instrument)
        try object.encode(result.position, forKey: .position)
        try object.encode(result.comments, forKey: .comments)
        try object.encode(result.isComplete, forKey: .complete)
        try object.encode(place, forKey: .place)
        try object.encode(site, forKey: .site)
        try object.encode(actual, forKey: .actual)
        try object.encode(run, forKey: .run)
        try object.encode(isCurrent, forKey: .current)
        try object.encode(replaces, forKey: .replaces)
        try object.encode(line, forKey: .line)
        try object.encode(moment, forKey: .moment)
        try object.encode([result.bytes.lowerBound, result.bytes.upperBound], forKey: .bytes)
    }
}

extension AssayResult.Bound {
    /// The comparator of the stream: `<` or `>`; the text as sent tells the rest.
    public var side: String { self == .below || self == .atMost ? "<" : ">" }
}
