import Protocols
import Testing

/// A sender whose turns are answered one by one.
struct TurnSenderTests {
    private static let records = ["H|x", "L|1"].map { Array($0.utf8) }

    @Test func saysOneTurnAfterTheOtherAsEachIsAnswered() {
        var sender = simplified()
        #expect(sender.enqueue(Self.records, at: .zero) == [.send([.enq])])
        #expect(sender.receive([.ack], at: .zero) == [.send([.stx])])
        #expect(sender.receive([.ack], at: .zero) == [.send(line("H|x<CR>L|1<CR><ETX>"))])
        #expect(sender.receive([.ack], at: .zero) == [.send([.eot])])
        #expect(
            sender.receive([.ack], at: .zero) == [
                .dispatch(Dispatch(subject: "", fate: .delivered))
            ])
        #expect(sender.deadline == nil)
        #expect(sender.pending == 0)
    }

    @Test func endsTextAndSessionInOneGoWhereTheDeviceDoesSo() {
        var options = LinkOptions()
        (options.kind, options.joinsEnds) = (.simplified, true)
        var sender = options.sender()
        _ = sender.enqueue(Self.records, at: .zero)
        _ = sender.receive([.ack], at: .zero)
        #expect(
            sender.receive([.ack], at: .zero) == [.send(line("H|x<CR>L|1<CR><ETX><EOT>"))])
        #expect(
            sender.receive([.ack, .ack], at: .zero) == [
                .dispatch(Dispatch(subject: "", fate: .delivered))
            ])
    }

    @Test func beginsAgainWhenNobodyAnswersAndKeepsTheMessageAfterThreeTries() {
        var sender = simplified()
        _ = sender.enqueue(Self.records, at: .zero)
        _ = sender.receive([.ack], at: .zero)
        #expect(sender.expire(at: .seconds(3)) == [.send([.enq])])
        #expect(sender.expire(at: .seconds(6)) == [.send([.enq])])
        #expect(
            sender.expire(at: .seconds(9)) == [
                .dispatch(Dispatch(subject: "", fate: .kept(.timeOut)))
            ])
        #expect(sender.deadline == .seconds(19))
        #expect(sender.pending == 1)
        #expect(sender.expire(at: .seconds(19)) == [.send([.enq])])
    }

    @Test func saysARefusedTurnAgainAndKeepsTheMessageAfterThreeTries() {
        var sender = simplified()
        _ = sender.enqueue(Self.records, at: .zero)
        #expect(sender.receive([.nak], at: .zero) == [.send([.enq])])
        #expect(sender.receive([.nak], at: .zero) == [.send([.enq])])
        #expect(
            sender.receive([.nak], at: .zero) == [
                .dispatch(Dispatch(subject: "", fate: .kept(.refused)))
            ])
    }

    @Test func keepsAMessageThatALostPortCutShort() {
        var sender = simplified()
        _ = sender.enqueue(Self.records, at: .zero)
        #expect(sender.lose(at: .zero) == [.dispatch(Dispatch(subject: "", fate: .kept(.lost)))])
        #expect(sender.receive([.ack], at: .zero) == [])
        #expect(sender.expire(at: .seconds(10)) == [.send([.enq])])
    }

    @Test func saysAllAtOnceWhereNothingIsAnswered() {
        var options = LinkOptions()
        options.kind = .listing
        var sender = options.sender()
        #expect(
            sender.enqueue(Self.records, at: .zero)
                == [
                    .send(line("H|x<CR><LF>")), .send(line("L|1<CR><LF>")),
                    .dispatch(Dispatch(subject: "", fate: .delivered)),
                ])
        #expect(sender.deadline == nil)
    }

    private func simplified() -> any SendingEnd {
        var options = LinkOptions()
        options.kind = .simplified
        return options.sender()
    }
}
