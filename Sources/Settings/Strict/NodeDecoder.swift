import Yams

/// Decodes one YAML node, and tells the reading which keys were asked for.
struct NodeDecoder: Decoder {
    let node: Node
    let path: [String]
    let reading: FileReading

    var codingPath: [any CodingKey] { path.map(PathKey.init(stringValue:)) }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    init(_ node: Node, at path: [String], in reading: FileReading) {
        (self.node, self.path, self.reading) = (node, path, reading)
        reading.visit(node, at: path)
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard let mapping = node.mapping else { throw wrong("keys with values") }
        reading.open(mapping, at: path)
        return KeyedDecodingContainer(MappingContainer(mapping, of: self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard let sequence = node.sequence else { throw wrong("a list, such as [a, b]") }
        return SequenceContainer(nodes: Array(sequence), decoder: self)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer {
        ScalarContainer(decoder: self)
    }

    /// The value of `node` as `type`; scalars are read as they are written.
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        do {
            return try Value(from: self)
        } catch let refusal as DecodingError {
            guard let word = node.scalar?.string, let choices = Self.choices(of: type) else {
                throw refusal
            }
            throw reading.error(
                at: path, "'\(word)'\(reading.place(path)) is none of: \(choices)")
        }
    }

    /// A value of another kind than `expected` stands here.
    func wrong(_ expected: String) -> SettingsError {
        let found =
            switch node {
            case .scalar(let scalar) where scalar.string.isEmpty: "nothing"
            case .scalar(let scalar): "'\(scalar.string)'"
            case .mapping: "keys with values"
            case .sequence: "a list"
            case .alias: "an alias"
            }
        return reading.error(
            at: path, "expected \(expected)\(reading.place(path)), found \(found)")
    }

    /// The words of an enumeration, when `type` is one that lists them.
    private static func choices(of type: Any.Type) -> String? {
        guard let listed = type as? any CaseIterable.Type else { return nil }
        let words = words(of: listed)
        return words.isEmpty ? nil : words.joined(separator: ", ")
    }

    private static func words<Listed: CaseIterable>(of type: Listed.Type) -> [String] {
        type.allCases.compactMap { ($0 as? any RawRepresentable)?.rawValue as? String }
    }
}

/// A step of a path: a key, or a place in a list.
struct PathKey: CodingKey {
    let stringValue: String
    var intValue: Int? { Int(stringValue) }

    init(stringValue: String) { self.stringValue = stringValue }
    init(intValue: Int) { stringValue = "\(intValue)" }
}
