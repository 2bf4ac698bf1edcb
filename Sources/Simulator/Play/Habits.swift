public import Protocols

extension Dialect {
    /// What the simulated analyzer does otherwise than the standard says, in a few words each.
    ///
    /// Every one is a key of the dialect file; the words are those of `assaysim dialects`.
    public var habits: [String] {
        guard let writes else { return ["read only"] }
        return (link.kind == .e1381 ? link.frameHabits : link.otherHabits) + writes.habits(in: link)
    }
}

extension LinkOptions {
    fileprivate var frameHabits: [String] {
        var habits: [String] = []
        if frames == .packed {
            habits.append(
                textLength > 240
                    ? "the whole message in one frame" : "frames cut at \(textLength) characters")
        }
        if etbOnCompleteRecords { habits.append("ETB behind whole records") }
        if !returnBeforeEnd { habits.append("no CR before ETX") }
        if trailer != .crlf { habits.append("no CR LF behind the check sum") }
        if skipsNumberZero { habits.append("frame numbers go from 7 to 1") }
        if joinsEnds { habits.append("EOT and the next ENQ in one go") }
        return habits
    }

    fileprivate var otherHabits: [String] {
        var habits: [String] = []
        if kind == .bci, frames == .packed { habits.append("RS within fields") }
        if kind == .bci, trailer == .none { habits.append("nothing behind the check sum") }
        if kind == .simplified, joinsEnds { habits.append("ETX and EOT in one go") }
        if trailer == .lf, [.lines, .table, .listing].contains(kind) {
            habits.append("lines end with LF alone")
        }
        if acknowledgesLines { habits.append("waits for ACK after each line") }
        return habits
    }
}

extension Dialect.Writing {
    fileprivate func habits(in link: LinkOptions) -> [String] {
        var habits: [String] = []
        let records = reports.count { results[$0] != nil }
        if records > 1 { habits.append("\(records) result records a test") }
        if [.e1381, .simplified, .listing].contains(link.kind), terminator == nil {
            habits.append("no terminator record")
        }
        if message == .run { habits.append("many patients in one message") }
        if let resends { habits.append("an old result again after every \(resends)") }
        if numbers.decimalComma { habits.append("a comma before decimals") }
        if numbers.trailingPoint { habits.append("whole numbers with a point") }
        if !numbers.leadingZero { habits.append("no zero before the point") }
        if numbers.spacedBound { habits.append("a blank behind < and >") }
        if numbers.boundInFlags { habits.append("< and > among the flags alone") }
        return habits
    }
}
