import Protocols
import Testing

/// bioMérieux's link: a text, its sum, and what is answered.
struct BCILinkTests {
    @Test func answersTheEnquiryAndTheEndOfATextWhoseSumFits() {
        #expect(
            reply(to: "<ENQ><STX><x1E>rtA|<x1E>qn5|<x1D>8c<ETX><EOT>")
                == "<ACK> 'rtA|qn5|' <ACK>")
    }

    @Test func aTextIsTheSameHoweverItIsCut() {
        #expect(
            reply(to: "<ENQ><STX><x1E>rtA|qn5|<x1D>6e<CR><LF><ETX>") == "<ACK> 'rtA|qn5|' <ACK>")
        #expect(
            reply(to: "<ENQ><STX><x1E>rtA|q<x1E>n5|<x1D>8C<LF><ETX>") == "<ACK> 'rtA|qn5|' <ACK>")
    }

    @Test func refusesATextWhoseSumDiffersOrIsMissing() {
        let refused = "<ACK> (bad-checksum) <NAK>"
        #expect(reply(to: "<ENQ><STX><x1E>rtA|<x1D>00<ETX>") == refused)
        #expect(reply(to: "<ENQ><STX><x1E>rtA|<x1D>0<ETX>") == refused)
        #expect(reply(to: "<ENQ><STX><x1E>rtA|<ETX>") == refused)
        #expect(reply(to: "<ENQ><STX><x1E>rtA|<x1D>zz<ETX>") == refused)
    }

    @Test func takesATextWithoutAnEnquiryOnlyWhereTheDialectSaysSo() {
        let text = "<STX><x1E>rtA|qn5|<x1D>6e<LF>"
        #expect(reply(to: text) == "(unexpected-frame)")
        #expect(reply(to: text) { $0.enquiry = .optional } == "'rtA|qn5|'")
    }

    @Test func leavesADamagedTextOut() {
        var link = BCILink()
        _ = link.receive(line("<ENQ><STX><x1E>rtA|"), at: .zero)
        #expect(
            picture(of: link.receive(line("qn5|<x1D>6"), damaged: true, at: .zero)) == "")
        #expect(picture(of: link.receive(line("e<ETX>"), at: .zero)) == "(damaged) <NAK>")
    }

    @Test func refusesATextWithoutEnd() {
        #expect(
            reply(to: "<ENQ><STX>rtA|qn5|qd1|<x1D>00<ETX>") { $0.frameLimit = 8 }
                == "<ACK> (frame-too-long) <NAK>")
    }

    @Test func beginsAnewWhereTheSenderDoes() {
        #expect(
            reply(to: "<ENQ><STX>rt<ENQ><STX>rt<EOT>x<ENQ>")
                == "<ACK> (restarted-without-eot) <ACK> (interrupted-frame) (noise) <ACK>")
    }

    @Test func givesUpWhatDoesNotCome() {
        var link = BCILink()
        _ = link.receive(line("<ENQ><STX>rt"), at: .seconds(1))
        #expect(link.deadline == .seconds(31))
        #expect(picture(of: link.expire(at: .seconds(31))) == "(time-out)")
        #expect(link.isAtRest)
        _ = link.receive(line("<ENQ><STX>rt"), at: .seconds(40))
        #expect(picture(of: link.lose(at: .seconds(40))) == "(lost-frame)")
        #expect(link.isAtRest)
    }

    @Test func remembersWhereEveryByteStood() {
        var link = BCILink(received: 10)
        let actions = link.receive(line("<ENQ><STX><x1E>rtA|<x1E>qn5|<x1D>8c"), at: .zero)
        guard case .deliver(let message) = actions.last else {
            Issue.record("no message")
            return
        }
        #expect(message.lineRange(of: 0..<3) == 13..<16)
        #expect(message.lineRange(of: 6..<7) == 20..<21)
        #expect(message.lineRange(of: 2..<5) == 15..<19)
    }

    private func reply(
        to drawing: String, _ change: (inout LinkOptions) -> Void = { _ in }
    ) -> String {
        var options = LinkOptions()
        change(&options)
        var link = BCILink(options: options)
        return picture(of: link.receive(line(drawing), at: .zero))
    }
}
