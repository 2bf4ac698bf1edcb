import Protocols
import Testing

@testable import StepUp

/// An analyzer asks what to measure, and the station answers from the open plan.
@Suite struct OrderTests {
    private static let header = #"H|\^&|||stepupd|||||||P|1"#

    @Test func ordersThePlansAnalyteForATubeThatIsAskedAbout() throws {
        var room = Self.room()
        room.asks("^T-01-RHV-000")
        #expect(room.sent() == "<ACK><ACK><ACK><ACK><ENQ>")
        #expect(
            try room.accept() == [
                Self.header, "P|1", "O|1|T-01-RHV-000||^^^Insulin|R||||||A||||||||||||||Q",
                "L|1|F",
            ])
        #expect(
            room.told("specimen", "notice") == [
                "specimen T-01-RHV-000 received 1/RHV/0", "notice information ordered",
            ])
        #expect(room.station.configured[0].isAtRest)
    }

    @Test func answersOnlyWhenTheAnalyzerHasGivenTheLineBack() {
        var room = Self.room()
        let bytes = Sent.frames(of: ["H|\\^&", "Q|1|^T-01-RHV-000||ALL||||||||O", "L|1|N"])
        room.receive(.bytes(line: "A", Array(bytes.dropLast()), damage: LineDamage()))
        #expect(room.sent() == "<ACK><ACK><ACK><ACK>")
        room.hush()
        room.hears("<EOT>")
        #expect(room.sent() == "<ENQ>")
    }

    @Test func saysThatNothingIsKnownOfAStrangeSpecimen() throws {
        var room = Self.room()
        room.asks("^STRANGE")
        #expect(try room.accept() == [Self.header, "L|1|I"])
        #expect(room.told("notice") == ["notice information query-unknown"])
    }

    @Test func saysThatAQueryWithoutAnIDCannotBeRead() throws {
        var room = Self.room()
        room.asks("^")
        #expect(try room.accept() == [Self.header, "L|1|Q"])
        #expect(room.told("notice") == ["notice medium query-unreadable"])
    }

    @Test func answersACancelledQueryWithNothing() {
        var room = Self.room()
        room.asks("^T-01-RHV-000", status: "A")
        #expect(room.sent() == "<ACK><ACK><ACK><ACK>")
        #expect(room.told("specimen", "notice") == ["notice information query-cancelled"])
        #expect(room.station.configured[0].isAtRest)
    }

    @Test func takesAnOrderBackThatWaitsWhenTheQueryIsCancelled() {
        var room = Self.room()
        room.asks("^T-01-RHV-000")
        room.hears("<NAK>")
        room.hush()
        room.asks("^T-01-RHV-000", status: "A")
        room.at(60)
        #expect(!room.sent().contains("<ENQ>"))
        #expect(room.station.configured[0].isAtRest)
    }

    @Test func ordersNothingForAVoidOrMeasuredTube() throws {
        var room = Self.room()
        room.mark(.void(specimen: "T-01-RHV-000", reason: "clotted"))
        room.sends("T-01-LHV-000", "10")
        room.hush()
        room.asks("^T-01-RHV-000")
        #expect(try room.accept() == [Self.header, "L|1|I"])
        room.asks("^T-01-LHV-000")
        #expect(try room.accept() == [Self.header, "L|1|I"])
        #expect(
            room.told("notice") == [
                "notice medium query-of-void", "notice medium query-of-result",
            ])
    }

    @Test func ordersNothingWhereSeveralCodesMeasureTheAnalyteAndNoneIsMarked() throws {
        var room = Self.room { $0.analytes["Ins2"] = .init(analyte: "insulin") }
        room.asks("^T-01-RHV-000")
        #expect(try room.accept() == [Self.header, "L|1|I"])
        #expect(room.told("notice") == ["notice medium no-order-code"])
    }

    @Test func ordersTheCodeThatTheSiteMarked() throws {
        var room = Self.room {
            $0.analytes["Ins2"] = .init(analyte: "insulin", ordered: true)
        }
        room.asks("^T-01-RHV-000")
        #expect(try room.accept()[2].contains("|^^^Ins2|"))
    }

    @Test func answersSeveralSpecimensInOneMessage() throws {
        var room = Self.room()
        room.asks(#"^T-01-RHV-000\STRANGE\T-01-LHV-000"#)
        #expect(
            try room.accept().filter { $0.hasPrefix("O") }.map { $0.prefix(16) } == [
                "O|1|T-01-RHV-000", "O|1|T-01-LHV-000",
            ])
        #expect(
            room.told("notice") == [
                "notice information query-unknown", "notice information ordered",
                "notice information ordered",
            ])
    }

    @Test func answersSeveralSpecimensApartWhereTheDialectSaysSo() throws {
        var room = Self.room { $0.orders?.specimens = .apart }
        room.asks(#"^T-01-RHV-000\T-01-LHV-000"#)
        #expect(try room.accept()[2].hasPrefix("O|1|T-01-RHV-000|"))
        #expect(try room.accept()[2].hasPrefix("O|1|T-01-LHV-000|"))
        #expect(room.station.configured[0].isAtRest)
    }

    @Test func tellsThatTheAnalyzerDidNotTakeTheOrder() {
        var room = Self.room()
        room.asks("^T-01-RHV-000")
        room.hush()
        #expect(!room.station.isAtRest)
        room.at(100)
        #expect(room.sent() == "<EOT><ENQ><EOT>")
        #expect(room.told("notice") == ["notice medium order-failed"])
        #expect(room.station.configured[0].isAtRest)
    }

    @Test func ordersBehindTheAnalyzersOwnMessageWhereBothAskedAtOnce() throws {
        var room = Self.room()
        room.asks("^T-01-RHV-000")
        room.hears("<ENQ>")
        room.hush()
        room.sends("T-01-LHV-000", "10")
        #expect(room.sent().hasSuffix("<ACK><ENQ>"))
        #expect(try room.accept()[2].hasPrefix("O|1|T-01-RHV-000|"))
    }

    @Test func tellsThatTheLineWasRefusedSixTimes() {
        var room = Self.room()
        room.asks("^T-01-RHV-000")
        room.hush()
        for time in 1...6 {
            room.hears("<NAK>")
            room.at(Double(time) * 10)
        }
        #expect(room.sent() == String(repeating: "<ENQ>", count: 5))
        #expect(room.told("notice") == ["notice medium order-failed"])
    }

    @Test func ordersOnceMoreBehindAnInterrupt() throws {
        var room = Self.room()
        room.asks("^T-01-RHV-000")
        room.hears("<ACK>")
        room.hears("<EOT>")
        room.hush()
        room.at(15)
        #expect(room.sent() == "<ENQ>")
        #expect(try room.accept()[2].hasPrefix("O|1|T-01-RHV-000|"))
        #expect(room.told("notice") == ["notice information ordered"])
    }

    @Test func givesAnOrderUpWithTheLineOrTheRun() {
        var room = Self.room()
        room.asks("^T-01-RHV-000")
        room.receive(.lost(line: "A", reason: "unplugged"))
        #expect(room.told("notice") == ["notice medium order-failed", "notice high line-lost"])
        #expect(room.station.configured[0].isAtRest)
        room.receive(.opened(line: "A", detail: "again"))
        room.asks("^T-01-RHV-000")
        room.hush()
        room.receive(.began(Self.setup()))
        #expect(room.told("notice") == ["notice medium order-failed"])
        #expect(room.station.configured[0].isAtRest)
    }

    @Test func tellsAPersonToOrderWhereTheDialectSaysNothingOfOrders() {
        var room = Self.room { $0.orders = nil }
        room.asks("^T-01-RHV-000")
        #expect(room.sent() == "<ACK><ACK><ACK><ACK>")
        #expect(
            room.told("specimen", "notice") == [
                "specimen T-01-RHV-000 received 1/RHV/0", "notice medium query",
            ])
    }

    @Test func answersEachCallerOnItsOwnConnection() {
        var room = Self.room()
        room.receive(.opened(line: "B#1", detail: "10.0.0.5"))
        let effects = room.receive(
            .bytes(line: "B#1", Self.query("^T-01-RHV-000"), damage: LineDamage()))
        #expect(effects.last { $0.isSend } == .send(line: "B#1", [0x05]))
    }

    @Test func aReplayGivesTheSameBytes() {
        var room = Self.room()
        for id in ["^T-01-RHV-000", "^STRANGE", "^"] {
            room.asks(id)
            room.hears("<ACK>")
            room.hears("<NAK>")
            room.at(room.time.inSeconds + 3)
            room.hears("<ACK>")
            room.at(room.time.inSeconds + 70)
        }
        var again = Station()
        var effects: [Station.Effect] = []
        for moment in room.moments { effects += again.receive(moment) }
        #expect(effects == room.all)
        #expect(effects.contains { $0.isSend })
    }
}

extension OrderTests {
    /// The rehearsal's set-up, with orders in the standard's general shape.
    private static func setup(_ change: (inout Dialect) -> Void = { _ in }) -> Setup {
        var setup = Setup.rehearsal
        var dialect = Dialect.rehearsal
        dialect.orders = Dialect.Ordering()
        change(&dialect)
        setup.dialects["rehearsal"] = dialect
        return setup
    }

    /// A room whose procedure is open and whose line is too.
    private static func room(_ change: (inout Dialect) -> Void = { _ in }) -> Rehearsal {
        var room = Rehearsal(setup(change))
        room.receive(.opened(line: "A", detail: "test"))
        room.mark(.open(.rehearsal))
        room.hush()
        return room
    }

    /// A query as it is on the line.
    fileprivate static func query(_ field: String, status: String = "O") -> [UInt8] {
        Sent.frames(of: ["H|\\^&", "Q|1|\(field)||ALL||||||||\(status)", "L|1|N"])
    }
}

extension Rehearsal {
    /// The analyzer asks about the specimen in Q-3.
    fileprivate mutating func asks(_ field: String, status: String = "O") {
        receive(
            .bytes(line: "A", OrderTests.query(field, status: status), damage: LineDamage()))
    }

    /// What was sent since the last hush.
    fileprivate func sent() -> String {
        effects.map { effect in
            if case .send(_, let bytes) = effect { LineNotation.text(of: bytes) } else { "" }
        }.joined()
    }

    /// The analyzer takes what is being sent, to its EOT; returns the records.
    fileprivate mutating func accept() throws -> [String] {
        var receiver = Receiver()
        var records: [String] = []
        var answers: [UInt8] = [0x05]  // The ENQ that waits is taken first.
        for _ in 0..<16 where !answers.isEmpty {
            var replies: [UInt8] = []
            for action in receiver.receive(answers, at: time) {
                switch action {
                case .send(let byte): replies.append(byte)
                case .deliver(let message):
                    records += message.text.split(separator: 0x0D).map {
                        String(decoding: $0, as: UTF8.self)
                    }
                default: break
                }
            }
            guard !replies.isEmpty else { break }
            answers = receive(.bytes(line: "A", replies, damage: LineDamage())).flatMap { effect in
                if case .send(_, let bytes) = effect { bytes } else { [UInt8]() }
            }
            if answers.first == 0x04 { answers = [0x04] }
        }
        return records
    }
}

extension Station.Effect {
    fileprivate var isSend: Bool { if case .send = self { true } else { false } }
}
