/// A dialect's places and words made ready for reading: no text is parsed or made per record.
///
/// A class, because a pass over a message takes it along by reference; nothing in it changes.
final class ReadingPlan: Sendable {
    let specimen, position, test, testName, value, unit, flags, status: [FieldLocator]
    let measured, dilution, replicate, instrument, comment: [FieldLocator]
    let querySpecimen, queryTests, queryStatus: [FieldLocator]
    let noValue, noValueStatus, resentStatus: [[UInt8]]
    let noComment: [String]
    let boundFlags: [String: AssayResult.Bound]
    let encoding: Dialect.Encoding
    let numbers: ExactDecimal.Notation
    let flagComponents, qualitativeFirst: Bool
    let analytes: [(code: [UInt8], analyte: String)]
    let rules: RoleRules

    /// Flags of one character, which nearly all are, so that none is made twice.
    let singleFlags: [[String]]

    init(_ dialect: Dialect) {
        let reads = dialect.reads
        func places(_ paths: [FieldPath]) -> [FieldLocator] { paths.map(FieldLocator.init) }
        func bytes(_ words: [String]) -> [[UInt8]] { words.map { Array($0.utf8) } }
        (specimen, position) = (places(reads.specimen), places(reads.position))
        (test, testName) = (places(reads.test), places(reads.testName))
        (value, unit) = (places(reads.value), places(reads.unit))
        (flags, status) = (places(reads.flags), places(reads.status))
        (measured, dilution) = (places(reads.measured), places(reads.dilution))
        (replicate, instrument) = (places(reads.replicate), places(reads.instrument))
        comment = places(reads.comment)
        querySpecimen = places(reads.querySpecimen)
        (queryTests, queryStatus) = (places(reads.queryTests), places(reads.queryStatus))
        noValue = bytes(reads.noValue)
        (noValueStatus, resentStatus) = (bytes(reads.noValueStatus), bytes(reads.resentStatus))
        (noComment, boundFlags) = (reads.noComment, reads.boundFlags)
        (encoding, numbers) = (reads.encoding, reads.numbers)
        (flagComponents, qualitativeFirst) = (reads.flagComponents, reads.qualitativeFirst)
        analytes = dialect.analytes.map { (Array($0.key.utf8), $0.value.analyte) }
        rules = RoleRules(reads.roles)
        singleFlags = (0..<0x80).map { [String(Unicode.Scalar(UInt8($0)))] }
    }

    /// The analyte whose code stands at `range`; a dialect has a handful, so they are tried in turn.
    func analyte(of range: Range<Int>, in text: Span<UInt8>) -> String? {
        for (code, analyte) in analytes where FieldText.equal(code, range, in: text) {
            return analyte
        }
        return nil
    }
}
