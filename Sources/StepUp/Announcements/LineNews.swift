public import Protocols

/// Who is speaking: the first announcement of every run.
public struct HelloNews: Sendable, Equatable, Encodable {
    /// The stream's version: ``Announcement/schema``.
    public var schema: Int
    /// The program's version.
    public var version: String
    /// The site's name.
    public var site: String
}

/// The state of one line, with *open* and *heard* told apart.
public struct LineNews: Sendable, Equatable, Encodable {
    /// The port's state: a line is silent, not closed, when nothing is heard.
    public enum State: String, Sendable, Encodable { case open, lost }

    /// The line's name.
    public var line: String
    /// The dialect's name.
    public var dialect: String
    /// Open or lost.
    public var state: State
    /// The port behind it, or why it was lost.
    public var detail: String
    /// When the last byte arrived.
    public var heard: ShownTime?
    /// Bytes ever received, up to the end of the last result: what follows may be half a message.
    public var bytes: Int
    /// Messages ever completed.
    public var messages: Int
    /// Result records ever read.
    public var results: Int
    /// What was refused or ignored, by its name.
    public var defects: [String: Int]
    /// What the serial driver counted.
    public var damage: LineDamage
}

/// Something a person should know, in the colour grammar of IEC 60601-1-8.
public struct NoticeNews: Sendable, Equatable, Encodable {
    /// High is red, medium and low are yellow and cyan, information has no colour.
    public enum Priority: String, Sendable, Encodable { case high, medium, low, information }

    /// How urgent.
    public var priority: Priority
    /// A stable name for programs, such as `line-lost`, `mark-refused` or `held`.
    public var code: String
    /// One sentence for people: what, where, and the cure.
    public var text: String
    /// The line concerned.
    public var line: String?
    /// The specimen concerned.
    public var specimen: String?
    /// The mark concerned, by its key.
    public var mark: String?

    /// A notice; see the properties.
    public init(
        priority: Priority, code: String, text: String, line: String? = nil,
        specimen: String? = nil, mark: String? = nil
    ) {
        self.priority = priority
        self.code = code
        self.text = text
        self.line = line
        self.specimen = specimen
        self.mark = mark
    }
}
