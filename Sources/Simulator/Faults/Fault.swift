public import Protocols

/// One thing that goes wrong between an analyzer and its host: each was met in the field.
///
/// Order and wording are those of `assaysim dialects`.
public enum Fault: String, Sendable, Codable, CaseIterable {
    case lost, doubled, flipped, late, split, merged
    case lostReply = "lost-ack"
    case skippedNumber = "skipped-number"
    case repeatedNumber = "repeated-number"
    case noise, silence, contention
    case sixRefusals = "six-naks"
    case unplug

    /// What happens, in one sentence.
    public var sentence: String {
        switch self {
        case .lost: "One byte on its way, either way, does not arrive."
        case .doubled: "One byte of a frame or a message arrives twice."
        case .flipped: "One bit of a byte on its way, either way, is turned over."
        case .late: "Bytes arrive a fifth of a second to twenty seconds late, in their order."
        case .split: "What is written in one go arrives in pieces, with pauses between them."
        case .merged: "What is written in one go waits for what is written next and joins it."
        case .lostReply: "The host's answer does not arrive, so the analyzer sends again."
        case .skippedNumber: "A frame bears the number behind the right one, and the right sum."
        case .repeatedNumber: "A frame bears the last one's number, and the right sum."
        case .noise: "Between messages come bytes that nobody wrote."
        case .silence: "For half a minute or more, nothing gets through either way."
        case .contention: "The host asks for the line in the moment in which the analyzer does."
        case .sixRefusals: "The host answers NAK six times, whatever it gets."
        case .unplug: "The cable is pulled in the middle of a write and put back a little later."
        }
    }

    /// What people are shown when it happens.
    var words: String { "\(rawValue): \(sentence)" }

    /// True when it can happen on a link that is used as `options` say.
    public func occurs(on options: LinkOptions) -> Bool {
        switch self {
        case .lost, .doubled, .flipped, .late, .split, .merged, .noise, .silence, .unplug: true
        case .lostReply: options.isAnswered
        case .skippedNumber, .repeatedNumber, .contention: options.kind == .e1381
        case .sixRefusals: options.isAnswered && ![.mllp, .poct1a].contains(options.kind)
        }
    }

    /// The links on which it can happen at all, with their names in dialect files.
    public var links: [LinkOptions.Kind] {
        LinkOptions.Kind.allCases.filter { kind in
            var options = LinkOptions()
            options.kind = kind
            options.acknowledgesLines = true
            return occurs(on: options)
        }
    }
}

extension LinkOptions {
    /// True when the host answers at all.
    var isAnswered: Bool {
        switch kind {
        case .e1381, .simplified, .bci, .poct1a, .mllp: true
        case .lines, .table, .listing: acknowledgesLines
        }
    }

    /// True when a check sum tells the host that bytes were hurt.
    var isChecked: Bool { kind == .e1381 || kind == .bci }
}
