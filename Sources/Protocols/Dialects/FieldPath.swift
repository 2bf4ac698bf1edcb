/// A place in a record or segment, written as manuals write it.
///
/// Records of E1394 have a letter: `O-3`, `O-3.1`, `R-3.4/2`, `R-3.4+2`, `O-4.2-3`, `O-4.*`.
/// Fields and components count from 1, and the letter is field 1, so that `R-4` is the value of
/// LIS02-A2 10.1.4. For H, field 2 holds the delimiters.
///
/// Segments of HL7 have three: `OBX-5`, `OBX-3.1`, and `SPM-2.1.1` with a subcomponent. Fields
/// count as HL7 does, from 1 behind the name; MSH-1 is the field delimiter itself.
///
/// Where fields have names instead of numbers, the place is the name: `qn`, `SampleID`,
/// `OBS.value@U`.
public struct FieldPath: Sendable, Hashable {
    /// The record's letter or the segment's name, in upper case; or the field's own name.
    public let record: String

    /// The field, from 1; 0 where fields have names.
    public let field: Int

    /// The components that are meant.
    public let components: Components

    /// The subcomponent of a segment's component, from 1; nil for all of it.
    public let subcomponent: Int?

    /// The part of a component that a maker divides further: `117/1/not`, `1.0000+002+1.0`.
    public let part: Part?

    /// One of the parts that a character divides which no header declares.
    public struct Part: Sendable, Hashable {
        /// The part, from 1.
        public let number: Int
        /// What stands between the parts: `/` or `+`.
        public let divider: UInt8
    }

    private static let dividers = "/+"

    /// Which components of a field are meant.
    public enum Components: Sendable, Hashable {
        /// The field as a whole, component delimiters included.
        case all
        /// These, with the delimiters between them.
        case some(ClosedRange<Int>)
        /// Any one: a rule holds when one of them fits.
        case any
    }

    /// The largest field or component number that is taken: those that a record tells apart.
    static let limit = RecordTable.fieldLimit

    /// True when it is a place in a segment of HL7, false when it is one in a record of E1394.
    public var isInSegment: Bool { form == .segment }

    /// The field's name, in formats that name their fields; nil for a place in a record or segment.
    public var key: String? { field == 0 ? record : nil }

    /// What a place is in.
    public enum Form: Sendable { case record, segment, name }

    /// What the place is in.
    public var form: Form { field == 0 ? .name : record.utf8.count == 3 ? .segment : .record }
}

extension FieldPath: CustomStringConvertible {
    /// The notation of dialect files.
    public var description: String {
        if let key { return key }
        let head = "\(record)-\(field)"
        let tail =
            (subcomponent.map { ".\($0)" } ?? "")
            + (part.map { "\(Character(Unicode.Scalar($0.divider)))\($0.number)" } ?? "")
        return switch components {
        case .all: head + tail
        case .any: head + ".*" + tail
        case .some(let range) where range.count == 1: head + ".\(range.lowerBound)" + tail
        case .some(let range): head + ".\(range.lowerBound)-\(range.upperBound)" + tail
        }
    }

    /// The path that `text` spells; nil when it is none.
    public init?(_ text: String) {
        if Self.isKey(text) {
            (record, field, components, subcomponent, part) = (text, 0, .all, nil, nil)
            return
        }
        let divider = text.firstIndex(where: Self.dividers.contains)
        var part: Part?
        if let divider, let byte = text[divider].asciiValue {
            guard let number = Self.number(text[text.index(after: divider)...]) else { return nil }
            part = Part(number: number, divider: byte)
        }
        self.part = part
        let front = text[..<(divider ?? text.endIndex)]
        let pieces = front.split(separator: ".", omittingEmptySubsequences: false)
        let ends = pieces[0].split(
            separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard pieces.count <= 3, ends.count == 2, Self.isName(ends[0]),
            let field = Self.number(ends[1]),
            let components = pieces.count > 1 ? Self.components(pieces[1]) : .all
        else { return nil }
        (record, self.field, self.components) = (String(ends[0]), field, components)
        subcomponent = pieces.count == 3 ? Self.number(pieces[2]) : nil
        guard pieces.count == 3 || isInSegment else { return }
        // A segment's row holds its name too; and only one component has subcomponents.
        guard isInSegment, field < Self.limit, (pieces.count == 3) == (subcomponent != nil) else {
            return nil
        }
        if subcomponent != nil {
            guard case .some(let range) = components, range.count == 1 else { return nil }
        }
    }

    /// True for the letter of a record and for the name of a segment.
    private static func isName(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, (0x41...0x5A).contains(first) else { return false }
        return text.utf8.count == 1
            || text.utf8.count == 3
                && text.utf8.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) }
    }

    /// True for the name of a field: two to sixty-four printable characters, a letter first.
    ///
    /// What could be meant as a place in a record or segment is none: a capital letter with a
    /// number, three capitals, and anything with `-` or `/` behind fewer than five characters.
    private static func isKey(_ text: String) -> Bool {
        guard let first = text.first, first.isLetter, (2...64).contains(text.count),
            text.allSatisfy({ !$0.isNewline && $0.unicodeScalars.allSatisfy { $0.value >= 0x20 } }),
            text.last != " "
        else { return false }
        if first.isUppercase, text.dropFirst().allSatisfy({ $0.isNumber || $0 == "." }) {
            return false
        }
        let head = text.prefix { $0 != "-" && $0 != "/" }
        return head.count == text.count ? !isName(Substring(text)) : head.count > 4
    }

    private static func components(_ text: Substring) -> Components? {
        if text == "*" { return .any }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map(number)
        guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2,
            first <= last
        else { return nil }
        return .some(first...last)
    }

    private static func number(_ text: Substring) -> Int? {
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text),
            (1...limit).contains(number)
        else { return nil }
        return number
    }
}

extension FieldPath: Codable, CodingKeyRepresentable {
    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// The path as a key of a file: `R-3.11: {F: result}`.
    public var codingKey: any CodingKey { Key(stringValue: description) }

    /// The path that a file's key spells; nil when it is none.
    public init?<Name: CodingKey>(codingKey: Name) { self.init(codingKey.stringValue) }

    /// Reads the notation of dialect files.
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let path = FieldPath(text) else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription:
                        "'\(text)' is no field; write R-4, R-3.4/1, O-4.2-3, OBX-3.1 or a name"))
        }
        self = path
    }

    /// Writes the notation of dialect files.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
