/// What comes first on a line, until it is clear whether its dialect is the right one.
///
/// Pure, and looked at after the same bytes however they were cut: at the end of the first record
/// and after 3, 64, 128, 256 and 512 bytes. Whoever has it hands in no more than ``untilLook(in:)``
/// bytes at once, and drops it when a message was understood.
public struct FirstContact: Sendable, Equatable, Codable {
    /// What a look says.
    public enum Finding: Sendable, Equatable {
        /// Nothing can be said yet.
        case undecided
        /// All is well, or nothing will ever be said.
        case settled
        /// Another dialect's signs stand in the first record: its names and titles, and why.
        case stranger([Acquaintance], evidence: String)
        /// The bytes are of another link than the dialect's: those dialects that speak it.
        case otherLink([Acquaintance], look: String)
        /// The port's settings are doubtful; see ``impression``.
        case settings
    }

    /// The numbers of bytes after which it is looked at.
    ///
    /// Ours: three enquiries; one record, two; more than a frame of 240; and then no more.
    private static let looks = [3, 64, 128, 256, 512]
    /// From here on a line that was not understood is not waited for any longer.
    private static let patience = 256

    /// True when something was refused or ignored since the beginning.
    public var isTroubled = false
    /// What the bytes look like.
    public private(set) var impression: LineImpression
    private var head: [UInt8] = []
    private var text = 0
    private var hasRecord = false
    private let doubtsSettings: Bool

    /// A line that is set like this and has said nothing yet; nil for one without a speed.
    public init(settings: LineSettings?) {
        impression = LineImpression(settings: settings ?? LineSettings())
        doubtsSettings = settings != nil
    }

    /// How many of `bytes` to hand in before it is looked at again: at least one, if there are any.
    public func untilLook(in bytes: ArraySlice<UInt8>) -> Int {
        let next = Self.looks.first { $0 > head.count } ?? .max
        let room = min(bytes.count, next - head.count)
        guard !hasRecord else { return room }
        var text = text
        for (index, byte) in bytes.prefix(room).enumerated() {
            if Self.isEnd(byte), text > 1 { return index + 1 }
            if (0x20...0x7E).contains(byte) { text += 1 }
        }
        return room
    }

    /// Takes what came, and what the driver counted meanwhile.
    ///
    /// - Returns: true when it is time to look.
    public mutating func receive(_ bytes: ArraySlice<UInt8>, damage: LineDamage) -> Bool {
        impression.receive(Array(bytes), damage: damage)
        head += bytes
        var isTime = Self.looks.contains(head.count) || !damage.isNone
        for byte in bytes where !hasRecord {
            if Self.isEnd(byte), text > 1 { (hasRecord, isTime) = (true, true) }
            if (0x20...0x7E).contains(byte) { text += 1 }
        }
        return isTime
    }

    private static func isEnd(_ byte: UInt8) -> Bool {
        byte == .cr || byte == .lf || byte == .etx
    }

    /// What is to be said of it now, on a line that is set to `own`.
    public func look(as own: Acquaintance, among known: [Acquaintance]) -> Finding {
        let kind = Framing.kind(of: head)
        if hasRecord, let found = signed(own, known, framed: kind) { return found }
        if doubtsSettings, impression.doubtsSettings, isTroubled || isOld { return .settings }
        if Framing.isEnquiryAlone(head), !own.kind.enquires {
            return .otherLink(known.filter(\.kind.enquires), look: "ENQ, again and again")
        }
        if isOld, let kind, kind != own.kind {
            return .otherLink(known.filter { $0.kind == kind }, look: kind.look)
        }
        return head.count >= Self.looks.last ?? 0 ? .settled : .undecided
    }

    private var isOld: Bool { head.count >= Self.patience }

    /// What the signs in the first record say, if any stands there.
    private func signed(
        _ own: Acquaintance, _ known: [Acquaintance], framed kind: LinkOptions.Kind?
    ) -> Finding? {
        let first = FirstRecord(of: head)
        let ours = own.fit(first, framed: kind)
        let others = known.filter { $0.name != own.name }
            .map { (dialect: $0, fit: $0.fit(first, framed: kind)) }
            .filter { !$0.fit.signs.isEmpty }
        let best = others.map(\.fit).max()
        guard let best, best > ours else { return ours.signs.isEmpty ? nil : .settled }
        let alike = others.filter { !($0.fit < best) }
        return .stranger(
            alike.map(\.dialect),
            evidence: "the first record says "
                + best.signs.map { "'\($0)'" }.joined(separator: " and "))
    }
}
