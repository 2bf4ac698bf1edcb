import Protocols

/// What must hold where a line has two ways: of an end that may send, and of orders.
extension Property {
    /// An end that may send and has nothing to hears what one hears that only listens; and one
    /// that has something comes to an end with it, whatever the other side says.
    static func duplex(_ bytes: [UInt8]) -> String? {
        let options = options(by: bytes.first ?? 0)
        let line = Array(bytes.dropFirst())
        var listener: any LinkEnd = Receiver(options: options)
        var silent: any LinkEnd = Duplex(role: .host, options: options)
        guard
            silent.receive(line, damaged: false, at: .zero)
                == listener.receive(line, damaged: false, at: .zero)
        else { return "heard differently" }
        var talker = Duplex(role: bytes.count % 2 == 0 ? .host : .instrument, options: options)
        _ = talker.enqueue([Array("H".utf8), Array("L|1|F".utf8)], about: "", at: .zero)
        for byte in line { _ = talker.receive([byte], at: .zero) }
        guard talker.received == line.count else { return "counted differently" }
        for _ in 0..<64 {
            guard !talker.isAtRest, let deadline = talker.deadline else { break }
            _ = talker.expire(at: deadline)
        }
        return talker.isAtRest || talker.pending > 0 ? nil : "no rest at the end"
    }

    /// An end that may send HL7 and has nothing to hears what one hears that only listens.
    ///
    /// One that has an order, and perhaps another in its place halfway, says the same however the
    /// line is cut, tells of each at the most once, and comes to an end with them.
    ///
    /// The first byte chooses the options, the role and whether the order is replaced.
    static func mllpDuplex(_ bytes: [UInt8]) -> String? {
        let choice = bytes.first ?? 0
        var options = options(by: choice)
        options.kind = .mllp
        let line = Array(bytes.dropFirst())
        let role: Sender.Role = choice & 64 == 0 ? .host : .instrument
        var silent = MLLPDuplex(role: role, options: options)
        var listener = MLLP(options: options)
        guard silent.receive(line, at: .zero) == listener.receive(line, at: .zero) else {
            return "heard differently"
        }
        let halves = [line[..<(line.count / 2)], line[(line.count / 2)...]]
        let replacing = choice & 128 != 0
        var whole = MLLPDuplex(role: role, options: options)
        let atOnce = whole.hear(halves.map { [Array($0)] }, replacing: replacing)
        var each = MLLPDuplex(role: role, options: options)
        let byByte = each.hear(halves.map { $0.map { [$0] } }, replacing: replacing)
        guard atOnce == byByte else { return "cut differently, heard differently" }
        return whole.unsettled(after: atOnce, of: replacing ? 2 : 1, on: line, role)
    }

    /// An end of MAGLUMI's link that has something to send comes to an end with it, however the
    /// line is cut that it hears meanwhile, and tells of it once at the most.
    static func simplifiedDuplex(_ bytes: [UInt8]) -> String? {
        var options = options(by: bytes.first ?? 0)
        options.kind = .simplified
        let line = Array(bytes.dropFirst())
        let role: Sender.Role = bytes.count % 2 == 0 ? .host : .instrument
        var talker = SimplifiedDuplex(role: role, options: options)
        var actions = talker.enqueue([Array("H".utf8), Array("L|1|N".utf8)], about: "", at: .zero)
        for byte in line { actions += talker.receive([byte], at: .zero) }
        guard talker.received == line.count else { return "counted differently" }
        for _ in 0..<64 {
            guard !talker.isAtRest, let deadline = talker.deadline else { break }
            actions += talker.expire(at: deadline)
        }
        let ends = actions.filter {
            if case .dispatch(let dispatch) = $0 { dispatch.fate.isEnd } else { false }
        }
        guard ends.count <= 1 else { return "told more often than sent" }
        return talker.isAtRest || role == .instrument ? nil : "no rest at the end"
    }

    /// Orders that were read are read again from what a host writes of them.
    static func orders(_ bytes: [UInt8]) -> String? {
        var dialect = Dialect(name: "plain", title: "")
        dialect.orders = Dialect.Ordering()
        guard let writer = try? OrderWriter(dialect) else { return "no writer" }
        let reader = OrderReader(dialect)
        func again(_ answer: Order.Answer) -> Order.Answer? {
            let query = Query(specimen: "", tests: "", status: "O", bytes: 0..<0)
            let records = writer.messages(of: answer, to: query).last ?? []
            return reader.read(Message(text: Array(records.map { $0 + [.cr] }.joined())))
        }
        guard let answer = reader.read(Message(text: bytes)) else { return nil }
        // Blanks around an ID go with the first writing, and with them what kept neighbours apart.
        guard let once = again(answer) else { return "not read again" }
        return again(once) == once ? nil : "not read again as it was"
    }

    /// A draft is a file whose tests are all comments, whatever they are called.
    static func draft(_ bytes: [UInt8]) -> String? {
        guard let draft = DialectDraft(of: bytes, named: "draft") else { return nil }
        let lines = draft.text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let start = lines.firstIndex(of: "analytes:") else { return "no tests" }
        let isSound = lines[(start + 1)...].allSatisfy {
            $0.isEmpty || $0 == "  {}" || $0.hasPrefix("  # ")
        }
        let isPlain = draft.text.unicodeScalars.allSatisfy {
            $0 == "\n" || $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value)
        }
        return isSound && isPlain ? nil : "a test that is more than a comment"
    }
}

extension Dispatch.Fate {
    /// True when nothing more becomes of the message.
    fileprivate var isEnd: Bool { if case .kept = self { false } else { true } }
}

extension MLLPDuplex {
    /// Sends an order, hears the first half of a line, perhaps sends another order in its place,
    /// and hears the second half; each half in pieces.
    fileprivate mutating func hear(_ halves: [[[UInt8]]], replacing: Bool) -> [LinkAction] {
        func order(_ id: String) -> [[UInt8]] {
            [Array("MSH|^~\\&|||||||OML^O33|\(id)|P|2.5.1|||NE|AL".utf8)]
        }
        var actions = enqueue(order("1"), about: "T", at: .zero)
        for (index, half) in halves.enumerated() {
            for piece in half { actions += receive(piece, at: .zero) }
            guard replacing, index == 0 else { continue }
            actions += withdraw("T", at: .zero)
            actions += enqueue(order("2"), about: "T", at: .zero)
        }
        return actions
    }

    /// What is wrong with the end of it all; nil when nothing is.
    fileprivate func unsettled(
        after actions: [LinkAction], of orders: Int, on line: [UInt8], _ role: Sender.Role
    ) -> String? {
        var end = self
        let told = actions.filter { if case .dispatch = $0 { true } else { false } }
        guard told.count + end.pending <= orders else { return "told more often than sent" }
        guard end.received == line.count else { return "counted differently" }
        for _ in 0..<8 {
            guard let deadline = end.deadline else { break }
            _ = end.expire(at: deadline)
        }
        return end.isAtRest || role == .instrument ? nil : "no rest at the end"
    }
}
