import Protocols
import Testing

/// Printed lines one by one, and tables after a pause.
struct LinesTests {
    @Test(arguments: ["<CR>", "<LF>", "<CR><LF>"])
    func eachLineIsAMessageWhateverEndsIt(end: String) {
        #expect(reply(to: "A=, 1\(end)\(end)B=, 2\(end)") == "'A=, 1' 'B=, 2'")
    }

    @Test func aLineWhoseEndNeverComesIsLeftOut() {
        var lines = Lines()
        #expect(lines.receive(line("Conc=, 12"), at: .seconds(1)) == [])
        #expect(lines.deadline == .seconds(31))
        #expect(picture(of: lines.expire(at: .seconds(31))) == "(cut-record)")
        #expect(lines.isAtRest)
    }

    @Test func theEndOfAFileEndsItsLastLine() {
        var dialect = LinkOptions()
        dialect.kind = .lines
        var lines = dialect.reading(capture: []).end()
        _ = lines.receive(line("Conc=, 12"), damaged: false, at: .zero)
        #expect(picture(of: lines.expire(at: .seconds(30))) == "'Conc=, 12'")
    }

    @Test func aTableIsWholeAfterAPause() {
        var table = Lines(options: options { $0.kind = .table })
        #expect(table.receive(line("Test,Result<CR><LF>G,5<CR><LF>"), at: .seconds(1)) == [])
        #expect(table.deadline == .seconds(3))
        #expect(!table.isAtRest)
        #expect(
            picture(of: table.expire(at: .seconds(3))) == "'Test,Result<CR><LF>G,5<CR><LF>'")
        #expect(table.isAtRest)
    }

    @Test func aDamagedRowLeavesItsPlace() {
        var table = Lines(options: options { $0.kind = .table })
        _ = table.receive(line("Test,Result<LF>G,"), at: .zero)
        #expect(picture(of: table.receive(line("5<LF>"), damaged: true, at: .zero)) == "(damaged)")
        _ = table.receive(line("G,6<LF>"), at: .zero)
        #expect(picture(of: table.expire(at: .seconds(2))) == "'Test,Result<LF><LF>G,6<LF>'")
    }

    @Test func linesAreAnsweredWhereTheDialectSaysSo() {
        var lines = Lines(options: options { $0.acknowledgesLines = true })
        #expect(picture(of: lines.receive(line("A=, 1<CR><LF>"), at: .zero)) == "<ACK> 'A=, 1'")
        #expect(
            picture(of: lines.receive(line("A=, 1<CR>"), damaged: true, at: .zero))
                == "<NAK> (damaged)")
        var listing = Listing(options: options { $0.acknowledgesLines = true })
        #expect(
            picture(of: listing.receive(line("H|x<CR><LF>L|1<CR><LF>"), at: .zero))
                == "<ACK> <ACK> 'H|x<CR>L|1<CR>'")
        #expect(
            picture(of: listing.receive(line("H|x<CR>"), damaged: true, at: .zero))
                == "<NAK> (damaged)")
    }

    @Test func limitsHold() {
        #expect(
            reply(to: "12345678901<CR>A=, 1<CR>") { $0.frameLimit = 8 }
                == "(frame-too-long) 'A=, 1'")
        #expect(
            reply(to: "A,B<LF>C,D<LF>") {
                $0.kind = .table
                $0.messageLimit = 4
            } == "(message-too-long) 'A,B<LF>C,D<LF>'")
    }

    @Test func theLineInProgressIsDroppedWhenThePortIsLost() {
        var table = Lines(options: options { $0.kind = .table })
        _ = table.receive(line("A,B<LF>C"), at: .zero)
        #expect(picture(of: table.lose(at: .zero)) == "(cut-record) 'A,B<LF>'")
        #expect(table.isAtRest)
    }

    private func options(_ change: (inout LinkOptions) -> Void) -> LinkOptions {
        var options = LinkOptions()
        change(&options)
        return options
    }

    private func reply(
        to drawing: String, _ change: (inout LinkOptions) -> Void = { _ in }
    ) -> String {
        var lines = Lines(options: options(change))
        return picture(of: lines.receive(line(drawing), at: .zero))
    }
}
