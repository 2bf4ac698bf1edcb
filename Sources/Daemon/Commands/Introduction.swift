internal import Foundation
internal import Protocols

/// What `stepupd listen` makes of an analyzer that it meets: which dialect it speaks, or the start
/// of a file for one that is not known.
struct Introduction {
    private let dialects: [Dialect]
    private let draft: String?
    private var bytes: [UInt8] = []
    private var said: String?

    /// An introduction among `dialects`; a draft is written to the path `draft`, if there is one.
    init(among dialects: [Dialect], draft: String?) {
        (self.dialects, self.draft) = (dialects, draft)
    }

    /// Takes what was read.
    ///
    /// - Returns: what it looks like, in words, when that has changed.
    mutating func receive(_ more: [UInt8]) -> String? {
        guard bytes.count < Recognition.limit else { return nil }
        bytes += more
        // Only where something ended: between two characters nothing new can be said.
        guard let last = more.last, [0x03, 0x04, 0x0A, 0x0D].contains(last) else { return nil }
        guard let found = Recognition(of: bytes, among: dialects).likeliest else { return nil }
        defer { said = found.dialect }
        guard said != found.dialect else { return nil }
        return "this looks like \(found.title): dialect \(found.dialect) (\(found.evidence))"
    }

    /// Says what was not recognised, and writes the draft if one was asked for.
    func end() {
        if said == nil, let best = Recognition(of: bytes, among: dialects).candidates.first {
            let signs =
                best.signs.isEmpty ? "no dialect's sign stands" : "several dialects' sign stands"
            Console.say(
                "hint: \(signs) in the first record; '\(best.dialect)' reads it best "
                    + "(\(best.evidence))")
        }
        guard let draft else { return }
        let name = URL(filePath: draft).deletingPathExtension().lastPathComponent
        guard let text = DialectDraft(of: bytes, named: name)?.text else {
            Console.say("no draft is written: nothing that was heard is a record of LIS02-A2")
            return
        }
        do {
            try Data(text.utf8).write(to: URL(filePath: draft), options: .withoutOverwriting)
            Console.say("the start of a dialect is in \(draft): look through it line by line")
        } catch {
            Console.say("stepupd: cannot write \(draft): \(error.localizedDescription)")
        }
    }
}
