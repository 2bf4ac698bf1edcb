/// What a message header says of the message: its type, and how it wants to be acknowledged.
///
/// Real headers are not always the standard's. Where MSH-9 holds no message type, the type is
/// looked for by its form, `ORU^R01`, in the fields around it; what stands behind it then
/// belongs to it in the same order, and times, conditions and character sets are known by theirs:
///
///     MSH|^~\&|SENDER|LIS|20260102030405|OUL^R22|17|P|2.5||NE|NE|UTF-8     type in MSH-6
struct HL7Header: Sendable {
    /// A field's bytes in the message's text, blanks left out; empty when there is none.
    typealias Place = Range<Int>

    /// When the sender wants an acknowledgement (table 0155).
    enum Condition: String, Sendable {
        case always = "AL"
        case never = "NE"
        case onError = "ER"
        case onSuccess = "SU"
    }

    let delimiters: Delimiters
    /// MSH-2 as declared.
    let encodingCharacters: Place
    private(set) var time, type, controlID, processing, version, profile: Place
    /// MSH-3 to MSH-6: the sending application and facility, and the receiving ones.
    private(set) var parties: [Place]
    private(set) var charset: Place
    /// MSH-15 and MSH-16; nil when empty or none of table 0155.
    private(set) var accept, application: Condition?

    /// The header that stands at `range`; nil when it declares no encoding characters.
    init?(_ range: Range<Int>, of text: Span<UInt8>) {
        guard let delimiters = Delimiters(segment: text.extracting(range)) else { return nil }
        self.delimiters = delimiters
        let fields = Fields(range, of: text, delimiters: delimiters)
        encodingCharacters = fields.places[2]
        let number = fields.typeNumber ?? 9
        (type, controlID) = (fields[number], fields[number + 1])
        (processing, version) = (fields[number + 2], fields[number + 3])
        (time, parties) = (fields[7], (3...6).map { fields[$0] })
        (charset, profile) = (fields[18], fields[21])
        accept = Self.condition(fields[15], of: text)
        application = Self.condition(fields[16], of: text)
        if number != 9 { findByForm(in: fields, around: number, of: text) }
    }

    /// Finds by their form what stands around a type that is not in MSH-9.
    private mutating func findByForm(
        in fields: borrowing Fields, around number: Int, of text: Span<UInt8>
    ) {
        let (before, behind) = (fields[3..<number], fields[number + 4..<number + 12])
        let conditions = behind.compactMap { Self.condition($0, of: text) }
        (accept, application) = (conditions.first, conditions.dropFirst().first)
        charset =
            behind.first { place in Dialect.Encoding(hl7: place.map { text[$0] }) != nil } ?? 0..<0
        profile = 0..<0
        let place = before.lastIndex { LocalTime.packed(text.extracting($0)) != 0 }
        time = place.map { before[$0] } ?? 0..<0
        // Two names are the applications, four are the standard's.
        let names = before[..<(place ?? before.count)]
        guard names.count != 4 else {
            parties = Array(names)
            return
        }
        parties = [names.first ?? 0..<0, 0..<0, names.dropFirst().first ?? 0..<0, 0..<0]
    }

    private static func condition(_ place: Place, of text: Span<UInt8>) -> Condition? {
        place.isEmpty ? nil : Condition(rawValue: FieldText.ascii(text, at: place))
    }

    /// The character set that MSH-18 names: the first of its repeats that is no ASCII.
    func encoding(in text: Span<UInt8>) -> Dialect.Encoding? {
        let names = charset.map { text[$0] }
        return names.split { $0 == delimiters.repeat }.lazy
            .compactMap { Dialect.Encoding(hl7: $0) }.first
    }
}

extension FieldText {
    /// The text at `range` when all of it is ASCII, else nothing.
    fileprivate static func ascii(_ text: Span<UInt8>, at range: Range<Int>) -> String {
        guard range.count <= 32, range.allSatisfy({ text[$0] < 0x80 }) else { return "" }
        return String(decoding: range.map { text[$0] }, as: UTF8.self)
    }
}

/// The fields of a header by their number, of which there are few.
private struct Fields: ~Copyable {
    /// Fields that are looked at: MSH has 21 in HL7 2.5.1, 25 in 2.9.
    static let limit = 32

    var places: [Range<Int>]
    /// The number of the field that holds the message type; nil when it is MSH-9, or none.
    private(set) var typeNumber: Int?

    init(_ range: Range<Int>, of text: Span<UInt8>, delimiters: Delimiters) {
        places = [0..<0]
        var start = range.lowerBound
        for index in range.lowerBound...range.upperBound where places.count < Self.limit {
            guard index == range.upperBound || text[index] == delimiters.field else { continue }
            places.append(FieldText.trimmed(start..<index, of: text))
            start = index + 1
        }
        while places.count < 3 { places.append(0..<0) }
        guard !Self.isType(self[9], of: text, delimiters, withEvent: false) else { return }
        typeNumber = (4...12).first { number in
            Self.isType(self[number], of: text, delimiters, withEvent: true)
        }
    }

    subscript(number: Int) -> Range<Int> { number < places.count ? places[number] : 0..<0 }

    subscript(numbers: Range<Int>) -> [Range<Int>] { numbers.map { self[$0] } }

    /// True for `ORU^R01` and `ORU_R01`; and without an event for `ORU` too, as for any other type
    /// where its field is the right one.
    private static func isType(
        _ place: Range<Int>, of text: Span<UInt8>, _ delimiters: Delimiters, withEvent: Bool
    ) -> Bool {
        let start = place.lowerBound
        func isLetter(_ index: Int) -> Bool {
            index < place.count && (0x41...0x5A).contains(text[start + index] & 0xDF)
        }
        func isDigit(_ index: Int) -> Bool {
            index < place.count && (0x30...0x39).contains(text[start + index])
        }
        guard isLetter(0), isLetter(1), isLetter(2) else { return false }
        if place.count == 3 {
            return !withEvent || ["ORU", "OUL"].contains(FieldText.ascii(text, at: place))
        }
        return place.count > 6 && [delimiters.component, 0x5F].contains(text[start + 3])
            && isLetter(4) && isDigit(5) && isDigit(6)
    }
}
