import Yams

/// One YAML scalar: a word is the word as it is written, a number is a number and nothing else.
///
/// YAML's own guesses are not used, by which `no` becomes a truth value and `1_000` a number.
struct ScalarContainer: SingleValueDecodingContainer {
    let decoder: NodeDecoder

    var codingPath: [any CodingKey] { decoder.codingPath }

    func decodeNil() -> Bool { isNull(decoder.node) }

    func decode(_ type: String.Type) throws -> String {
        guard let scalar = decoder.node.scalar, !isNull(decoder.node) else {
            throw decoder.wrong("a text")
        }
        return scalar.string
    }

    func decode(_ type: Bool.Type) throws -> Bool {
        switch decoder.node.scalar?.string {
        case "true": return true
        case "false": return false
        default: throw decoder.wrong("true or false")
        }
    }

    func decode(_ type: Double.Type) throws -> Double {
        guard let text = decoder.node.scalar?.string, let number = Double(text), number.isFinite
        else { throw decoder.wrong("a number") }
        return number
    }

    func decode(_ type: Float.Type) throws -> Float { Float(try decode(Double.self)) }

    func decode(_ type: Int.Type) throws -> Int { try integer(type) }
    func decode(_ type: Int8.Type) throws -> Int8 { try integer(type) }
    func decode(_ type: Int16.Type) throws -> Int16 { try integer(type) }
    func decode(_ type: Int32.Type) throws -> Int32 { try integer(type) }
    func decode(_ type: Int64.Type) throws -> Int64 { try integer(type) }
    func decode(_ type: UInt.Type) throws -> UInt { try integer(type) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try integer(type) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try integer(type) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try integer(type) }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try integer(type) }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try decoder.decode(type)
    }

    private func integer<Number: FixedWidthInteger>(_ type: Number.Type) throws -> Number {
        guard let text = decoder.node.scalar?.string, let number = Number(text) else {
            throw decoder.wrong("a whole number from \(Number.min) to \(Number.max)")
        }
        return number
    }
}
