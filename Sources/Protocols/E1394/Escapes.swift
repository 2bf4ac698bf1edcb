/// Characters that stand for others inside a field (LIS02-A2 5.4.5): `&F&` is the field delimiter.
///
/// | sequence | is |
/// |---|---|
/// | `&F&` `&S&` `&R&` `&E&` | field, component, repeat, escape delimiter |
/// | `&X0D0A&` | the bytes of the hexadecimal digits |
/// | `&H&` `&N&` | highlighting on and off: nothing is left of it |
/// | `&Z…&` | agreed locally: kept as it stands |
///
/// HL7 (2.5.1 chapter 2, 2.7) writes the same between its own escape characters, and beside them
/// `\T\` for the subcomponent delimiter and `\.br\` for a new line.
///
/// An escape character that opens none of these stands for itself, as in `Smith & Sons`.
enum Escapes {
    /// The bytes that a field's bytes mean.
    static func decoded(_ field: Span<UInt8>, _ delimiters: Delimiters) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(field.count)
        var index = 0
        while index < field.count {
            if field[index] == delimiters.escape,
                let end = end(of: index, in: field, delimiters),
                append(field.extracting(index + 1..<end), delimiters, to: &result)
            {
                index = end + 1
            } else {
                result.append(field[index])
                index += 1
            }
        }
        return result
    }

    /// The bytes of a field that mean `bytes`: what divides records, and what no frame may hold.
    ///
    /// Without an escape delimiter such bytes have no spelling; a blank then stands for each.
    static func encoded(_ bytes: some Sequence<UInt8>, _ delimiters: Delimiters) -> [UInt8] {
        var result: [UInt8] = []
        for byte in bytes {
            guard let code = code(for: byte, delimiters) else {
                result.append(byte)
                continue
            }
            guard let escape = delimiters.escape else {
                result.append(0x20)
                continue
            }
            result.append(escape)
            result.append(contentsOf: code)
            result.append(escape)
        }
        return result
    }

    private static func code(for byte: UInt8, _ delimiters: Delimiters) -> [UInt8]? {
        switch byte {
        case delimiters.field: return [UInt8(ascii: "F")]
        case delimiters.component: return [UInt8(ascii: "S")]
        case delimiters.repeat: return [UInt8(ascii: "R")]
        case delimiters.escape: return [UInt8(ascii: "E")]
        case delimiters.subcomponent: return [UInt8(ascii: "T")]
        case 0x00...0x1F, 0x7F:
            let digits = Array("0123456789ABCDEF".utf8)
            return [UInt8(ascii: "X"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        default: return nil
        }
    }

    private static func end(
        of start: Int, in field: Span<UInt8>, _ delimiters: Delimiters
    ) -> Int? {
        (start + 1..<field.count).first { field[$0] == delimiters.escape }
    }

    private static func append(
        _ sequence: Span<UInt8>, _ delimiters: Delimiters, to result: inout [UInt8]
    ) -> Bool {
        guard sequence.count > 0 else { return false }
        let letter = sequence[0]
        if letter == UInt8(ascii: "X") { return appendDigits(sequence, to: &result) }
        guard sequence.count == 1 else {
            return delimiters.subcomponent != nil && appendBreak(sequence, to: &result)
        }
        switch letter {
        case UInt8(ascii: "F"): result.append(delimiters.field)
        case UInt8(ascii: "S"): return append(delimiters.component, to: &result)
        case UInt8(ascii: "R"): return append(delimiters.repeat, to: &result)
        case UInt8(ascii: "E"): return append(delimiters.escape, to: &result)
        case UInt8(ascii: "T"): return append(delimiters.subcomponent, to: &result)
        case UInt8(ascii: "H"), UInt8(ascii: "N"): break
        default: return false
        }
        return true
    }

    private static func append(_ byte: UInt8?, to result: inout [UInt8]) -> Bool {
        guard let byte else { return false }
        result.append(byte)
        return true
    }

    private static func appendBreak(_ sequence: Span<UInt8>, to result: inout [UInt8]) -> Bool {
        guard sequence.count == 3, sequence[0] == UInt8(ascii: "."),
            sequence[1] == UInt8(ascii: "b"), sequence[2] == UInt8(ascii: "r")
        else { return false }
        return append(.lf, to: &result)
    }

    private static func appendDigits(_ sequence: Span<UInt8>, to result: inout [UInt8]) -> Bool {
        guard sequence.count > 1, sequence.count % 2 == 1 else { return false }
        var bytes: [UInt8] = []
        for index in stride(from: 1, to: sequence.count, by: 2) {
            guard let high = digit(sequence[index]), let low = digit(sequence[index + 1]) else {
                return false
            }
            bytes.append(high << 4 | low)
        }
        result.append(contentsOf: bytes)
        return true
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
