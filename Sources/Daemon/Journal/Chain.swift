import Crypto
import Foundation

/// The SHA-256 chain over the journal's rows: each link seals its row and every row before it.
///
/// A link is the hash of the previous link, then `number`, `time` and `wall` as eight bytes each,
/// most significant first, then `kind`, `line`, `damage` and `payload`, each after its length in
/// four bytes; what is absent has the length 0xFFFFFFFF.
enum Chain {
    /// The link before the first row: the hash of the journal's identity.
    static func origin(of identity: String) -> Data { Data(SHA256.hash(data: Data(identity.utf8))) }

    /// The link that seals `row`, after the link `previous`.
    static func link(after previous: Data, _ row: MomentRow) -> Data {
        var content = Data(capacity: 128 + row.payload.count)
        content.append(previous)
        for number in [row.number, row.time, row.wall] {
            withUnsafeBytes(of: number.bigEndian) { content.append(contentsOf: $0) }
        }
        append(Data(row.kind.rawValue.utf8), to: &content)
        append(row.line.map { Data($0.utf8) }, to: &content)
        append(row.damage.map { Data($0.utf8) }, to: &content)
        append(row.payload, to: &content)
        return Data(SHA256.hash(data: content))
    }

    /// The hash that a rest bears, so that a damaged one is not believed.
    static func seal(of station: Data, after number: Int64) -> Data {
        Data(SHA256.hash(data: Data("\(number) ".utf8) + station))
    }

    private static func append(_ field: Data?, to content: inout Data) {
        let length = field.map { UInt32($0.count) } ?? .max
        withUnsafeBytes(of: length.bigEndian) { content.append(contentsOf: $0) }
        if let field { content.append(field) }
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
