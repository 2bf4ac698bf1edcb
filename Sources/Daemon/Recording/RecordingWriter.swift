import StepUp

/// Writes a recording, line by line: the header first, then a moment a line.
struct RecordingWriter {
    private let isSealed: Bool
    private var seal = Seal.origin
    /// The first line, without its end.
    private(set) var headerLine = ""

    /// A recording that begins with `header`; ``headerLine`` is to be written first.
    init(header: RecordingHeader) throws {
        isSealed = header.sealed
        headerLine = close(try JSONLine.text(of: header))
    }

    /// The line of `moment`, without its end; moments come in order.
    mutating func line(of moment: Moment) throws -> String {
        close(try JSONLine.text(of: RecordedMoment(moment: moment)))
    }

    private mutating func close(_ object: String) -> String {
        guard isSealed else { return object }
        let (line, next) = Seal.closing(object, after: seal)
        seal = next
        return line
    }
}
