import Protocols
import Testing

/// MAGLUMI's link: four characters that are answered, and a text between two of them.
struct SimplifiedLinkTests {
    @Test func manyMessagesInOneTextHoldNoMoreThanTheirBytes() {
        let count = 2000
        let text = Array(repeatElement([UInt8](line: "H|<CR>L|<CR>"), count: count).joined())
        var link = SimplifiedLink()
        let actions = link.receive([.enq, .stx] + text + [.etx], at: .zero)
        let messages = actions.compactMap { action -> Message? in
            if case .deliver(let message) = action { message } else { nil }
        }
        #expect(messages.count == count)
        // A message that kept the room of the whole text would hold thousands of times its bytes.
        #expect(messages.reduce(0) { $0 + $1.text.capacity } < text.count * 16)
    }

    @Test func answersEachCharacterOfTheLinkAndDeliversAtTheEndOfTheText() {
        #expect(
            reply(to: "<ENQ><STX>H|x<CR>L|1<CR><ETX><EOT>")
                == "<ACK> <ACK> <ACK> 'H|x<CR>L|1<CR>' <ACK>")
    }

    @Test func answersNothingBeforeTheCharacterThatAsksForIt() {
        var link = SimplifiedLink()
        #expect(picture(of: link.receive(line("<ENQ>"), at: .zero)) == "<ACK>")
        #expect(picture(of: link.receive(line("<STX>"), at: .zero)) == "<ACK>")
        #expect(link.receive(line("H|x<CR>L|1<CR>"), at: .zero) == [])
        #expect(
            picture(of: link.receive(line("<ETX>"), at: .zero)) == "<ACK> 'H|x<CR>L|1<CR>'")
        #expect(!link.isAtRest)
        #expect(picture(of: link.receive(line("<EOT>"), at: .zero)) == "<ACK>")
        #expect(link.isAtRest)
    }

    @Test func takesSeveralTextsInOneSessionAndSeveralMessagesInOneText() {
        #expect(
            reply(to: "<ENQ><STX>H|x<CR>L|1<CR>H|y<CR>L|1<CR><ETX><STX>H|z<CR>L|1<ETX><EOT>")
                == "<ACK> <ACK> <ACK> 'H|x<CR>L|1<CR>' 'H|y<CR>L|1<CR>' <ACK> <ACK> "
                + "'H|z<CR>L|1<CR>' <ACK>")
    }

    @Test func deliversATextWithoutTerminatorAsIncomplete() {
        #expect(
            reply(to: "<ENQ><STX>H|x<CR>R|1<CR><ETX>")
                == "<ACK> <ACK> <ACK> (missing-terminator) 'H|x<CR>R|1<CR>'…")
    }

    @Test func neverAnswersTheEndOfATextThatItDidNotTake() {
        #expect(
            reply(to: "<ENQ><STX>H|x<CR>R|1<EOT>") == "<ACK> <ACK> (interrupted-frame)")
        #expect(reply(to: "<ENQ>H|x<CR><ETX><EOT>") == "<ACK> (noise)")
        #expect(reply(to: "<STX>H|x<CR>L|1<CR><ETX><EOT>") == "(unexpected-frame)")
        #expect(
            reply(to: "<ENQ><STX>H|12345678<CR>L|1<CR><ETX><EOT>") { $0.messageLimit = 8 }
                == "<ACK> <ACK> (message-too-long)")
    }

    @Test func leavesADamagedTextUnansweredSoThatItComesAgain() {
        var link = SimplifiedLink()
        _ = link.receive(line("<ENQ><STX>H|x<CR>"), at: .zero)
        #expect(
            picture(of: link.receive(line("L|1<CR><ETX>"), damaged: true, at: .zero))
                == "(damaged)")
        #expect(
            picture(of: link.receive(line("<ENQ><STX>H|x<CR>L|1<CR><ETX>"), at: .zero))
                == "<ACK> <ACK> <ACK> 'H|x<CR>L|1<CR>'")
    }

    @Test func answersTheEndOfATakenTextAgain() {
        #expect(
            reply(to: "<ENQ><STX>H|x<CR>L|1<CR><ETX><ETX>")
                == "<ACK> <ACK> <ACK> 'H|x<CR>L|1<CR>' <ACK>")
    }

    @Test func beginsAnewWhereTheSenderDoes() {
        #expect(
            reply(to: "<ENQ><STX>H|x<ENQ><STX>H|y<STX>H|z<CR>L|1<CR><ETX>")
                == "<ACK> <ACK> (restarted-without-eot) <ACK> <ACK> (interrupted-frame) <ACK> "
                + "<ACK> 'H|z<CR>L|1<CR>'")
    }

    @Test func givesUpATextWhoseEndStaysAway() {
        var link = SimplifiedLink()
        _ = link.receive(line("<ENQ><STX>H|x<CR>L|1<CR>"), at: .seconds(1))
        #expect(link.deadline == .seconds(31))
        #expect(picture(of: link.expire(at: .seconds(31))) == "(time-out)")
        #expect(link.isAtRest)
    }

    @Test func dropsTheTextInProgressWhenThePortIsLost() {
        var link = SimplifiedLink()
        _ = link.receive(line("<ENQ><STX>H|x<CR>"), at: .zero)
        #expect(picture(of: link.lose(at: .zero)) == "(lost-frame)")
        #expect(link.isAtRest)
    }

    @Test func remembersWhereEveryByteStood() {
        var link = SimplifiedLink(received: 50)
        let actions = link.receive(line("<ENQ><STX>H|x<CR>L|1<CR><ETX>"), at: .zero)
        guard case .deliver(let message) = actions.last else {
            Issue.record("no message")
            return
        }
        #expect(message.lineRange(of: 4..<7) == 56..<59)
        #expect(link.received == 61)
    }

    private func reply(
        to drawing: String, _ change: (inout LinkOptions) -> Void = { _ in }
    ) -> String {
        var options = LinkOptions()
        change(&options)
        var link = SimplifiedLink(options: options)
        return picture(of: link.receive(line(drawing), at: .zero))
    }
}
