import Protocols
import Testing

/// How devices cut and write their frames.
struct FramerTests {
    private let records = ["H|x", "P|1|abcdefghij", "L|1"].map { Array($0.utf8) }

    private func frames(_ change: (inout LinkOptions) -> Void) -> [String] {
        var options = LinkOptions()
        options.trailer = .none
        change(&options)
        let framer = Framer(options: options)
        return framer.texts(of: records).enumerated().map { index, text in
            String(LineNotation.text(of: framer.frame(text, number: index + 1)).dropLast(2))
        }
    }

    @Test func beginsAFrameWithEachRecord() {
        #expect(
            frames { _ in } == [
                "<STX>1H|x<CR><ETX>", "<STX>2P|1|abcdefghij<CR><ETX>", "<STX>3L|1<CR><ETX>",
            ])
    }

    @Test func cutsALongRecordWithETB() {
        #expect(
            frames { $0.textLength = 8 } == [
                "<STX>1H|x<CR><ETX>", "<STX>2P|1|abcd<ETB>", "<STX>3efghij<CR><ETX>",
                "<STX>4L|1<CR><ETX>",
            ])
    }

    @Test func packsRecordsAndCutsThemWhereTheFrameIsFull() {
        #expect(
            frames {
                $0.frames = .packed
                $0.textLength = 10
            } == [
                "<STX>1H|x<CR>P|1|ab<ETB>", "<STX>2cdefghij<CR>L<ETB>", "<STX>3|1<CR><ETX>",
            ])
    }

    @Test func endsAllFramesButTheLastWithETBWhereTheDialectSaysSo() {
        #expect(
            frames { $0.etbOnCompleteRecords = true } == [
                "<STX>1H|x<CR><ETB>", "<STX>2P|1|abcdefghij<CR><ETB>", "<STX>3L|1<CR><ETX>",
            ])
    }

    @Test func leavesTheReturnBeforeETXOutWhereTheDialectSaysSo() {
        #expect(
            frames { $0.returnBeforeEnd = false } == [
                "<STX>1H|x<ETX>", "<STX>2P|1|abcdefghij<ETX>", "<STX>3L|1<ETX>",
            ])
    }

    @Test(arguments: [
        (LinkOptions.Trailer.crlf, "<CR><LF>"), (.lf, "<LF>"), (.none, ""),
    ])
    func endsFramesAsTheDeviceDoes(trailer: LinkOptions.Trailer, ending: String) {
        var options = LinkOptions()
        options.trailer = trailer
        let text = Framer.Text(bytes: [UInt8](line: #"H|\^&<CR>"#), isEnd: true)
        let frame = Framer(options: options).frame(text, number: 1)
        #expect(LineNotation.text(of: frame) == #"<STX>1H|\^&<CR><ETX>E5"# + ending)
    }

    @Test func numbersFramesModuloEight() {
        let text = Framer.Text(bytes: [], isEnd: false)
        #expect((6...9).map { Framer().frame(text, number: $0)[1] } == Array("6701".utf8))
    }

    @Test func goesFromSevenToOneWhereTheDeviceDoesSo() {
        var options = LinkOptions()
        options.skipsNumberZero = true
        let text = Framer.Text(bytes: [], isEnd: false)
        let numbers = (6...15).map { Framer(options: options).frame(text, number: $0)[1] }
        #expect(numbers == Array("6712345671".utf8))
    }
}
