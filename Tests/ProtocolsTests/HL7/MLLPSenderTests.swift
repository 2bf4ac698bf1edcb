import Protocols
import Testing

/// The device's end of a line that carries HL7.
struct MLLPSenderTests {
    private static let first = "MSH|^~\\&|AN||LIS||20260102030405||ORU^R01|M1|P|2.5.1"

    @Test func sendsOneMessageAfterTheOtherAsTheyAreAccepted() {
        var sender = MLLPSender()
        #expect(give(Self.first, to: &sender, at: .zero) == "→<VT>\(Self.first)<CR><FS><CR>")
        #expect(give(Self.first.replacing("M1", with: "M2"), to: &sender, at: .zero) == "")
        #expect(sender.deadline == .seconds(5))
        let answer = sender.receive(line(Self.answer("AA", "M1")), at: .seconds(1))
        #expect(drawing(answer).hasPrefix("delivered →<VT>"))
        #expect(sender.pending == 1 && sender.deadline == .seconds(6))
        #expect(
            drawing(sender.receive(line(Self.answer("CA", "M2")), at: .seconds(2))) == "delivered")
        #expect(sender.pending == 0 && sender.deadline == nil)
    }

    @Test func takesAnAnswerInPieces() {
        var sender = MLLPSender()
        _ = give(Self.first, to: &sender, at: .zero)
        let answers = line(Self.answer("AA", "M1")).flatMap { sender.receive([$0], at: .zero) }
        #expect(drawing(answers) == "delivered")
    }

    @Test(arguments: ["AE", "AR", "CE", "CR"])
    func doesNotSendAgainWhatIsNotWanted(code: String) {
        var sender = MLLPSender()
        _ = give(Self.first, to: &sender, at: .zero)
        #expect(
            drawing(sender.receive(line(Self.answer(code, "M1")), at: .zero)) == "dropped(refused)")
        #expect(sender.deadline == nil)
    }

    @Test func ignoresTheAnswerToAnotherMessage() {
        var sender = MLLPSender()
        _ = give(Self.first, to: &sender, at: .zero)
        #expect(sender.receive(line(Self.answer("AA", "M0")), at: .zero) == [])
        #expect(sender.pending == 1)
    }

    @Test func sendsThreeTimesAndThenPauses() {
        var sender = MLLPSender()
        _ = give(Self.first, to: &sender, at: .zero)
        #expect(drawing(sender.expire(at: .seconds(5))).hasPrefix("→<VT>MSH"))
        #expect(drawing(sender.expire(at: .seconds(10))).hasPrefix("→<VT>MSH"))
        #expect(drawing(sender.expire(at: .seconds(15))) == "kept(timeOut)")
        #expect(sender.deadline == .seconds(25))
        #expect(drawing(sender.expire(at: .seconds(25))).hasPrefix("→<VT>MSH"))
    }

    @Test func keepsTheMessageWhenThePortIsLost() {
        var sender = MLLPSender()
        _ = give(Self.first, to: &sender, at: .zero)
        #expect(drawing(sender.lose(at: .zero)) == "kept(lost)")
        #expect(sender.pending == 1)
        #expect(sender.lose(at: .zero) == [])
    }

    @Test func waitsForNothingWhereNothingIsWanted() {
        var sender = MLLPSender()
        let drawn = give(Self.first + "|||NE|NE", to: &sender, at: .zero)
        #expect(drawn.hasSuffix("<CR><FS><CR> delivered"))
        #expect(sender.deadline == nil)
    }

    @Test(arguments: 0..<40)
    func everyMessageArrivesOverALineThatLosesAnswers(seed: UInt64) {
        var (sender, now, read) = (MLLPSender(), Duration.zero, [AssayResult]())
        var dice = Dice(seed: seed)
        var session = Session(dialect: plainHL7)
        var waiting: [Sender.Action] = []
        for number in 1...6 {
            let lines = [Self.first.replacing("M1", with: "M\(number)"), "OBX|1|NM|A||\(number)"]
            waiting += sender.enqueue(lines.map { Array($0.utf8) }, at: now)
        }
        while sender.pending > 0, now < .seconds(3600) {
            var next: [Sender.Action] = []
            for case .send(let block) in waiting {
                let start = dice.throwing(block.count)
                for piece in [block[..<start], block[start...]] {
                    for action in session.receive(Array(piece), at: now) {
                        if case .results(let results) = action { read += results }
                        guard case .send(let answer) = action, dice.throwing(3) > 0 else {
                            continue
                        }
                        next += sender.receive(answer, at: now)
                    }
                }
            }
            if next.isEmpty, let deadline = sender.deadline {
                now = deadline
                next = sender.expire(at: now)
            }
            waiting = next
        }
        #expect(sender.pending == 0)
        var values = read.map(\.text)
        values = values.indices.filter { $0 == 0 || values[$0] != values[$0 - 1] }.map {
            values[$0]
        }
        #expect(values == ["1", "2", "3", "4", "5", "6"])
    }

    private static func answer(_ code: String, _ id: String) -> String {
        "<VT>MSH|^~\\&|LIS||AN||20260102030405||ACK^R01|9|P|2.5.1<CR>MSA|\(code)|\(id)<CR><FS><CR>"
    }

    private func give(_ segment: String, to sender: inout MLLPSender, at now: Duration) -> String {
        drawing(sender.enqueue([Array(segment.utf8)], at: now))
    }

    private func drawing(_ actions: [Sender.Action]) -> String {
        actions.map { action in
            switch action {
            case .send(let bytes): "→" + LineNotation.text(of: bytes)
            case .dispatch(let dispatch):
                "\(dispatch.fate)".replacing("Protocols.Dispatch.Reason.", with: "")
            case .yield: "yield"
            }
        }.joined(separator: " ")
    }
}
