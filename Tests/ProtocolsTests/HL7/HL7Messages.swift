import Protocols

/// A dialect that follows HL7 in everything.
var plainHL7: Dialect {
    var dialect = Dialect(name: "plain-hl7", title: "")
    dialect.link.kind = .mllp
    dialect.reads = .hl7
    return dialect
}

/// What a reader makes of the segments that `lines` are.
func contents(
    of lines: String..., as dialect: Dialect = plainHL7
) -> MessageReader.Contents {
    let text = [UInt8](line: lines.map { $0 + "<CR>" }.joined())
    return MessageReader(dialect).read(Message(text: text))
}

/// The header of a message of `type`, with what stands behind its version.
func msh(_ type: String = "ORU^R01", behind: String = "") -> String {
    "MSH|^~\\&|AN|SITE|LIS|LAB|20260102030405||\(type)|M7|P|2.5.1\(behind)"
}

extension MessageReader.Contents {
    /// The acknowledgement in line notation.
    var answer: String { LineNotation.text(of: reply) }
}
