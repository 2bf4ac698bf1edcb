import Protocols
import StepUp

/// One moment as a line of a recording: a flat object, bytes in line notation.
///
/// ```json
/// {"bytes":"<ENQ>","kind":"bytes","line":"lab","number":4,"time":250000000,"wall":1767225600…}
/// ```
struct RecordedMoment: Sendable, Equatable {
    var moment: Moment
}

extension RecordedMoment: Codable {
    private enum Key: String, CodingKey {
        case number, time, wall, kind, line, detail, bytes, damage, reason, mark, setup
    }

    init(from decoder: any Decoder) throws {
        let object = try decoder.container(keyedBy: Key.self)
        let kind = try object.decode(MomentRow.Kind.self, forKey: .kind)
        moment = Moment(
            number: try object.decode(Int64.self, forKey: .number),
            time: .nanoseconds(try object.decode(Int64.self, forKey: .time)),
            wall: try object.decode(WallTime.self, forKey: .wall),
            event: try Self.event(kind, in: object))
    }

    private static func event(
        _ kind: MomentRow.Kind, in object: KeyedDecodingContainer<Key>
    ) throws -> Moment.Event {
        func text(_ key: Key) throws -> String { try object.decode(String.self, forKey: key) }
        switch kind {
        case .began: return .began(try object.decode(Setup.self, forKey: .setup))
        case .opened: return .opened(line: try text(.line), detail: try text(.detail))
        case .lost: return .lost(line: try text(.line), reason: try text(.reason))
        case .bytes:
            return .bytes(
                line: try text(.line), try LineNotation.bytes(of: try text(.bytes)),
                damage: try object.decodeIfPresent(LineDamage.self, forKey: .damage)
                    ?? LineDamage())
        case .mark: return .mark(try object.decode(Mark.self, forKey: .mark))
        case .due: return .due
        }
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(moment.number, forKey: .number)
        try object.encode(moment.time.nanoseconds, forKey: .time)
        try object.encode(moment.wall, forKey: .wall)
        func name(_ kind: MomentRow.Kind, _ line: String? = nil) throws {
            try object.encode(kind, forKey: .kind)
            try object.encodeIfPresent(line, forKey: .line)
        }
        switch moment.event {
        case .began(let setup):
            try name(.began)
            try object.encode(setup, forKey: .setup)
        case .opened(let line, let detail):
            try name(.opened, line)
            try object.encode(detail, forKey: .detail)
        case .bytes(let line, let bytes, let damage):
            try name(.bytes, line)
            try object.encode(LineNotation.text(of: bytes), forKey: .bytes)
            if !damage.isNone { try object.encode(damage, forKey: .damage) }
        case .lost(let line, let reason):
            try name(.lost, line)
            try object.encode(reason, forKey: .reason)
        case .mark(let mark):
            try name(.mark)
            try object.encode(mark, forKey: .mark)
        case .due: try name(.due)
        }
    }
}
