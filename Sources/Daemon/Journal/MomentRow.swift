import Foundation
import Protocols
import StepUp

/// One moment as it is stored: the journal's row, version 1.
///
/// `payload` holds bytes of a line as they came, words as UTF-8, and set-ups and marks as compact
/// JSON with sorted keys; so that a row never has to be interpreted to be checked.
struct MomentRow: Sendable, Equatable {
    /// The kinds of moment, as the `kind` column and recordings spell them.
    enum Kind: String, Sendable, Codable, CaseIterable {
        case began, opened, bytes, lost, mark, due
    }

    var number: Int64
    /// Nanoseconds since the journal's anchor.
    var time: Int64
    /// Nanoseconds since the Unix epoch.
    var wall: Int64
    var kind: Kind
    var line: String?
    /// What the serial driver counted while the bytes arrived, as compact JSON; nil when nothing.
    var damage: String?
    var payload: Data
}

extension MomentRow {
    /// The row of `moment`; throws when its set-up or mark cannot be written as JSON, which only
    /// a number that is no number can cause.
    init(_ moment: Moment) throws {
        number = moment.number
        time = moment.time.nanoseconds
        wall = moment.wall.nanoseconds
        switch moment.event {
        case .began(let setup): (kind, payload) = (.began, try JSONLine.data(of: setup))
        case .opened(let name, let detail):
            (kind, line, payload) = (.opened, name, Data(detail.utf8))
        case .bytes(let name, let bytes, let hurt):
            (kind, line, payload) = (.bytes, name, Data(bytes))
            damage = hurt.isNone ? nil : try JSONLine.text(of: hurt)
        case .lost(let name, let reason):
            (kind, line, payload) = (.lost, name, Data(reason.utf8))
        case .mark(let mark): (kind, payload) = (.mark, try JSONLine.data(of: mark))
        case .due: (kind, payload) = (.due, Data())
        }
    }

    /// The moment of this row; throws ``JournalError/unreadable(moment:why:)`` when the payload
    /// is not what the kind promises.
    func moment() throws -> Moment {
        Moment(
            number: number, time: .nanoseconds(time), wall: WallTime(nanoseconds: wall),
            event: try event())
    }

    private func event() throws -> Moment.Event {
        do {
            switch kind {
            case .began: return .began(try JSONDecoder().decode(Setup.self, from: payload))
            case .opened: return .opened(line: try name(), detail: try words())
            case .bytes: return .bytes(line: try name(), [UInt8](payload), damage: try hurt())
            case .lost: return .lost(line: try name(), reason: try words())
            case .mark: return .mark(try JSONDecoder().decode(Mark.self, from: payload))
            case .due: return .due
            }
        } catch {
            throw JournalError.unreadable(moment: number, why: "\(kind): \(error)")
        }
    }

    private func name() throws -> String {
        guard let line else { throw Missing.line }
        return line
    }

    private func words() throws -> String {
        guard let text = String(bytes: payload, encoding: .utf8) else { throw Missing.text }
        return text
    }

    private func hurt() throws -> LineDamage {
        guard let damage else { return LineDamage() }
        return try JSONDecoder().decode(LineDamage.self, from: Data(damage.utf8))
    }

    private enum Missing: Error { case line, text }
}

extension Duration {
    /// Whole nanoseconds: the journal's unit, good for 292 years.
    var nanoseconds: Int64 {
        components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000
    }
}
