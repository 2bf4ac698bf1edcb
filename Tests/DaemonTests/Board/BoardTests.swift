import Testing

@testable import Daemon

@Suite struct BoardTests {
    private let now = BoardStory.now
    private let sizes = [(20, 5), (30, 8), (40, 10), (60, 15), (80, 24), (120, 40), (200, 60)]

    private func turned(_ board: Board, to number: Int) -> Board {
        var board = board
        _ = board.press(.view(number), size: BoardSize(width: 80, height: 24), now: now)
        return board
    }

    @Test func showsTheRoomInWords() {
        #expect(
            BoardStory.text(BoardStory.board, 80, 24) == [
                "                 SIMULATED — these results come from no patient",
                "Patient P-017  Hepatic map  Suite 2                                 12:00:47 UTC",
                " 1 Room  2 Draws  3 Map  4 Tubes  5 Notices 1  6 Lines      e411 ● heard 3 s ago",
                "!!! High  The disk is full \u{FFFD}[2J\u{FFFD}\u{FFFD}\u{FFFD}and more.",
                "RHA  Right hepatic artery               Draw   RHV  LHV",
                "injection 1 of 2   0 s = 12:00:00       60 s after RHA",
                "██  ██  ██████                            ██    ██████",
                "██  ██      ██                          ████        ██",
                "██████      ██                            ██    ██████",
                "    ██      ██                            ██        ██",
                "    ██      ██  s since the injection   ██████  ██████  s to go",
                "                                        then at 90 s",
                "What steps up  > ×2",
                "        RHV                                 LHV",
                "→1 RHA  ▲ ×4.4 step-up so far               ·",
                " 2 LHA  planned",
                "Still missing: 1 held",
                "Liver    V ▲×4.4  II ·",
                "Pancreas tail ?",
                "Step-up in the liver: S5.",
                "",
                "!! held  T-O1  in no plan  like T-01-RHV-060",
                "",
                "q quit  ←→ views  ? help  Research and decision support, not a certified device…",
            ])
    }

    @Test func givesEveryDrawItsValueAndItsRatio() {
        let text = BoardStory.text(turned(BoardStory.board, to: 2), 80, 24)
        #expect(text.contains("1 RHA         0 s                   30 s                  60 s"))
        #expect(
            text.contains("  RHV ▲ ×4.4  20 ×1.0               ▲88 ×4.4              ○ expected"))
    }

    @Test(arguments: 1...6)
    func fitsEveryTerminal(view: Int) {
        let board = turned(BoardStory.board, to: view)
        for (width, height) in sizes + [(1, 1), (0, 0), (-3, -3)] {
            for isUnicode in [true, false] {
                let size = BoardSize(width: width, height: height, isUnicode: isUnicode)
                let lines = board.lines(size, now: now)
                #expect(lines.count == max(1, height))
                #expect(lines.allSatisfy { $0.width <= max(20, width) })
            }
        }
    }

    @Test(arguments: 1...6)
    func saysSimulatedAndItsSilenceInEveryView(view: Int) {
        var board = turned(BoardStory.board, to: view)
        board.silence = 7
        for (width, height) in sizes {
            let lines = board.lines(BoardSize(width: width, height: height), now: now)
            #expect(lines[0].text.contains("SIMULATED"))
            #expect(lines[0].pieces.allSatisfy { $0.tone == .banner })
            #expect(lines.count < 4 || lines[1].text.contains("No word from"))
        }
    }

    @Test(arguments: 1...6)
    func handsNoCommandToTheTerminal(view: Int) {
        let board = turned(BoardStory.board, to: view)
        for line in board.lines(BoardSize(width: 80, height: 40), now: now) {
            #expect(!line.text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
        }
    }

    @Test(arguments: 1...6)
    func speaksASCIIAloneWhereNothingElseIsUnderstood(view: Int) {
        let board = turned(BoardStory.board, to: view)
        for (width, height) in sizes {
            let plain = board.lines(BoardSize(width: width, height: height), now: now)
            let size = BoardSize(width: width, height: height, isUnicode: false)
            let ascii = board.lines(size, now: now)
            #expect(ascii.allSatisfy { $0.text.allSatisfy(\.isASCII) })
            #expect(ascii.count == plain.count)
        }
    }

    @Test func saysHowMuchIsOutOfSight() {
        let foot = BoardStory.text(BoardStory.board, 60, 12).last ?? ""
        #expect(foot.hasPrefix("↑↓ 1–7 of "))
    }

    @Test func keepsTheClockBesideALongTitle() {
        let title = BoardStory.text(BoardStory.board, 40, 40)[1]
        #expect(title == "Patient P-017  Hepatic ma…  12:00:47 UTC")
    }

    @Test func takesAnAnnouncementOnce() {
        var board = BoardStory.board
        let before = BoardStory.text(board, 80, 40)
        for json in BoardStory.told.dropLast() { board.take(json: json) }
        #expect(BoardStory.text(board, 80, 40) == before)
    }

    @Test(arguments: [(11.0, "NOW"), (13, "NOW"), (30, "+17")])
    func saysWhenADrawIsDueAndWhenItIsLate(later: Double, digits: String) {
        let timer = BoardStory.text(BoardStory.board, 80, 24, later: later)[6...10]
        let expected = BoardDigits(text: digits, scale: 1).lines(.rise).map(\.text)
        for (line, part) in zip(timer, expected) {
            #expect(String(line.dropFirst(40)).hasPrefix(part))
        }
    }

    @Test func survivesWhatIsNoAnnouncement() {
        var board = Board()
        for json in ["", "{", "[]", "{}", #"{"type":7}"#] {
            let isTaken = board.take(json: json)
            #expect(!isTaken)
        }
        #expect(BoardStory.text(board, 80, 24).contains("No procedure is open."))
    }

    @Test func acknowledgesWhatWasSeenAndKeepsWhatStands() {
        var board = BoardStory.board
        let size = BoardSize(width: 80, height: 24)
        #expect(board.calling.map(\.isAcknowledged) == [false])
        _ = board.press(.acknowledge, size: size, now: now)
        #expect(board.calling.isEmpty)
        let held = #"{"type":"notice","at":"","priority":"medium","code":"held","specimen":"T-O1"}"#
        board.take(json: held)
        _ = board.press(.acknowledge, size: size, now: now)
        #expect(board.calling.map(\.isAcknowledged) == [true])
        #expect(BoardStory.text(board, 80, 24)[3].hasSuffix("acknowledged, still so"))
    }
}
