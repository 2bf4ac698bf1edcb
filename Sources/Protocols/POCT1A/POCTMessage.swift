/// The fields of a POCT1-A message, named for their elements: `PT.patient_id`, `OBS.value@U`.
///
///     <OBS.value V="12.5" U="pg/mL"/>        OBS.value is 12.5, OBS.value@U is pg/mL
///
/// Each OBS element is a result; what stands in the same SVC, before it or behind it, holds for it
/// too, and so does the header.
extension KeyedMessage {
    /// The results of `message`, and the acknowledgement that it asks for.
    static func poct(_ message: Message) -> KeyedMessage {
        var found = KeyedMessage()
        guard let events = MarkupText.events(of: message.text) else {
            found.defects = [.unknownRecord]
            return found
        }
        var shared: [KeyedEntry.Shared] = []
        var firsts: [Int] = []
        var own: (fields: [KeyedEntry.Field], start: Int)?
        for event in events {
            switch event {
            case .start(let name, let attributes, let start):
                if name == "SVC" || shared.isEmpty {
                    shared.append(KeyedEntry.Shared())
                    firsts.append(found.entries.count)
                }
                if name == "OBS" { own = ([], start) }
                let fields = Self.fields(name, attributes)
                if own == nil {
                    for field in fields { shared[shared.count - 1].append(field) }
                } else {
                    own?.fields += fields
                }
            case .end("OBS", let end):
                guard let result = own else { break }
                found.entries.append(
                    KeyedEntry(own: result.fields, range: result.start..<end))
                own = nil
            case .end("SVC", _):
                let service = shared.removeLast()
                found.share([service] + shared.prefix(1), from: firsts.removeLast())
            case .end: break
            }
        }
        if case .start(let root, _, _) = events.first {
            found.reply = Self.reply(to: root, header: shared.first ?? KeyedEntry.Shared())
        }
        return found
    }

    /// Gives `fields` to the entries from `first` on.
    private mutating func share(_ fields: [KeyedEntry.Shared], from first: Int) {
        for index in first..<entries.count { entries[index].shared = fields }
    }

    private static func fields(
        _ name: String, _ attributes: [(name: String, text: [UInt8])]
    ) -> [KeyedEntry.Field] {
        attributes.map { key, text in
            let place = FieldText.trimmed(0..<text.count, of: text.span)
            return KeyedEntry.Field(
                key: key == "V" ? name : "\(name)@\(key)", text: Array(text[place]))
        }
    }

    /// What a device waits for: ACK.R01, and END.R01 after the end of a topic.
    private static func reply(to root: String, header: KeyedEntry.Shared) -> [UInt8] {
        guard root.hasSuffix(".R01"), root != "ACK.R01" else { return [] }
        func text(_ key: String) -> String {
            String(decoding: header[key] ?? [], as: UTF8.self).filter {
                !"<>&\"'".contains($0) && $0.unicodeScalars.allSatisfy { $0.value >= 0x20 }
            }
        }
        let control = text("HDR.control_id")
        let head =
            "<HDR><HDR.control_id V=\"\(control)\"/><HDR.version_id V=\"POCT1\"/>"
            + "<HDR.creation_dttm V=\"\(text("HDR.creation_dttm"))\"/></HDR>"
        let answer =
            root == "EOT.R01"
            ? "<END.R01>\(head)<TRM><TRM.reason_cd V=\"NRM\"/></TRM></END.R01>"
            : "<ACK.R01>\(head)<ACK><ACK.type_cd V=\"AA\"/>"
                + "<ACK.ack_control_id V=\"\(control)\"/></ACK></ACK.R01>"
        return Array(answer.utf8)
    }
}
