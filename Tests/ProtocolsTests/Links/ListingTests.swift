import Protocols
import Testing

/// Bare records, one a line, without handshake.
struct ListingTests {
    @Test(arguments: ["<CR>", "<LF>", "<CR><LF>"])
    func takesRecordsWhateverEndsTheirLines(end: String) {
        #expect(reply(to: "H|x\(end)R|1\(end)L|1\(end)") == "'H|x<CR>R|1<CR>L|1<CR>'")
    }

    @Test func leavesOutTheDigitOfAFrameThatWasCutAway() {
        #expect(reply(to: "1H|x<LF>2R|1|7<LF>3L|1<LF>") == "'H|x<CR>R|1|7<CR>L|1<CR>'")
    }

    @Test func takesOneMessageAfterTheOther() {
        #expect(reply(to: "H|x<CR>L|1<CR>H|y<CR>L|1<CR>") == "'H|x<CR>L|1<CR>' 'H|y<CR>L|1<CR>'")
    }

    @Test func deliversAMessageWithoutTerminatorWhenTheNextOneBegins() {
        #expect(reply(to: "H|x<CR>H|y<CR>") == "(missing-terminator) 'H|x<CR>'…")
    }

    @Test func deliversAMessageWithoutTerminatorAtTheTimeOut() {
        var listing = Listing()
        #expect(listing.receive(line("H|x<CR>R|1|5"), at: .seconds(1)) == [])
        #expect(listing.deadline == .seconds(31))
        #expect(
            picture(of: listing.expire(at: .seconds(31))) == "(cut-record) (time-out) 'H|x<CR>'…")
        #expect(listing.isAtRest)
    }

    @Test func takesATerminatorWithoutAnEndOfLineAtTheTimeOut() {
        var listing = Listing()
        #expect(listing.receive(line("H|x<LF>L|1|N"), at: .zero) == [])
        #expect(picture(of: listing.expire(at: .seconds(30))) == "'H|x<CR>L|1|N<CR>'")
    }

    @Test func leavesOutALineWithDamagedCharacters() {
        var listing = Listing()
        _ = listing.receive(line("H|x<CR>R|1"), at: .zero)
        #expect(
            picture(of: listing.receive(line("|5<CR>"), damaged: true, at: .zero)) == "(damaged)")
        #expect(picture(of: listing.receive(line("L|1<CR>"), at: .zero)) == "'H|x<CR>L|1<CR>'")
    }

    @Test(arguments: ["7H", "H", "12H", "1.5 H"])
    func leavesOutALineThatBrokeOffBeforeTheHeaderOfTheNextMessage(value: String) {
        #expect(
            reply(to: #"1H|\^&||<LF>2R|1|^^^INS|\#(value)|\^&||2<LF>3L|1<LF>"#)
                == #"(cut-record) (missing-terminator) 'H|\^&||<CR>'… 'H|\^&||2<CR>L|1<CR>'"#)
    }

    @Test func knowsABrokenLineByTheDelimitersOfItsOwnMessage() {
        #expect(
            reply(to: #"H|`^&<CR>R|1|H|`^&|2<CR>L|1<CR>"#)
                == #"(cut-record) (missing-terminator) 'H|`^&<CR>'… 'H|`^&|2<CR>L|1<CR>'"#)
        #expect(
            reply(to: #"H|`^&<CR>R|1|LH|\^&|2<CR>L|1<CR>"#)
                == #"'H|`^&<CR>R|1|LH|\^&|2<CR>L|1<CR>'"#)
    }

    @Test func leavesOutALineThatNeverEnds() {
        #expect(
            reply(to: "H|x<CR>R|1|12345678<CR>L|1<CR>") { $0.frameLimit = 8 }
                == "(frame-too-long) 'H|x<CR>L|1<CR>'")
    }

    @Test func boundsAMessageThatNeverEnds() {
        #expect(
            reply(to: "H|x<CR>R|1<CR>R|2<CR>") { $0.messageLimit = 6 }
                == "(message-too-long) 'H|x<CR>R|1<CR>'…")
    }

    @Test func dropsTheLineInProgressWhenThePortIsLost() {
        var listing = Listing()
        _ = listing.receive(line("H|x<CR>R|1"), at: .zero)
        #expect(picture(of: listing.lose(at: .zero)) == "(cut-record)")
        #expect(picture(of: listing.receive(line("L|1<CR>"), at: .zero)) == "'H|x<CR>L|1<CR>'")
    }

    @Test func remembersWhereEveryByteStood() {
        var listing = Listing(received: 50)
        let actions = listing.receive(line("1H|x<CR><LF>2L|1<CR><LF>"), at: .zero)
        guard case .deliver(let message) = actions.first else {
            Issue.record("no message")
            return
        }
        #expect(message.lineRange(of: 0..<3) == 51..<54)
        #expect(message.lineRange(of: 4..<7) == 57..<60)
        #expect(listing.received == 62)
    }

    private func reply(
        to drawing: String, _ change: (inout LinkOptions) -> Void = { _ in }
    ) -> String {
        var options = LinkOptions()
        change(&options)
        var listing = Listing(options: options)
        return picture(of: listing.receive(line(drawing), at: .zero))
    }
}
