import Foundation
import StepUp

/// One announcement as it goes out: encoded once, its bytes shared by every reader.
struct Piece: Sendable {
    /// The announcement's number; nil for what is told out of band.
    let id: Int64?

    /// The object, without a line end.
    let json: String

    /// The same as a server-sent event, ready to be written.
    let event: [UInt8]

    /// The object `json` of announcement `id`.
    init(id: Int64?, json: String) {
        self.id = id
        self.json = json
        let label = id.map { "id: \($0)\n" } ?? ""
        event = [UInt8]("\(label)data: \(json)\n\n".utf8)
    }

    /// The announcement; one that JSON cannot hold is told as a notice under its number.
    init(_ announcement: Announcement) {
        do {
            self.init(id: announcement.id, json: try Self.encoded(announcement))
        } catch {
            let loss = OutOfBand(
                id: announcement.id, at: announcement.at,
                notice: NoticeNews(
                    priority: .high, code: "not-encodable",
                    text: "Announcement \(announcement.id) has no form in JSON: \(error)"))
            self.init(id: announcement.id, json: loss.json)
        }
    }

    /// A notice that belongs to no moment.
    init(outOfBand notice: NoticeNews, at: WallTime) {
        self.init(id: nil, json: OutOfBand(id: nil, at: at, notice: notice).json)
    }

    /// Sorted keys, so that the same announcement is the same bytes everywhere.
    static func encoded(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}

/// A notice of the shell's own: of the disk or of the stream, not of the fold.
private struct OutOfBand: Encodable {
    let id: Int64?
    let at: WallTime
    let notice: NoticeNews

    private enum Key: String, CodingKey { case id, at, type }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encodeIfPresent(id, forKey: .id)
        try object.encode(at.description, forKey: .at)
        try object.encode("notice", forKey: .type)
        try notice.encode(to: encoder)
    }

    /// A notice holds nothing but strings, which JSON always takes.
    var json: String {
        (try? Piece.encoded(self)) ?? #"{"type":"notice","priority":"high","code":"lost"}"#
    }
}
