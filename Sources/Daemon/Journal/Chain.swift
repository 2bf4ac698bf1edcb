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
        var sealed = Sealed(after: previous, room: row.payload.count)
        sealed.append(row.number)
        sealed.append(row.time)
        sealed.append(row.wall)
        sealed.append(row.kind.rawValue)
        sealed.append(row.line)
        sealed.append(row.damage)
        sealed.append(UInt32(row.payload.count))
        sealed.bytes.append(contentsOf: row.payload)
        return hash(sealed.bytes)
    }

    /// The hash that a rest bears, so that a damaged one is not believed.
    static func seal(of station: Data, after number: Int64) -> Data {
        hash(Data("\(number) ".utf8) + station)
    }

    private static func hash(_ content: some DataProtocol) -> Data {
        SHA256.hash(data: content).withUnsafeBytes { Data($0) }
    }

    /// What is sealed: the link before, what stands before the payload, and the payload.
    private struct Sealed {
        var bytes: [UInt8] = []

        /// Begins after the link `previous`, with room for `payload` bytes.
        init(after previous: Data, room payload: Int) {
            bytes.reserveCapacity(payload + 256)
            bytes.append(contentsOf: previous)
        }

        /// The bytes of `number`, most significant first.
        mutating func append<Number: FixedWidthInteger>(_ number: Number) {
            var shift = Number.bitWidth
            while shift > 0 {
                shift -= 8
                bytes.append(UInt8(truncatingIfNeeded: number >> Number(shift)))
            }
        }

        mutating func append(_ text: String?) {
            append(text.map { UInt32($0.utf8.count) } ?? .max)
            if let text { bytes.append(contentsOf: text.utf8) }
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
