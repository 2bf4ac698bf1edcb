import Crypto
import Foundation

/// The SHA-256 chain over the journal's rows: each link seals its row and every row before it.
///
/// A link is the hash of the previous link, then `number`, `time` and `wall` as eight bytes each,
/// most significant first, then `kind`, `line`, `damage` and `payload`, each after its length in
/// four bytes; what is absent has the length 0xFFFFFFFF.
enum Chain {
    /// The link before the first row: the hash of the journal's identity.
    static func origin(of identity: String) -> Data { hash(Data(identity.utf8)) }

    /// The link that seals `row`, after the link `previous`.
    static func link(after previous: Data, _ row: MomentRow) -> Data {
        var content: [UInt8] = []
        content.reserveCapacity(128 + row.payload.count)
        content += previous
        for number in [row.number, row.time, row.wall] { append(number, to: &content) }
        append(row.kind.rawValue.utf8, to: &content)
        append(row.line?.utf8, to: &content)
        append(row.damage?.utf8, to: &content)
        append(row.payload, to: &content)
        return hash(content)
    }

    /// The hash that a rest bears, so that a damaged one is not believed.
    static func seal(of station: Data, after number: Int64) -> Data {
        hash(Data("\(number) ".utf8) + station)
    }

    private static func hash(_ content: some DataProtocol) -> Data {
        SHA256.hash(data: content).withUnsafeBytes { Data($0) }
    }

    private static func append<Field: Collection<UInt8>>(
        _ field: Field?, to content: inout [UInt8]
    ) {
        append(field.map { UInt32($0.count) } ?? .max, to: &content)
        if let field { content += field }
    }

    /// The bytes of `number`, most significant first.
    private static func append<Number: FixedWidthInteger>(
        _ number: Number, to content: inout [UInt8]
    ) {
        for shift in stride(from: Number.bitWidth - 8, through: 0, by: -8) {
            content.append(UInt8(truncatingIfNeeded: number >> Number(shift)))
        }
    }
}

extension Data {
    /// Lower-case hexadecimal, two digits a byte.
    var hexadecimal: String {
        map { byte in
            let digits = String(byte, radix: 16)
            return byte < 16 ? "0" + digits : digits
        }.joined()
    }
}
