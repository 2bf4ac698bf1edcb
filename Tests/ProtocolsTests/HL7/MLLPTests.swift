import Protocols
import Testing

/// Blocks of HL7 on a line.
struct MLLPTests {
    @Test func takesSeveralBlocksOfOneRead() {
        #expect(
            reply(to: "<VT>MSH|1<CR><FS><CR><VT>MSH|2<CR><FS><CR>")
                == "'MSH|1<CR>' 'MSH|2<CR>'")
    }

    @Test func takesABlockThatComesInManyReads() {
        var end = MLLP()
        #expect(end.receive(line("<VT>MS"), at: .seconds(1)) == [])
        #expect(end.receive(line("H|1<CR>OB"), at: .seconds(2)) == [])
        #expect(end.deadline == .seconds(32))
        let actions = end.receive(line("X|1<CR><FS>"), at: .seconds(3))
        #expect(picture(of: actions) == "'MSH|1<CR>OBX|1<CR>'")
        #expect(end.isAtRest && end.deadline == nil)
    }

    @Test(arguments: ["<CR>", "<LF>", "<CR><LF>"])
    func leavesTheEndsOfSegmentsAsTheyCame(end: String) {
        #expect(reply(to: "<VT>MSH|1\(end)OBX|1\(end)<FS>") == "'MSH|1\(end)OBX|1\(end)'")
    }

    @Test func endsABlockAtFSWhateverFollowsIt() {
        #expect(reply(to: "<VT>MSH|1<CR><FS><VT>MSH|2<FS><LF>") == "'MSH|1<CR>' 'MSH|2'")
    }

    @Test func countsABurstOfNoiseBetweenBlocksOnce() {
        #expect(
            reply(to: "xyz<VT>MSH|1<FS><CR>MSH|no|block<FS>?<VT>MSH|2<FS>")
                == "(noise) 'MSH|1' (noise) 'MSH|2'")
    }

    @Test func saysNothingOfAnEmptyBlockOrOfEndsOfLines() {
        #expect(reply(to: "<CR><LF><VT><FS><CR><LF>") == "")
    }

    @Test func startsOverWhenASenderDoes() {
        #expect(
            reply(to: "<VT>MSH|1<CR>OBX<VT>MSH|1<CR>OBX|1<CR><FS><CR>")
                == "(interrupted-frame) 'MSH|1<CR>OBX|1<CR>'")
    }

    @Test func dropsABlockThatNeverEndsAndThenItsRest() {
        var end = MLLP()
        _ = end.receive(line("<VT>MSH|1<CR>"), at: .zero)
        #expect(picture(of: end.expire(at: .seconds(29))) == "")
        #expect(picture(of: end.expire(at: .seconds(30))) == "(time-out)")
        #expect(end.isAtRest)
        #expect(picture(of: end.receive(line("OBX|1<FS>"), at: .seconds(31))) == "(noise)")
        #expect(!end.isAtRest)
        #expect(end.expire(at: .seconds(61)) == [])
        #expect(end.isAtRest)
    }

    @Test func boundsABlockAndGoesOnBehindIt() {
        let read = reply(to: "<VT>MSH|1234<FS><CR><VT>MSH|5<FS>") { $0.messageLimit = 7 }
        #expect(read == "(message-too-long) 'MSH|5'")
    }

    @Test func deliversNoBlockWithDamagedCharacters() {
        var end = MLLP()
        _ = end.receive(line("<VT>MSH|1"), at: .zero)
        let damaged = end.receive(line("7<FS><VT>MSH|2<FS>"), damaged: true, at: .zero)
        #expect(picture(of: damaged) == "(damaged) (damaged)")
        #expect(picture(of: end.receive(line("<VT>MSH|3<FS>"), at: .zero)) == "'MSH|3'")
    }

    @Test func dropsTheBlockInProgressWhenThePortIsLost() {
        var end = MLLP()
        _ = end.receive(line("<VT>MSH|1"), at: .zero)
        #expect(picture(of: end.lose(at: .zero)) == "(lost-frame)")
        #expect(end.isAtRest)
    }

    @Test func readsBareMessagesOfACapture() {
        #expect(
            captured("<CR><LF>MSH|1<CR>OBX|1<CR>MSH|2<LF>OBX|2<LF>")
                == "'MSH|1<CR>OBX|1<CR>' 'MSH|2<LF>OBX|2<LF>'")
        #expect(captured("MSH|1<CR>OBX|1|7") == "'MSH|1<CR>OBX|1|7'…")
        #expect(captured("HELLO<CR>MSH|1<CR>") == "(noise) 'MSH|1<CR>'")
        #expect(captured("MSH|1<CR><FS><CR><VT>MSH|2<CR><FS>") == "'MSH|1<CR>' 'MSH|2<CR>'")
        #expect(captured("<xEF><xBB><xBF>MSH|1<CR>") == "(noise) 'MSH|1<CR>'")
    }

    @Test func remembersWhereEveryByteStood() {
        var end = MLLP(received: 50)
        let actions = end.receive(line("?<VT>MSH|x<CR>OBX<CR><FS><CR>"), at: .zero)
        guard case .deliver(let message) = actions.last else {
            Issue.record("no message")
            return
        }
        #expect(message.lineRange(of: 0..<3) == 52..<55)
        #expect(message.lineRange(of: 6..<9) == 58..<61)
        #expect(end.received == 64)
    }

    @Test(arguments: 1...40)
    func theSizeOfThePiecesMakesNoDifference(size: Int) {
        var options = LinkOptions()
        options.messageLimit = 24
        for enquiry in LinkOptions.Enquiry.allCases {
            options.enquiry = enquiry
            let drawing =
                "??<VT>MSH|1<CR><FS><CR>MSH|2<CR>MSH|3<CR>no<VT>MSH|4<VT>MSH|5<CR>OBX<FS>x"
                + "<VT>MSH|6789012345678901234567<FS><CR>EOF<CR>MSH|7<FS><VT>MSH|8"
            let bytes = line(drawing)
            var whole = MLLP(options: options)
            var atOnce = whole.receive(bytes, at: .zero)
            var cut = MLLP(options: options)
            var inPieces = stride(from: 0, to: bytes.count, by: size).flatMap {
                cut.receive(Array(bytes[$0..<min($0 + size, bytes.count)]), at: .zero)
            }
            atOnce += whole.expire(at: .seconds(30))
            inPieces += cut.expire(at: .seconds(30))
            #expect(picture(of: atOnce) == picture(of: inPieces))
            #expect(atOnce == inPieces)
        }
    }

    private func captured(_ drawing: String) -> String {
        var end = MLLP(options: LinkOptions().reading(capture: []))
        return picture(of: end.receive(line(drawing), at: .zero) + end.lose(at: .zero))
    }

    private func reply(
        to drawing: String, _ change: (inout LinkOptions) -> Void = { _ in }
    ) -> String {
        var options = LinkOptions()
        change(&options)
        var end = MLLP(options: options)
        return picture(of: end.receive(line(drawing), at: .zero))
    }
}
