/// One record as a line of a dialect file: `C|{seq}|I|{comment}|I`.
///
/// What stands outside braces goes out as it is; `{specimen:22}` is padded with blanks at its end,
/// and `{seq+28}` is a number that counts from 29.
public struct RecordLayout: Sendable, Equatable {
    /// What may stand between braces.
    public enum Placeholder: String, Sendable, CaseIterable {
        /// Fields of the result, as sent.
        case specimen, position, test, text, unit, flags, status, dilution, replicate, instrument
        /// The result's time of completion, as 14 digits.
        case measured
        /// The result's date of completion and the time of day, as the dialect's labels print them.
        case date, clock
        /// The assay's name beside its code, by the dialect's table.
        case name
        /// All tests of an order, each in the dialect's `order-test` layout.
        case tests
        /// The time at which the message is sent, as 14 digits.
        case sent
        /// The number of a patient, order, result or comment record under its parent, from 1; in a
        /// header the message's own.
        case seq
        /// The text of a comment record.
        case comment
        /// In an answer to an HL7 message: its control ID, and that of the answer itself.
        case asked, id
        /// MSH-3 to MSH-6 of the answer: receiver and sender of the message that is answered.
        case parties
        /// The processing ID and character set of the message that is answered, as it has them.
        case processing, charset
        /// The segments that ask, and of the first one what the query is called and its tag.
        case query
        case queryName = "query-name"
        case queryTag = "query-tag"
        /// MSA-1: AA, or AE for a query that cannot be read.
        case accepted
        /// QAK-2: OK, or AE for a query that cannot be read.
        case understood
        /// QAK-2 where it tells more: OK, NF where nothing is ordered, or AE.
        case found
    }

    /// Why a layout cannot be used.
    public enum Mistake: Error, Equatable {
        /// Nothing has this name between braces.
        case unknownPlaceholder(String)
        /// A brace without its other half.
        case unbalancedBraces
        /// The layout holds a character that no record may hold.
        case notPrintable
        /// The dialect has no layouts at all.
        case noLayouts
        /// The link is one on which nothing can be sent to the analyzer.
        case noWayBack
    }

    private enum Piece: Equatable {
        case literal([UInt8])
        case placeholder(Placeholder, width: Int, add: Int)
    }

    private let pieces: [Piece]

    /// The layout that `line` spells.
    public init(_ line: String) throws(Mistake) {
        guard line.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else { throw .notPrintable }
        var pieces: [Piece] = []
        var rest = Substring(line)
        while let open = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            guard rest[open] == "{", let close = rest[open...].firstIndex(of: "}") else {
                throw .unbalancedBraces
            }
            pieces.append(.literal(Array(rest[..<open].utf8)))
            pieces.append(try Self.placeholder(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        pieces.append(.literal(Array(rest.utf8)))
        self.pieces = pieces
    }

    /// The layouts that `lines` spell, one a line; none for an empty text.
    static func all(in lines: String) throws(Mistake) -> [RecordLayout] {
        var layouts: [RecordLayout] = []
        for line in lines.split(separator: "\n") {
            layouts.append(try RecordLayout(String(line)))
        }
        return layouts
    }

    /// What stands between braces, in order.
    var placeholders: [Placeholder] {
        pieces.compactMap { if case .placeholder(let name, _, _) = $0 { name } else { nil } }
    }

    /// The layout's bytes, with `text` in place of each placeholder.
    func bytes(_ text: (Placeholder) -> [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        for piece in pieces {
            switch piece {
            case .literal(let literal): bytes += literal
            case .placeholder(let placeholder, let width, let add):
                var filling = text(placeholder)
                if add > 0, let number = Int(String(decoding: filling, as: UTF8.self)) {
                    filling = Array(String(number + add).utf8)
                }
                bytes += filling
                bytes += repeatElement(0x20, count: max(0, width - filling.count))
            }
        }
        return bytes
    }

    private static func placeholder(_ text: Substring) throws(Mistake) -> Piece {
        let end = text.firstIndex { $0 == ":" || $0 == "+" } ?? text.endIndex
        guard let placeholder = Placeholder(rawValue: String(text[..<end])) else {
            throw .unknownPlaceholder(String(text))
        }
        guard end < text.endIndex else { return .placeholder(placeholder, width: 0, add: 0) }
        guard let number = Int(text[text.index(after: end)...]), (1...240).contains(number),
            text[end] == ":" || placeholder == .seq
        else { throw .unknownPlaceholder(String(text)) }
        return text[end] == ":"
            ? .placeholder(placeholder, width: number, add: 0)
            : .placeholder(placeholder, width: 0, add: number)
    }
}
