import Protocols
import Testing

/// The sender of LIS01-A2 8.2 to 8.4, situation by situation.
struct SenderTests {
    private let records = [#"H|\^&"#, "L|1|N"].map { Array($0.utf8) }
    private let first = #"<STX>1H|\^&<CR><ETX>E5<CR><LF>"#
    private let second = "<STX>2L|1|N<CR><ETX>05<CR><LF>"

    @Test func sendsAMessageFrameByFrame() {
        var sender = Sender()
        #expect(picture(of: sender.enqueue(records, at: .zero)) == "<ENQ>")
        #expect(sender.state == .establishment)
        #expect(picture(of: sender.receive([.ack], at: .zero)) == first)
        #expect(picture(of: sender.receive([.ack], at: .zero)) == second)
        #expect(picture(of: sender.receive([.ack], at: .zero)) == "<EOT> (delivered)")
        #expect(sender.state == .neutral)
        #expect(sender.deadline == nil)
    }

    @Test func asksAgainForTheNextMessage() {
        var sender = Sender()
        _ = sender.enqueue(records, at: .zero)
        #expect(sender.enqueue([Array("L|1".utf8)], at: .zero) == [])
        for _ in 0..<2 { _ = sender.receive([.ack], at: .zero) }
        #expect(picture(of: sender.receive([.ack], at: .zero)) == "<EOT> (delivered) <ENQ>")
        #expect(picture(of: sender.receive([.ack], at: .zero)).hasPrefix("<STX>1L|1"))
    }

    @Test func takesNoACKForAFrameThatLeavesOnlyNow() {
        var sender = Sender()
        _ = sender.enqueue(records, at: .zero)
        #expect(picture(of: sender.receive([.ack, .ack], at: .zero)) == first)
        #expect(picture(of: sender.receive([.ack], at: .zero)) == second)
    }

    @Test func writesEOTAndTheNextEnquiryInOneGoWhereTheDeviceDoesSo() {
        var options = LinkOptions()
        options.joinsEnds = true
        var sender = Sender(options: options)
        for _ in 0..<2 { _ = sender.enqueue([Array("L|1".utf8)], at: .zero) }
        _ = sender.receive([.ack], at: .zero)
        #expect(
            sender.receive([.ack], at: .zero) == [
                .send([.eot, .enq]), .dispatch(Dispatch(subject: "", fate: .delivered)),
            ])
        _ = sender.receive([.ack], at: .zero)
        #expect(picture(of: sender.receive([.ack], at: .zero)) == "<EOT> (delivered)")
    }

    @Test func waitsTenSecondsAfterANAKToItsEnquiry() {
        var sender = Sender()
        _ = sender.enqueue(records, at: .zero)
        #expect(sender.receive([.nak], at: .seconds(1)) == [])
        #expect(sender.deadline == .seconds(11))
        #expect(sender.expire(at: .seconds(10)) == [])
        #expect(picture(of: sender.expire(at: .seconds(11))) == "<ENQ>")
    }

    @Test func endsAnEnquiryThatNobodyAnswersInFifteenSeconds() {
        var sender = Sender()
        _ = sender.enqueue(records, at: .zero)
        #expect(sender.receive([0x41, .eot], at: .seconds(1)) == [])
        #expect(sender.deadline == .seconds(15))
        #expect(picture(of: sender.expire(at: .seconds(15))) == "<EOT> (kept: timeOut)")
        #expect(picture(of: sender.expire(at: .seconds(25))) == "<ENQ>")
    }

    @Test func asksAgainAfterASecondWhenBothSidesAskAndItIsTheInstrument() {
        var sender = Sender()
        _ = sender.enqueue(records, at: .zero)
        #expect(sender.receive([.enq], at: .zero) == [])
        #expect(sender.state == .contention)
        #expect(picture(of: sender.expire(at: .seconds(1))) == "<ENQ>")
    }

    @Test func yieldsWhenBothSidesAskAndItIsTheHost() {
        var sender = Sender(role: .host)
        _ = sender.enqueue(records, at: .zero)
        #expect(sender.receive([.enq], at: .zero) == [])
        #expect(sender.deadline == .seconds(20))
        #expect(picture(of: sender.receive([.enq], at: .seconds(1))) == "(yield)")
        #expect(sender.pending == 1)
        #expect(sender.state == .neutral)
    }

    @Test func asksAgainWhenTheInstrumentToWhichItYieldedStaysSilent() {
        var sender = Sender(role: .host)
        _ = sender.enqueue(records, at: .zero)
        _ = sender.receive([.enq], at: .zero)
        #expect(picture(of: sender.expire(at: .seconds(20))) == "<ENQ>")
    }

    @Test func repeatsAFrameThatWasRefused() {
        var sender = Sender()
        _ = sender.enqueue(records, at: .zero)
        _ = sender.receive([.ack], at: .zero)
        #expect(picture(of: sender.receive([.nak], at: .zero)) == first)
        #expect(picture(of: sender.receive([0x41], at: .zero)) == first)
        #expect(picture(of: sender.receive([.ack], at: .zero)) == second)
    }

    @Test func givesUpAFrameAfterSixTriesAndKeepsTheMessage() {
        var sender = Sender()
        _ = sender.enqueue(records, at: .zero)
        _ = sender.receive([.ack], at: .zero)
        for _ in 2...6 { #expect(picture(of: sender.receive([.nak], at: .zero)) == first) }
        #expect(picture(of: sender.receive([.nak], at: .zero)) == "<EOT> (kept: refused)")
        #expect(sender.pending == 1)
        #expect(picture(of: sender.expire(at: .seconds(10))) == "<ENQ>")
        #expect(picture(of: sender.receive([.ack], at: .zero)) == first)
    }

    @Test func givesUpAFrameThatNobodyAnswersInFifteenSeconds() {
        var sender = Sender()
        _ = sender.enqueue(records, at: .zero)
        _ = sender.receive([.ack, .ack], at: .seconds(3))
        #expect(sender.deadline == .seconds(18))
        #expect(picture(of: sender.expire(at: .seconds(18))) == "<EOT> (kept: timeOut)")
    }

    @Test func stopsAtAnEOTFromTheReceiverAndStaysOffTheLine() {
        var sender = Sender()
        _ = sender.enqueue(records, at: .zero)
        _ = sender.receive([.ack], at: .zero)
        #expect(picture(of: sender.receive([.eot], at: .zero)) == "<EOT> (kept: interrupted)")
        #expect(sender.deadline == .seconds(15))
    }

    @Test func takesAnEOTForTheLastFrameAsItsACK() {
        var sender = Sender()
        _ = sender.enqueue(records, at: .zero)
        for _ in 0..<2 { _ = sender.receive([.ack], at: .zero) }
        #expect(picture(of: sender.receive([.eot], at: .zero)) == "<EOT> (delivered)")
        #expect(sender.pending == 0)
    }

    @Test func beginsAnewWhenThePortComesBack() {
        var sender = Sender()
        _ = sender.enqueue(records, at: .zero)
        _ = sender.receive([.ack, .ack], at: .zero)
        #expect(picture(of: sender.lose(at: .zero)) == "(kept: lost)")
        #expect(picture(of: sender.expire(at: .seconds(10))) == "<ENQ>")
        #expect(picture(of: sender.receive([.ack], at: .seconds(10))) == first)
    }

    private func picture(of actions: [Sender.Action]) -> String {
        actions.map { action in
            switch action {
            case .send(let bytes): LineNotation.text(of: bytes)
            case .dispatch(let dispatch): "(\(dispatch.fate.words))"
            case .yield: "(yield)"
            }
        }.joined(separator: " ")
    }
}
