import Foundation

/// Walks a journal's chain from its first moment and says where it breaks.
struct JournalCheck: Equatable {
    /// Something that is not as it was written.
    struct Fault: Equatable, CustomStringConvertible {
        /// The moment concerned.
        var moment: Int64
        /// One sentence.
        var description: String
    }

    /// How many moments were found sound.
    var sound: Int64 = 0
    /// The link that seals the last sound one, to be noted down elsewhere; hexadecimal.
    var seal = ""
    /// The moment whose link is the one that was looked for; nil when none is.
    var found: Int64?
    /// Where the chain breaks first; nil when it is whole.
    var fault: Fault?

    /// Checks every moment that `reader` sees, and looks for the one that `sought` seals;
    /// `progress` hears the number of each thousandth.
    init(
        _ reader: JournalReader, sought: Data? = nil, progress: (Int64) -> Void = { _ in }
    ) {
        var link = Chain.origin(of: reader.identity)
        do {
            try reader.rows(after: 0) { row, stored in
                guard row.number == sound + 1 else {
                    throw Fault(
                        moment: sound + 1,
                        description: "moment \(sound + 1) is missing; \(row.number) follows")
                }
                let next = Chain.link(after: link, row)
                guard next == stored else { throw Self.broken(row) }
                _ = try row.moment()
                (link, sound) = (next, row.number)
                if next == sought { found = row.number }
                if sound % 1000 == 0 { progress(sound) }
            }
        } catch let found as Fault {
            fault = found
        } catch {
            fault = Fault(
                moment: sound + 1,
                description: "moment \(sound + 1) cannot be read: \(error)")
        }
        seal = link.hexadecimal
    }

    private static func broken(_ row: MomentRow) -> Fault {
        let line = row.line.map { " on \($0)" } ?? ""
        return Fault(
            moment: row.number,
            description: "moment \(row.number) (\(row.kind)\(line)) is not as it was written, "
                + "or the moment before it was exchanged")
    }
}

extension JournalCheck.Fault: Error {}
