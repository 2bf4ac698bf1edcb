import Protocols
import Testing

/// The receiver of LIS01-A2 8.2 to 8.4, situation by situation.
struct ReceiverTests {
    @Test func takesAMessageFrameByFrame() {
        #expect(
            reply(to: #"<ENQ>{1H|\^&<CR>}{2L|1|N<CR>}<EOT>"#)
                == #"<ACK> <ACK> <ACK> 'H|\^&<CR>L|1|N<CR>'"#)
    }

    @Test func answersAnEnquiryWithACK() {
        #expect(reply(to: "<ENQ>") == "<ACK>")
    }

    @Test func ignoresEverythingButENQInTheNeutralState() {
        #expect(reply(to: "<ACK>abc<NAK>") == "(noise)")
        #expect(reply(to: "<EOT><EOT>") == "")
        #expect(reply(to: "{1H|x<CR>}") == "(unexpected-frame)")
    }

    @Test func countsNoiseBetweenFramesOnceForEachBurst() {
        #expect(
            reply(to: "xx<ENQ>yyy{1L|1<CR>}zz<EOT>")
                == "(noise) <ACK> (noise) <ACK> 'L|1<CR>' (noise)")
    }

    @Test func refusesAWrongCheckSum() {
        #expect(reply(to: "<ENQ><STX>1L|1<CR><ETX>00<CR><LF>") == "<ACK> (bad-checksum) <NAK>")
    }

    @Test func takesTheFrameAfterItsCheckSumWasWrongOnce() {
        #expect(
            reply(to: "<ENQ><STX>1L|1<CR><ETX>00<CR><LF>{1L|1<CR>}")
                == "<ACK> (bad-checksum) <NAK> <ACK> 'L|1<CR>'")
    }

    @Test func takesCheckSumsInEitherCase() {
        #expect(reply(to: "<ENQ><STX>1H|\\^&<CR><ETX>E5<CR><LF>") == "<ACK> <ACK>")
        #expect(reply(to: "<ENQ><STX>1H|\\^&<CR><ETX>e5<CR><LF>") == "<ACK> <ACK>")
    }

    @Test func takesACheckSumOfOneDigitOnlyWhereTheDialectSaysSo() {
        let drawing = "<ENQ><STX>2L|1|N<CR><ETX>5<CR><LF>{1L<CR>}"
        #expect(reply(to: drawing) == "<ACK> (bad-checksum) <NAK> <ACK> 'L<CR>'")
        #expect(
            reply(to: drawing) {
                $0.checksums = [.oneDigit]
                $0.frameNumbers = .tolerant
            } == "<ACK> <ACK> 'L|1|N<CR>' <ACK> 'L<CR>'")
    }

    @Test func takesACheckSumThatCountsSTXOnlyWhereTheDialectSaysSo() {
        let drawing = "<ENQ><STX>1H|\\^&<CR><ETX>E7<CR><LF>"
        #expect(reply(to: drawing) == "<ACK> (bad-checksum) <NAK>")
        #expect(reply(to: drawing) { $0.checksums = [.withSTX] } == "<ACK> <ACK>")
    }

    @Test func joinsTextsOverETBInsideAValue() {
        #expect(
            reply(to: "<ENQ>{1R|1|a|8<ETB>}{2|F\\<ETB>}{3R|<CR>L|1<CR>}")
                == "<ACK> <ACK> <ACK> <ACK> 'R|1|a|8|F\\R|<CR>L|1<CR>'")
    }

    @Test func splitsRecordsAtETBOnlyWhereTheDialectSaysSo() {
        #expect(
            reply(to: "<ENQ>{1H|x<ETB>}{2L|1}") { $0.etbEndsRecord = true }
                == "<ACK> <ACK> <ACK> 'H|x<CR>L|1<CR>'")
    }

    @Test func takesACompleteRecordThatEndsWithETB() {
        #expect(
            reply(to: "<ENQ>{1H|x<CR><ETB>}{2L|1<CR>}") == "<ACK> <ACK> <ACK> 'H|x<CR>L|1<CR>'")
    }

    @Test func takesSeveralRecordsInOneFrame() {
        #expect(reply(to: "<ENQ>{1H|x<CR>P|1<CR>L|1<CR>}") == "<ACK> <ACK> 'H|x<CR>P|1<CR>L|1<CR>'")
    }

    @Test func doesNotTakeETXForTheEndOfTheMessage() {
        #expect(reply(to: "<ENQ>{1H|x<CR>}{2P|1<CR>}") == "<ACK> <ACK> <ACK>")
    }

    @Test func needsNoCRBeforeETX() {
        #expect(reply(to: "<ENQ>{1H|x}{2L|1|N}") == "<ACK> <ACK> <ACK> 'H|x<CR>L|1|N<CR>'")
    }

    @Test(arguments: ["<CR><LF>", "<LF>", "<CR>", ""])
    func takesAFrameAtItsCheckSumWhateverFollows(trailer: String) {
        #expect(
            reply(to: "<ENQ><STX>1H|\\^&<CR><ETX>E5\(trailer)<STX>2L|1|N<CR><ETX>05\(trailer)<EOT>")
                == "<ACK> <ACK> <ACK> 'H|\\^&<CR>L|1|N<CR>'")
    }

    @Test func beginsNumbersAtOneInEachTransferPhase() {
        #expect(
            reply(to: "<ENQ>{1L|1<CR>}<EOT><ENQ>{1L|2<CR>}<EOT>")
                == "<ACK> <ACK> 'L|1<CR>' <ACK> <ACK> 'L|2<CR>'")
        #expect(reply(to: "<ENQ>{2L|1<CR>}") == "<ACK> (wrong-frame-number) <NAK>")
        #expect(reply(to: "<ENQ>{0L|1<CR>}") == "<ACK> (wrong-frame-number) <NAK>")
    }

    @Test func countsFromSevenOnToZero() {
        let frames = (1...9).map { "{\($0 % 8)C|\($0)<CR>}" }.joined()
        #expect(
            reply(to: "<ENQ>" + frames)
                == Array(repeating: "<ACK>", count: 10).joined(separator: " "))
    }

    @Test func countsFromSevenOnToOneWhereTheDialectIsTolerant() {
        let drawing = "<ENQ>" + (1...7).map { "{\($0)C|\($0)<CR>}" }.joined() + "{1L|1<CR>}"
        #expect(reply(to: drawing).hasSuffix("<ACK> (wrong-frame-number) <NAK>"))
        #expect(reply(to: drawing) { $0.frameNumbers = .tolerant }.hasSuffix("C|7<CR>L|1<CR>'"))
    }

    @Test func refusesAFrameThatIsNotTheNext() {
        #expect(
            reply(to: "<ENQ>{1H|x<CR>}{3L|1<CR>}{2L|1<CR>}")
                == "<ACK> <ACK> (wrong-frame-number) <NAK> <ACK> 'H|x<CR>L|1<CR>'")
    }

    @Test func refusesANumberThatIsNoDigit() {
        #expect(reply(to: "<ENQ><STX>AL|1<CR><ETX>4A") == "<ACK> (wrong-frame-number) <NAK>")
    }

    @Test func acknowledgesARepeatedFrameAndTakesItOnce() {
        #expect(
            reply(to: "<ENQ>{1H|x<CR>}{1H|x<CR>}{2L|1<CR>}")
                == "<ACK> <ACK> (duplicate-frame) <ACK> <ACK> 'H|x<CR>L|1<CR>'")
    }

    @Test func acknowledgesARepeatOfTheLastFrameOfADeliveredMessage() {
        #expect(
            reply(to: "<ENQ>{1H|x<CR>}{2L|1<CR>}{2L|1<CR>}<EOT>")
                == "<ACK> <ACK> <ACK> 'H|x<CR>L|1<CR>' (duplicate-frame) <ACK>")
    }

    @Test func refusesTheSameNumberWithOtherContent() {
        #expect(
            reply(to: "<ENQ>{1H|x<CR>}{1H|y<CR>}{2L|1<CR>}")
                == "<ACK> <ACK> (conflicting-frame) <NAK> <ACK> 'H|x<CR>L|1<CR>'")
    }

    @Test func takesTheSameNumberWithOtherContentWhereTheDialectIsTolerant() {
        #expect(
            reply(to: "<ENQ>{1H|x<CR>}{1H|x<CR>}{1P|1<CR>}{4L|1<CR>}") {
                $0.frameNumbers = .tolerant
            } == "<ACK> <ACK> (duplicate-frame) <ACK> <ACK> <ACK> 'H|x<CR>P|1<CR>L|1<CR>'")
    }

    @Test func takesEOTAndENQInOneRead() {
        #expect(
            reply(to: "<ENQ>{1L|1<CR>}<EOT><ENQ>{1L|2<CR>}")
                == "<ACK> <ACK> 'L|1<CR>' <ACK> <ACK> 'L|2<CR>'")
    }

    @Test func deliversWhatItAcknowledgedWhenASenderStartsOverWithoutEOT() {
        #expect(
            reply(to: "<ENQ>{1H|x<CR>}{2R|1|5<CR>}<ENQ>{1H|y<CR>}{2L|1<CR>}")
                == "<ACK> <ACK> <ACK> (restarted-without-eot) 'H|x<CR>R|1|5<CR>'… <ACK> "
                + "<ACK> <ACK> 'H|y<CR>L|1<CR>'")
    }

    @Test func deliversAMessageWithoutTerminatorAtEOT() {
        #expect(
            reply(to: "<ENQ>{1H|x<CR>}{2R|1|5<CR>}<EOT>")
                == "<ACK> <ACK> <ACK> (missing-terminator) 'H|x<CR>R|1|5<CR>'…")
    }

    @Test func deliversAMessageWithoutTerminatorWhenTheNextOneBegins() {
        #expect(
            reply(to: "<ENQ>{1H|x<CR>}{2H|y<CR>}{3L|1<CR>}")
                == "<ACK> <ACK> <ACK> (missing-terminator) 'H|x<CR>'… <ACK> 'H|y<CR>L|1<CR>'")
    }

    @Test func takesMessagesApartThatShareAFrame() {
        #expect(
            reply(to: "<ENQ>{1H|x<CR>L|1<CR>H|y<CR>R|<ETB>}{21<CR>L|2<CR>}{2L|2<CR>}")
                == "<ACK> <ACK> 'H|x<CR>L|1<CR>' <ACK> 'H|y<CR>R|1<CR>L|2<CR>' "
                + "(conflicting-frame) <NAK>")
    }

    @Test func leavesOutARecordThatWasCutAndNeverWentOn() {
        #expect(
            reply(to: "<ENQ>{1H|x<CR>R|1|8<ETB>}<EOT>")
                == "<ACK> <ACK> (missing-terminator) (cut-record) 'H|x<CR>'…")
    }

    @Test func doesNotTakeAWordThatBeginsWithLForTheTerminator() {
        #expect(
            reply(to: "<ENQ>{1Lot<CR>}{2Hint<CR>}{3l|1<CR>}").hasSuffix(
                "<ACK> 'Lot<CR>Hint<CR>l|1<CR>'"))
    }

    @Test func takesLatin1AndOtherHighBytes() {
        #expect(
            reply(to: "<ENQ>{1R|1|<xB5>g<xFF><x80><CR>L|1<CR>}")
                == "<ACK> <ACK> 'R|1|<xB5>g<xFF><x80><CR>L|1<CR>'")
    }

    @Test func takesFramesOf64000Bytes() {
        let text = "C|" + String(repeating: "x", count: 63_990) + "<CR>"
        #expect(reply(to: "<ENQ>{1\(text)}") == "<ACK> <ACK>")
    }

    @Test func boundsAFrameThatNeverEnds() {
        var receiver = Receiver()
        _ = receiver.receive([.enq, .stx], at: .zero)
        var defects = 0
        for _ in 0..<1000 {
            let actions = receiver.receive(Array(repeating: 0x41, count: 1000), at: .zero)
            defects += actions.count { $0 == .defect(.frameTooLong) }
        }
        #expect(defects == 1)
        #expect(
            picture(of: receiver.receive([UInt8](line: "<ETX>00<CR><LF><ENQ>"), at: .zero))
                == "<NAK> <ACK>")
    }

    @Test func refusesFramesOfAMessageThatNeverEnds() {
        #expect(
            reply(to: "<ENQ>{1C|1<CR>}{2C|2<CR>}<EOT>") { $0.messageLimit = 6 }
                == "<ACK> <ACK> (message-too-long) <NAK> (missing-terminator) 'C|1<CR>'…")
    }

    @Test func startsOverAtAnENQInsideAFrame() {
        #expect(
            reply(to: "<ENQ><STX>1A<ENQ>{1L<CR>}")
                == "<ACK> (interrupted-frame) <ACK> <ACK> 'L<CR>'")
    }

    @Test func startsOverAtASTXInsideAFrame() {
        #expect(
            reply(to: "<ENQ><STX>1L|<STX>1L|1<CR><ETX>E0<CR><LF>{1L|1<CR>}").hasPrefix(
                "<ACK> (interrupted-frame)"))
        #expect(reply(to: "<ENQ><STX>1L|{1L<CR>}") == "<ACK> (interrupted-frame) <ACK> 'L<CR>'")
    }

    @Test func goesNeutralAtAnEOTInsideAFrame() {
        #expect(
            reply(to: "<ENQ><STX>1L|1<EOT><ENQ>{1L<CR>}")
                == "<ACK> (interrupted-frame) <ACK> <ACK> 'L<CR>'")
    }

    @Test func refusesAFrameThatGoesOnBehindAnENQOrEOT() {
        #expect(
            reply(to: "<ENQ><STX>1L|<ENQ>|N<CR><ETX>00<CR><LF>{1L<CR>}")
                == "<ACK> (stray-control) <NAK> <ACK> 'L<CR>'")
        #expect(
            reply(to: "<ENQ><STX>1L|1<CR><ETX><EOT>0<CR><LF>{1L<CR>}")
                == "<ACK> (bad-checksum) <NAK> <ACK> 'L<CR>'")
        #expect(
            reply(to: "<ENQ><STX>1L|1<CR><ETX>E<ENQ><CR><LF>{1L<CR>}")
                == "<ACK> (bad-checksum) <NAK> <ACK> 'L<CR>'")
    }

    @Test func doesNotTakeADamagedCRBehindAFrameForAnENQ() {
        #expect(
            reply(to: "<ENQ><STX>1H|\\^&<CR><ETX>E5<ENQ><LF>{2L<CR>}")
                == "<ACK> <ACK> <ACK> 'H|\\^&<CR>L<CR>'")
        #expect(
            reply(to: "<ENQ><STX>1H|\\^&<CR><ETX>E5<ENQ>{1L<CR>}")
                == "<ACK> <ACK> (restarted-without-eot) 'H|\\^&<CR>'… <ACK> <ACK> 'L<CR>'")
    }

    @Test func refusesAFrameWithDamagedCharacters() {
        var receiver = Receiver()
        _ = receiver.receive(line("<ENQ>"), at: .zero)
        let half = line("{1L|1<CR>}")
        _ = receiver.receive(Array(half.prefix(4)), at: .zero)
        _ = receiver.receive(Array(half[4..<6]), damaged: true, at: .zero)
        #expect(picture(of: receiver.receive(Array(half[6...]), at: .zero)) == "(damaged) <NAK>")
        #expect(picture(of: receiver.receive(half, at: .zero)) == "<ACK> 'L|1<CR>'")
    }

    @Test func opensATransferPhaseWithoutENQWhereTheDialectSaysSo() {
        #expect(
            reply(to: "{2Q|1|^x<CR>}{3L|1<CR>}") { $0.enquiry = .optional }
                == "<ACK> <ACK> 'Q|1|^x<CR>L|1<CR>'")
    }

    @Test func remembersWhereEveryByteStood() throws {
        var receiver = Receiver(received: 100)
        let actions = receiver.receive(line("<ENQ>{1R|12<ETB>}x{234|<CR>L|1}"), at: .zero)
        let message = try #require(
            actions.compactMap { if case .deliver(let message) = $0 { message } else { nil } }.first
        )
        #expect(message.text == [UInt8](line: "R|1234|<CR>L|1<CR>"))
        #expect(message.lineRange(of: 0..<4) == 103..<107)
        #expect(message.lineRange(of: 0..<8) == 103..<119)
        #expect(message.lineRange(of: 8..<11) == 119..<122)
        #expect(receiver.received == 100 + line("<ENQ>{1R|12<ETB>}x{234|<CR>L|1}").count)
    }
}
