import Protocols

extension Property {
    /// The first byte chooses the character set, the rest is a message in it: results stand where
    /// they are said to be, and HL7 gives the same in a header that names the set.
    static func wide(_ bytes: [UInt8]) -> String? {
        let sets = Dialect.Encoding.allCases
        var dialect = Dialect(name: "plain", title: "")
        dialect.reads.encoding = sets[Int(bytes.first ?? 0) % sets.count]
        let text = Array(bytes.dropFirst())
        if let broken = misplaced(Message(text: text, at: 7), as: dialect) { return broken }
        // The same bytes as what follows a header that names the set.
        let name = ["GB18030", "BIG-5", "ISO IR87", "KS X 1001", "8859/2", "UNICODE UTF-8"]
        let charset = name[Int(bytes.first ?? 0) % name.count]
        let header = Array(#"MSH|^~\&|A||||20260102||ORU^R01|1|P|2.5||||||\#(charset)"#.utf8)
        dialect.link.kind = .mllp
        dialect.reads = .hl7
        return misplaced(Message(text: header + [0x0D] + text, at: 7), as: dialect)
    }

    private static func misplaced(_ message: Message, as dialect: Dialect) -> String? {
        let line = 7..<7 + message.text.count
        for result in MessageReader(dialect).read(message).results {
            guard line.contains(result.bytes.lowerBound), result.bytes.upperBound <= line.upperBound
            else { return "a result outside its message" }
            let first = message.text[result.bytes.lowerBound - 7]
            guard [0x4F, 0x52].contains(first & 0xDF) else {
                return "a result that does not begin where its record does"
            }
        }
        return nil
    }
}
