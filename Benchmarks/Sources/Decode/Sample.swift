import CYardstick
import Protocols
import Samples
import Settings

/// A link, an analyzer that uses it, and what its bytes are measured beside.
struct Sample {
    /// What the link is called in the table.
    let name: String
    let dialect: Dialect
    let bytes: [UInt8]
    let yardstick: Yardstick
    /// What part of the yardstick's speed is asked for; nil where nothing is.
    var goal: Double?
    var peers: [Peer] = []

    /// Every link: E1381 in both ways of cutting frames, then the others.
    static func all() throws -> [Sample] {
        var packed = LinkOptions()
        packed.frames = .packed
        let frames = [
            ("framed E1381, a record a frame", LinkOptions()), ("240-byte frames", packed),
        ]
        .map { name, options in
            Sample(
                name: name, dialect: SampleLine.dialect,
                bytes: SampleLine.bytes(16_000_000, options: options), yardstick: .frames,
                goal: 0.4, peers: options == packed ? [] : [.astm(goal: 30)])
        }
        let dialects = try Catalogue().dialects()
        return try frames
            + links.map { link in
                guard let dialect = dialects[link.dialect] else {
                    preconditionFailure("no dialect \(link.dialect)")
                }
                return Sample(
                    name: link.name, dialect: dialect,
                    bytes: try ReportedLine.bytes(3_000_000, of: dialect),
                    yardstick: link.yardstick,
                    peers: link.peers)
            }
    }

    private typealias Link = (name: String, dialect: String, yardstick: Yardstick, peers: [Peer])

    /// The links whose messages are one text each, and the shipped dialect that speaks each.
    private static var links: [Link] {
        [
            ("MAGLUMI's simplified link", "snibe-maglumi", texts("R", 0x02, 0x03), [.astm()]),
            ("unframed records", "tosoh-aia-360-records", texts("R", nil, 0x0A), [.astm()]),
            ("mini VIDAS (BCI)", "biomerieux-mini-vidas", bci, []),
            ("VIDAS PC (BCI)", "biomerieux-vidas-pc", bci, []),
            ("AIA-360 lines", "tosoh-aia-360", texts("Sam", nil, 0x0A, divider: ","), []),
            ("a table (CSV)", "generic-csv", texts("T", nil, 0x0A, divider: ","), [.csv]),
            ("HL7 over MLLP", "generic-hl7", texts("OBX", 0x0B, 0x1C), [.hl7, .hl7apy]),
            ("POCT1-A", "generic-poct1a", .markup, [.xml]),
        ]
    }

    /// Texts of records that end with CR, those that report a value beginning with `result`.
    private static func texts(
        _ result: StaticString, _ begin: Int32?, _ end: UInt8, divider: Unicode.Scalar = "|"
    ) -> Yardstick {
        .texts(
            yardstick_link(
                begin: begin ?? -1, end: end, filler: -1, is_summed: false, record: 0x0D,
                field: UInt8(ascii: divider), result: letters(result)))
    }

    /// Texts of fields that end with a bar, RS among them, GS and their sum behind them.
    private static var bci: Yardstick {
        .texts(
            yardstick_link(
                begin: 0x02, end: 0x1D, filler: 0x1E, is_summed: true,
                record: UInt8(ascii: "|"), field: 0, result: letters("rt")))
    }

    private static func letters(_ text: StaticString) -> (CChar, CChar, CChar, CChar) {
        let all: [CChar] = text.description.utf8.map { CChar($0) } + [0, 0, 0, 0]
        return (all[0], all[1], all[2], all[3])
    }
}
