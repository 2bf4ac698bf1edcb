import Yams

/// The elements of a YAML sequence.
struct SequenceContainer: UnkeyedDecodingContainer {
    let nodes: [Node]
    let decoder: NodeDecoder
    private(set) var currentIndex = 0

    var codingPath: [any CodingKey] { decoder.codingPath }
    var count: Int? { nodes.count }
    var isAtEnd: Bool { currentIndex >= nodes.count }

    init(nodes: [Node], decoder: NodeDecoder) {
        (self.nodes, self.decoder) = (nodes, decoder)
    }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, isNull(nodes[currentIndex]) else { return false }
        currentIndex += 1
        return true
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try next().decode(type)
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        try next().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try next().unkeyedContainer()
    }

    mutating func superDecoder() throws -> any Decoder { try next() }

    private mutating func next() throws -> NodeDecoder {
        guard !isAtEnd else {
            throw decoder.reading.error(
                at: decoder.path,
                "the list\(decoder.reading.place(decoder.path)) has only \(nodes.count) elements")
        }
        let path = decoder.path + ["\(currentIndex)"]
        defer { currentIndex += 1 }
        return NodeDecoder(nodes[currentIndex], at: path, in: decoder.reading)
    }
}
