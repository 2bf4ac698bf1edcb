/// One object of the stream: what the station has to tell the world, in order and numbered.
///
/// Schema version 1. Objects are flat: `id`, `at`, `type`, `procedure`, `simulated`, and the
/// body's own keys.
public struct Announcement: Sendable, Equatable {
    /// The stream's version; it changes when a reader of the old one would be misled.
    public static let schema = 1

    /// Its number, from 1 without a gap.
    public var id: Int64
    /// The wall time of the moment it follows from.
    public var at: WallTime
    /// The procedure it belongs to.
    public var procedure: String?
    /// True when any line carries simulated results; cannot be switched off.
    public var simulated: Bool
    /// What is told.
    public var body: Body

    /// An announcement; see the properties.
    public init(id: Int64, at: WallTime, procedure: String?, simulated: Bool, body: Body) {
        self.id = id
        self.at = at
        self.procedure = procedure
        self.simulated = simulated
        self.body = body
    }

    /// The eleven kinds of announcement; indirect, since announcements are passed on many times.
    public indirect enum Body: Sendable, Equatable {
        case hello(HelloNews)
        case line(LineNews)
        case procedure(ProcedureNews)
        case prompt(PromptNews)
        case specimen(SpecimenNews)
        case result(ResultNews)
        case verdict(Shared<VerdictNews>)
        case map(Shared<MapNews>)
        case hint(HintNews)
        case notice(NoticeNews)
        case acknowledgement(AcknowledgementNews)
    }
}

extension Announcement: Encodable {
    private enum Key: String, CodingKey { case id, at, type, procedure, simulated }

    /// Writes the flat object of the stream.
    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(id, forKey: .id)
        try object.encode(at.description, forKey: .at)
        try object.encodeIfPresent(procedure, forKey: .procedure)
        try object.encode(simulated, forKey: .simulated)
        let (type, content) = body.content
        try object.encode(type, forKey: .type)
        try content.encode(to: encoder)
    }
}

extension Announcement.Body {
    /// The `type` of the stream, and what stands beside it.
    public var content: (type: String, value: any Encodable) {
        switch self {
        case .hello(let news): ("hello", news)
        case .line(let news): ("line", news)
        case .procedure(let news): ("procedure", news)
        case .prompt(let news): ("prompt", news)
        case .specimen(let news): ("specimen", news)
        case .result(let news): ("result", news)
        case .verdict(let news): ("verdict", news)
        case .map(let news): ("map", news)
        case .hint(let news): ("hint", news)
        case .notice(let news): ("notice", news)
        case .acknowledgement(let news): ("acknowledgement", news)
        }
    }
}
