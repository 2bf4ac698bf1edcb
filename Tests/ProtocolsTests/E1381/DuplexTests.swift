import Protocols
import Testing

/// A line that is received from and sent to in turns (LIS01-A2 8.2 to 8.4), at the host's end.
struct DuplexTests {
    private let records = [#"H|\^&"#, "L|1|N"].map { Array($0.utf8) }
    private let first = #"<STX>1H|\^&<CR><ETX>E5<CR><LF>"#
    private let second = "<STX>2L|1|N<CR><ETX>05<CR><LF>"

    @Test func receivesAsAReceiverDoes() {
        var end = Duplex(role: .host)
        #expect(hears("<ENQ>{1H|x<CR>}{2L<CR>}", &end) == "<ACK> <ACK> <ACK> 'H|x<CR>L<CR>'")
        #expect(hears("<EOT>", &end) == "")
        #expect(end.isAtRest)
    }

    @Test func asksAtOnceWhenTheLineIsFree() {
        var end = Duplex(role: .host)
        #expect(sends(&end) == "<ENQ>")
        #expect(!end.isAtRest)
        #expect(hears("<ACK>", &end) == first)
        #expect(hears("<ACK>", &end) == second)
        #expect(hears("<ACK>", &end) == "<EOT> (delivered)")
        #expect(end.isAtRest)
        #expect(end.received == 3)
    }

    @Test func waitsForTheEndOfTheInstrumentsMessage() {
        var end = Duplex(role: .host)
        _ = hears("<ENQ>{1H|x<CR>}{2L<CR>}", &end)
        #expect(sends(&end) == "")
        #expect(!end.isAtRest)
        #expect(hears("<EOT>", &end) == "<ENQ>")
    }

    @Test func asksWhenAnInstrumentThatFellSilentIsGivenUp() {
        var end = Duplex(role: .host)
        _ = hears("<ENQ>", &end)
        _ = sends(&end)
        #expect(end.deadline == .seconds(30))
        #expect(picture(of: end.expire(at: .seconds(30))) == "(time-out) <ENQ>")
    }

    @Test func makesWayForTheInstrumentWhenBothAsk() {
        var end = Duplex(role: .host)
        _ = sends(&end)
        #expect(hears("<ENQ>", &end) == "")
        #expect(end.deadline == .seconds(20))
        #expect(
            hears("<ENQ>{1H|x<CR>}{2L<CR>}", &end, at: 1) == "<ACK> <ACK> <ACK> 'H|x<CR>L<CR>'")
        #expect(hears("<EOT>", &end, at: 2) == "<ENQ>")
        #expect(hears("<ACK>", &end, at: 2) == first)
    }

    @Test func asksAgainWhenTheInstrumentThatWonStaysSilentForTwentySeconds() {
        var end = Duplex(role: .host)
        _ = sends(&end)
        _ = hears("<ENQ>", &end)
        #expect(picture(of: end.expire(at: .seconds(19))) == "")
        #expect(picture(of: end.expire(at: .seconds(20))) == "<ENQ>")
    }

    @Test func anInstrumentAsksAgainAfterASecondWhenBothAsk() {
        var end = Duplex(role: .instrument)
        _ = sends(&end)
        #expect(hears("<ENQ>", &end) == "")
        #expect(hears("<ENQ>", &end) == "")
        #expect(picture(of: end.expire(at: .seconds(1))) == "<ENQ>")
        #expect(hears("<ACK>", &end, at: 1) == first)
    }

    @Test func waitsTenSecondsAfterANAKAndListensMeanwhile() {
        var end = Duplex(role: .host)
        _ = sends(&end)
        #expect(hears("<NAK>", &end) == "")
        #expect(end.deadline == .seconds(10))
        #expect(hears("<ENQ>{1L<CR>}", &end, at: 4) == "<ACK> <ACK> 'L<CR>'")
        #expect(end.deadline == .seconds(34))
        #expect(hears("<EOT>", &end, at: 5) == "")
        #expect(end.deadline == .seconds(10))
        #expect(picture(of: end.expire(at: .seconds(10))) == "<ENQ>")
    }

    @Test func givesUpAnOrderForWhichTheLineWasRefusedSixTimes() {
        var end = Duplex(role: .host)
        _ = sends(&end)
        for time in 0..<5 {
            #expect(hears("<NAK>", &end, at: time * 10) == "")
            #expect(picture(of: end.expire(at: .seconds(time * 10 + 10))) == "<ENQ>")
        }
        #expect(hears("<NAK>", &end, at: 50) == "(dropped: refused)")
        #expect(end.expire(at: .seconds(60)) == [])
        #expect(end.isAtRest)
    }

    @Test func waitsFifteenSecondsForAnAnswerAndRepeatsTheWholeOnce() {
        var end = Duplex(role: .host)
        _ = sends(&end)
        #expect(picture(of: end.expire(at: .seconds(15))) == "<EOT> (kept: timeOut)")
        #expect(picture(of: end.expire(at: .seconds(25))) == "<ENQ>")
        _ = hears("<ACK>", &end, at: 25)
        #expect(picture(of: end.expire(at: .seconds(40))) == "<EOT> (dropped: timeOut)")
        #expect(!end.isAtRest)
        #expect(end.expire(at: .seconds(50)) == [])
        #expect(end.isAtRest)
    }

    @Test func sendsAFrameSixTimesThenEOTAndKeepsTheOrderForOneWholeRepeat() {
        var end = Duplex(role: .host)
        _ = sends(&end)
        _ = hears("<ACK>", &end)
        for _ in 2...6 { #expect(hears("<NAK>", &end) == first) }
        #expect(hears("<NAK>", &end) == "<EOT> (kept: refused)")
        #expect(picture(of: end.expire(at: .seconds(10))) == "<ENQ>")
        #expect(hears("<ACK>", &end, at: 10) == first)
        for _ in 2...6 { _ = hears("<NAK>", &end, at: 10) }
        #expect(hears("<NAK>", &end, at: 10) == "<EOT> (dropped: refused)")
    }

    @Test func stopsForAnInterruptUntilTheInstrumentHasHadItsTurn() {
        var end = Duplex(role: .host)
        _ = sends(&end)
        _ = hears("<ACK>", &end)
        #expect(hears("<EOT>", &end) == "<EOT> (kept: interrupted)")
        #expect(end.deadline == .seconds(15))
        #expect(hears("<ENQ>{1L<CR>}", &end, at: 3) == "<ACK> <ACK> 'L<CR>'")
        #expect(hears("<EOT>", &end, at: 4) == "<ENQ>")
        #expect(hears("<ACK>", &end, at: 4) == first)
    }

    @Test func goesOnFifteenSecondsAfterAnInterruptThatNothingFollows() {
        var end = Duplex(role: .host)
        _ = sends(&end)
        _ = hears("<ACK>", &end)
        _ = hears("<EOT>", &end)
        #expect(end.expire(at: .seconds(14)) == [])
        #expect(picture(of: end.expire(at: .seconds(15))) == "<ENQ>")
    }

    @Test func anInterruptBehindTheLastFrameStillDeliversTheOrder() {
        var end = Duplex(role: .host)
        _ = sends(&end)
        _ = hears("<ACK>", &end)
        _ = hears("<ACK>", &end)
        #expect(hears("<EOT>", &end) == "<EOT> (delivered)")
        #expect(end.deadline == .seconds(15))
        #expect(end.expire(at: .seconds(15)) == [])
        #expect(end.isAtRest)
    }

    @Test func givesUpAnOrderThatIsInterruptedSixTimes() {
        var end = Duplex(role: .host)
        _ = sends(&end)
        for time in 0..<5 {
            _ = hears("<ACK>", &end, at: time * 15)
            #expect(hears("<EOT>", &end, at: time * 15) == "<EOT> (kept: interrupted)")
            #expect(picture(of: end.expire(at: .seconds(time * 15 + 15))) == "<ENQ>")
        }
        _ = hears("<ACK>", &end, at: 75)
        #expect(hears("<EOT>", &end, at: 75) == "<EOT> (dropped: interrupted)")
    }

    @Test func givesUpAnOrderWhenTheInstrumentWinsSixTimesAndSaysNothing() {
        var end = Duplex(role: .host)
        _ = sends(&end)
        for time in 0..<5 {
            _ = hears("<ENQ>", &end, at: time * 20)
            #expect(picture(of: end.expire(at: .seconds(time * 20 + 20))) == "<ENQ>")
        }
        _ = hears("<ENQ>", &end, at: 100)
        #expect(picture(of: end.expire(at: .seconds(120))) == "(dropped: timeOut)")
        #expect(end.isAtRest)
    }

    @Test func aBurstOfNoiseRepeatsAFrameOnce() {
        var end = Duplex(role: .host)
        _ = sends(&end)
        _ = hears("<ACK>", &end)
        #expect(hears("noise<ACK>", &end) == first)
        #expect(hears("<ACK>", &end) == second)
        #expect(end.received == 8)
    }

    @Test func aDamagedReplyIsNone() {
        var end = Duplex(role: .host)
        _ = sends(&end)
        #expect(end.receive([.ack], damaged: true, at: .zero) == [])
        _ = hears("<ACK>", &end)
        #expect(picture(of: end.receive([.ack], damaged: true, at: .zero)) == first)
    }

    @Test func takesAnEnquiryBehindTheLastACKForTheInstrumentsTurn() {
        var end = Duplex(role: .host)
        _ = sends(&end)
        _ = hears("<ACK>", &end)
        _ = hears("<ACK>", &end)
        #expect(hears("<ACK><ENQ>", &end) == "<EOT> (delivered) <ACK>")
    }

    @Test func countsEveryByteOfTheLineSoThatResultsSayWhereTheyStood() {
        var end = Duplex(role: .host)
        _ = sends(&end)
        for _ in 1...3 { _ = hears("<ACK>", &end) }
        let actions = end.receive(line("<ENQ>{1L|1<CR>}<EOT>"), at: .zero)
        guard case .deliver(let message) = actions.dropFirst(2).first else {
            Issue.record("no message")
            return
        }
        #expect(message.lineRange(of: 0..<3) == 6..<9)
    }

    @Test func sendsNothingThatWasTakenBackWhileItWaited() {
        var end = Duplex(role: .host)
        _ = hears("<ENQ>", &end)
        _ = end.enqueue([Array("H|old".utf8)], about: "T", at: .zero)
        _ = end.withdraw("T", at: .zero)
        _ = end.enqueue(records, about: "T", at: .zero)
        #expect(end.pending == 1)
        #expect(hears("<EOT>", &end) == "<ENQ>")
        #expect(hears("<ACK>", &end) == first)
    }

    @Test func endsATransferWhoseMessageWasTakenBackMeanwhile() {
        var end = Duplex(role: .host)
        _ = end.enqueue(records, about: "T", at: .zero)
        _ = end.withdraw("T", at: .zero)
        #expect(hears("<ACK>", &end) == "<EOT>")
        #expect(end.isAtRest)
    }

    @Test func givesUpWhatItHasWhenThePortIsLost() {
        var end = Duplex(role: .host)
        _ = sends(&end)
        _ = hears("<ACK>", &end)
        #expect(picture(of: end.lose(at: .zero)) == "(dropped: lost)")
        #expect(end.isAtRest)
    }

    private func sends(_ end: inout Duplex) -> String {
        picture(of: end.enqueue(records, about: "", at: .zero))
    }

    private func hears(_ drawing: String, _ end: inout Duplex, at second: Int = 0) -> String {
        picture(of: end.receive(line(drawing), at: .seconds(second)))
    }
}
