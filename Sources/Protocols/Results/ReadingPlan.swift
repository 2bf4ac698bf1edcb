/// A dialect's places and words made ready for reading: no text is parsed or made per record.
///
/// A class, because a pass over a message takes it along by reference; nothing in it changes.
final class ReadingPlan: Sendable {
    /// The kinds of fields, in the order in which ``locators`` has them.
    enum Field: Int, CaseIterable {
        case specimen, position, test, testName, value, unit, flags, status, measured
        case dilution, replicate, instrument, comment, querySpecimen, queryTests, queryStatus
        case processing

        /// Those of an ``AssayResult/Context``.
        static let context: [Field] = [
            .test, .testName, .unit, .flags, .status, .dilution, .replicate,
            .instrument,
        ]
    }

    /// All places, field by field: one array, since each array that is looked at is held.
    let locators: [FieldLocator]
    /// Where each field's places begin in ``locators``, and after the last one where they end.
    let starts: [Int]
    /// The fields that a result's context is read from, each once.
    let contextFields: [FieldLocator]
    /// True when a result record itself names its specimen or position.
    let specimenIsInResult: Bool
    let noValue, noValueStatus, cancelledStatus, resentStatus: [[UInt8]]
    let noComment, training: [String]
    let boundFlags: [(flag: String, bound: AssayResult.Bound)]
    let encoding: Dialect.Encoding
    let numbers: ExactDecimal.Notation
    let flagComponents, qualitativeFirst: Bool
    /// The analyte of each code.
    let analytes: [String: String]
    let rules: RoleRules

    /// Flags of one character, which nearly all are, so that none is made twice.
    let singleFlags: [[String]]

    /// What `dialect` says, ready for a table in which `locate` finds the places.
    init(_ dialect: Dialect, locate: (FieldPath) -> FieldLocator = { FieldLocator($0) }) {
        let reads = dialect.reads
        func bytes(_ words: [String]) -> [[UInt8]] { words.map { Array($0.utf8) } }
        var (locators, starts) = ([FieldLocator](), [0])
        for field in Field.allCases {
            locators += reads.places(of: field).map(locate)
            starts.append(locators.count)
        }
        (self.locators, self.starts) = (locators, starts)
        noValue = bytes(reads.noValue)
        (noValueStatus, resentStatus) = (bytes(reads.noValueStatus), bytes(reads.resentStatus))
        cancelledStatus = bytes(reads.cancelledStatus)
        training = reads.training
        (noComment, boundFlags) = (reads.noComment, reads.boundFlags.map { ($0.key, $0.value) })
        (encoding, numbers) = (reads.encoding, reads.numbers)
        (flagComponents, qualitativeFirst) = (reads.flagComponents, reads.qualitativeFirst)
        analytes = dialect.analytes.mapValues(\.analyte)
        rules = RoleRules(reads.roles, locate: locate)
        func places(of fields: [Field]) -> [FieldLocator] {
            fields.flatMap { locators[starts[$0.rawValue]..<starts[$0.rawValue + 1]] }
        }
        contextFields = places(of: Field.context).reduce(into: []) { list, place in
            guard !list.contains(where: place.hasField(of:)) else { return }
            list.append(place)
        }
        specimenIsInResult = places(of: [.specimen, .position])
            .contains { $0.row >= RecordTable.resultRow }
        singleFlags = (0..<0x80).map { [String(Unicode.Scalar(UInt8($0)))] }
    }
}

extension ReadingPlan {
    /// What the first of `flags` that is known says of a number.
    func bound(among flags: [String]) -> AssayResult.Bound? {
        for flag in flags {
            for known in boundFlags where known.flag == flag { return known.bound }
        }
        return nil
    }

    /// True when the words at `range` say that there is no value.
    func isNoValue(_ range: Range<Int>, of text: Span<UInt8>) -> Bool {
        noValue.contains { word in
            word.count == range.count
                && zip(word, range).allSatisfy { Self.folded($0) == Self.folded(text[$1]) }
        }
    }

    private static func folded(_ byte: UInt8) -> UInt8 {
        (0x61...0x7A).contains(byte) ? byte - 0x20 : byte
    }
}

extension Dialect.Reading {
    /// All paths, those of the role rules too.
    var allPaths: [FieldPath] {
        ReadingPlan.Field.allCases.flatMap(places(of:))
            + labels.clock + roles.keys.sorted { $0.description < $1.description }
    }

    /// The paths of one kind of field.
    func places(of field: ReadingPlan.Field) -> [FieldPath] {
        switch field {
        case .specimen: specimen
        case .position: position
        case .test: test
        case .testName: testName
        case .value: value
        case .unit: unit
        case .flags: flags
        case .status: status
        case .measured: measured
        case .dilution: dilution
        case .replicate: replicate
        case .instrument: instrument
        case .comment: comment
        case .querySpecimen: querySpecimen
        case .queryTests: queryTests
        case .queryStatus: queryStatus
        case .processing: processing
        }
    }
}
