internal import Protocols

/// The first bytes of a line, by which a wrong dialect or a wrong setting shows.
extension Station {
    /// A contact that begins on `line`.
    func newContact(on line: Int) -> FirstContact {
        FirstContact(settings: setup?.lines[configured[line].name]?.settings)
    }

    /// A connection was opened: what comes is looked at anew.
    mutating func meet(_ connection: Int, of line: Int) {
        configured[line].connections[connection].contact = newContact(on: line)
        let name = configured[line].connections[connection].name
        // Callers come and go, and each would have the same told again.
        if !configured[line].isCaller(name) { configured[line].record.suspected = [] }
    }

    /// A message was understood: the dialect is the right one.
    mutating func understand(_ name: String, _ line: Int) {
        guard let index = configured[line].connections.index(of: name) else { return }
        configured[line].connections[index].contact = nil
    }

    /// Something was refused or ignored.
    mutating func trouble(_ name: String, _ line: Int) {
        guard let index = configured[line].connections.index(of: name) else { return }
        configured[line].connections[index].contact?.isTroubled = true
    }

    /// Looks at what came first, and says what it is like if that is not the line's dialect.
    mutating func look(
        at piece: ArraySlice<UInt8>, _ damage: LineDamage, of connection: Int, _ line: Int,
        into out: inout Outbox
    ) {
        let isTime = configured[line].connections[connection].contact?
            .receive(piece, damage: damage)
        guard isTime == true, let contact = configured[line].connections[connection].contact
        else { return }
        let own = Acquaintance(configured[line].dialect)
        let name = configured[line].connections[connection].name
        switch contact.look(as: own, among: setup?.known ?? []) {
        case .undecided: return
        case .settled: break
        case .stranger(let others, let evidence):
            suspect(others, of: name, line, into: &out) {
                "Line \(name) speaks like \(Self.list(others.map(\.title))) (\(evidence)), and is "
                    + "set to \(own.name): if that is the analyzer, \($0)"
            }
        case .otherLink(let others, let look):
            suspect(others, of: name, line, into: &out) {
                "Line \(name) brings \(look), which dialect \(own.name) does not read: \($0)"
            }
        case .settings:
            if !configured[line].record.isDoubted {
                configured[line].record.isDoubted = true
                tellDoubt(of: name, line, because: "what nobody can read", into: &out)
            }
        }
        configured[line].connections[connection].contact = nil
    }

    /// Names the dialects that a line may speak, once.
    private mutating func suspect(
        _ others: [Acquaintance], of name: String, _ line: Int, into out: inout Outbox,
        words: (String) -> String
    ) {
        let names = others.map(\.name)
        let suspicion = names.joined(separator: " ")
        guard !configured[line].record.suspected.contains(suspicion) else { return }
        configured[line].record.suspected.append(suspicion)
        let owner = configured[line].name
        let choice =
            names.isEmpty || names.count > Self.namedAtOnce
            ? "set 'dialect:' of line \(owner) in stepupd.yaml to one that does "
                + "('stepupd dialects' lists them)"
            : "set 'dialect: \(Self.list(names))' for line \(owner) in stepupd.yaml"
        out.notice(
            .medium, "other-dialect", words(choice + ", and start stepupd again."), line: name)
    }

    /// Says that the settings of both ends may differ, and which to try.
    func tellDoubt(
        of name: String, _ line: Int, because: String, into out: inout Outbox
    ) {
        let connection = configured[line].connections.index(of: name)
        let contact = connection.flatMap { configured[line].connections[$0].contact }
        let hint = contact.flatMap { $0.impression.doubtsSettings ? $0.impression : nil }?
            .hint(in: .keys)
        let owner = configured[line].name
        let advice =
            hint.map {
                "\($0) Set it under 'settings:' of line \(owner) in stepupd.yaml, or there."
            } ?? "\(configured[line].record.advice); compare the settings of both ends."
        out.notice(
            .medium, "line-settings", "Line \(name) brings \(because): \(advice)", line: name)
    }

    /// How many dialects a notice names.
    private static let namedAtOnce = 4

    private static func list(_ words: [String]) -> String { words.joined(separator: " or ") }
}
