import Yams

/// The keys of a YAML mapping.
struct MappingContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
    private let values: [String: Node]
    private let order: [String]
    private let decoder: NodeDecoder

    var codingPath: [any CodingKey] { decoder.codingPath }

    /// The keys that the type has a name for; all of them for a dictionary.
    var allKeys: [Key] {
        order.compactMap { name in
            guard let key = Key(stringValue: name) else { return nil }
            decoder.reading.ask(name, at: decoder.path)
            return key
        }
    }

    init(_ mapping: Node.Mapping, of decoder: NodeDecoder) {
        let pairs = mapping.map { ($0.key.scalar?.string ?? "?", $0.value) }
        values = Dictionary(pairs) { first, _ in first }
        order = pairs.map(\.0)
        self.decoder = decoder
    }

    func contains(_ key: Key) -> Bool { value(key) != nil }

    func decodeNil(forKey key: Key) throws -> Bool { value(key).map(isNull) ?? true }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try inner(key).decode(type)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try inner(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try inner(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { decoder }

    func superDecoder(forKey key: Key) throws -> any Decoder { try inner(key) }

    private func value(_ key: Key) -> Node? {
        decoder.reading.ask(key.stringValue, at: decoder.path)
        return values[key.stringValue]
    }

    private func inner(_ key: Key) throws -> NodeDecoder {
        guard let node = value(key) else {
            throw decoder.reading.missing(key.stringValue, at: decoder.path)
        }
        return NodeDecoder(node, at: decoder.path + [key.stringValue], in: decoder.reading)
    }
}

/// True for what YAML calls null: nothing, `~`, `null`; quoted words are words.
func isNull(_ node: Node) -> Bool {
    guard let scalar = node.scalar, scalar.style == .plain || scalar.style == .any else {
        return false
    }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
}
