import Protocols
import Testing

/// MAGLUMI's link with two ways: a host that answers when the analyzer has hung up.
struct SimplifiedDuplexTests {
    private static let query = "<ENQ><STX>H|x<CR>Q|1|^A<CR>L|1<CR><ETX>"
    private static let order = Array("H|y\rL|1|N\r".utf8) + [0x03]

    /// A host that was asked, and has its answer ready.
    private func asked() -> SimplifiedDuplex {
        var host = SimplifiedDuplex(role: .host)
        _ = host.receive(line(Self.query), at: .zero)
        #expect(host.enqueue(records("H|y", "L|1|N"), about: "A", at: .zero) == [])
        return host
    }

    @Test func theAnswerWaitsForTheEndOfTheSessionAndGoesTurnByTurn() {
        var host = asked()
        #expect(host.receive([0x04], at: .zero) == [.send(0x06), .write([0x05])])
        #expect(host.receive([0x06], at: .zero) == [.write([0x02])])
        #expect(host.receive([0x06], at: .zero) == [.write(Self.order)])
        #expect(host.receive([0x06], at: .zero) == [.write([0x04])])
        #expect(
            host.receive([0x06], at: .zero)
                == [.dispatch(Dispatch(subject: "A", fate: .delivered))])
        #expect(host.isAtRest && host.received == line(Self.query).count + 5)
    }

    @Test func whereBothAskTheInstrumentWins() {
        var host = SimplifiedDuplex(role: .host)
        var analyzer = SimplifiedDuplex(role: .instrument)
        #expect(host.enqueue(records("H|y", "L|1"), about: "A", at: .zero) == [.write([0x05])])
        #expect(analyzer.enqueue(records("H|x", "L|1"), about: "", at: .zero) == [.write([0x05])])
        #expect(analyzer.receive([0x05], at: .zero) == [])
        #expect(host.receive([0x05], at: .zero) == [.send(0x06)])
        #expect(analyzer.receive([0x06], at: .zero) == [.write([0x02])])
        let told = host.receive(line("<STX>H|x<CR>L|1<CR><ETX><EOT>"), at: .zero)
        #expect(told.last == .write([0x05]) && host.pending == 1)
    }

    @Test func aHostGivesUpAfterThreeSilencesAndAnInstrumentGoesOn() {
        for role in [Sender.Role.host, .instrument] {
            var end = SimplifiedDuplex(role: role)
            _ = end.enqueue(records("H|y", "L|1"), about: "A", at: .zero)
            var actions: [LinkAction] = []
            for seconds in [3, 6, 9] { actions += end.expire(at: .seconds(seconds)) }
            let fate: Dispatch.Fate = role == .host ? .dropped(.timeOut) : .kept(.timeOut)
            #expect(actions.last == .dispatch(Dispatch(subject: "A", fate: fate)))
            #expect(end.isAtRest == (role == .host))
        }
    }

    @Test func noiseIsNoReplyAndALateReplyIsNoNoise() {
        var host = SimplifiedDuplex(role: .host)
        _ = host.enqueue(records("H|y", "L|1"), about: "A", at: .zero)
        #expect(host.receive([0x41, 0x7F], at: .zero) == [])
        #expect(host.withdraw(nil, at: .zero).count == 1)
        #expect(host.receive([0x06, 0x15], at: .zero) == [] && host.isAtRest)
    }

    @Test func whatWaitsIsTakenBackAndWhatIsUnderWayIsNot() {
        var host = SimplifiedDuplex(role: .host)
        for subject in ["A", "B", "C"] {
            _ = host.enqueue(records("H|y", "L|1"), about: subject, at: .zero)
        }
        #expect(host.withdraw("A", at: .zero) == [] && host.pending == 3)
        #expect(host.withdraw("B", at: .zero) == [] && host.pending == 2)
        #expect(host.lose(at: .zero).count == 2 && host.isAtRest)
    }

    private func records(_ texts: String...) -> [[UInt8]] { texts.map { Array($0.utf8) } }
}
