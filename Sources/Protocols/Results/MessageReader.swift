/// Reads a message as a dialect explains it: results, queries, and what was odd.
public struct MessageReader: Sendable {
    /// What a message held, each in the order of its records.
    public struct Contents: Sendable, Equatable {
        /// Everything that reports a value, whatever it means: its ``AssayResult/Role`` says that.
        public var results: [AssayResult] = []
        /// What the analyzer asks.
        public var queries: [Query] = []
        /// The first hundred rows of a table that were refused; each that was is a
        /// ``Defect/badRow`` too.
        public var badRows: [BadRow] = []
        /// What was refused or ignored.
        public var defects: [Defect] = []
        /// True when the analyzer says that the message is for training: nobody's results.
        public var isTraining = false
        /// The acknowledgement of links that have one for a whole message, such as HL7; it may
        /// leave when the message is durable, and follows the link's own replies.
        public var reply: [UInt8] = []
    }

    private var grammar: any MessageGrammar
    /// What messages are in; those of HL7 say it themselves.
    private let encoding: Dialect.Encoding

    /// A reader of what `dialect` describes.
    public init(_ dialect: Dialect) {
        var dialect = dialect
        encoding = dialect.link.kind == .mllp ? .utf8 : dialect.reads.encoding
        if encoding.isWide { dialect.reads.encoding = .utf8 }
        grammar =
            switch dialect.link.kind {
            case .e1381, .simplified, .listing: RecordGrammar(dialect)
            case .mllp: HL7Grammar(dialect)
            case .table:
                KeyedGrammar(dialect) { [table = TableText(dialect)] message, _ in
                    table.read(message)
                }
            case .poct1a: KeyedGrammar(dialect) { message, _ in .poct(message) }
            case .lines: KeyedGrammar(dialect) { .printedLine($0, beginningAt: $1) }
            case .bci: KeyedGrammar(dialect) { .bci($0, beginningAt: $1) }
            }
    }

    /// What `message` holds.
    public func read(_ message: Message) -> Contents {
        var grammar = grammar
        return grammar.read(message.inUTF8(from: encoding))
    }

    /// The same for the next message of a line, with the help of what was read before it.
    mutating func readNext(_ message: Message) -> Contents {
        grammar.read(message.inUTF8(from: encoding))
    }
}

/// One way to write results down.
protocol MessageGrammar: Sendable {
    /// What `message` holds; a grammar may remember of it what makes the next one quicker to read.
    mutating func read(_ message: Message) -> MessageReader.Contents
}

/// Records of LIS02-A2 (E1394): one pass over the bytes, in which fields are offsets until a text
/// is needed.
///
/// Records of unknown types are counted as ``Defect/unknownRecord`` each.
struct RecordGrammar: MessageGrammar {
    private var pass: ReadingPass
    private let orders: OrderResults?

    /// The records that `dialect` describes.
    init(_ dialect: Dialect) {
        pass = ReadingPass(ReadingPlan(dialect))
        orders = OrderResults(dialect)
    }

    mutating func read(_ message: Message) -> MessageReader.Contents {
        var contents = pass.read(message)
        if let found = orders?.read(message), !found.isEmpty {
            contents.results += found
            contents.results.sort { $0.bytes.lowerBound < $1.bytes.lowerBound }
        }
        return contents
    }
}
