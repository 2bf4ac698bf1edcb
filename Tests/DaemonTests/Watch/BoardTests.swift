import Testing

@testable import Daemon

@Suite struct BoardTests {
    private let now = StreamTime.seconds("2026-01-31T12:00:47.500Z") ?? 0

    private let story = [
        #"{"id":1,"type":"hello","at":"","simulated":true,"site":"Suite 2","version":"1"}"#,
        #"{"id":2,"type":"line","simulated":true,"line":"e411","state":"open","#
            + #""heard":"2026-01-31T12:00:44.000Z"}"#,
        #"{"id":3,"type":"procedure","procedure":"P","simulated":true,"state":"open","plan":"#
            + #"{"title":"Hepatic map","pseudonym":"P-017","draws":[0,30,60],"#
            + #""veins":[{"id":"RHV"},{"id":"LHV"}],"criterion":{"id":"seed-gt2"}},"#
            + #""injections":["#
            + #"{"number":1,"site":"RHA","zero":"2026-01-31T12:00:00.000Z"},"#
            + #"{"number":2,"site":"LHA","zero":null}]}"#,
        #"{"id":4,"type":"prompt","procedure":"P","simulated":true,"injection":1,"site":"RHA","#
            + #""draws":[{"vein":"RHV","second":60,"due":"2026-01-31T12:01:00.000Z"},"#
            + #"{"vein":"LHV","second":60,"due":"2026-01-31T12:01:00.000Z"},"#
            + #"{"vein":"RHV","second":90,"due":"2026-01-31T12:01:30.000Z"}]}"#,
        #"{"id":5,"type":"specimen","procedure":"P","simulated":true,"state":"result","#
            + #""specimen":"T-01-RHV-000","place":{"injection":1,"vein":"RHV","second":0}}"#,
        #"{"id":6,"type":"specimen","procedure":"P","simulated":true,"state":"drawn","#
            + #""specimen":"T-01-RHV-030","place":{"injection":1,"vein":"RHV","second":30}}"#,
        #"{"id":7,"type":"verdict","procedure":"P","simulated":true,"injection":1,"vein":"RHV","#
            + #""criterion":"seed-gt2","state":"step-up","final":true,"#
            + #""ratio":{"low":4.4,"high":4.4}}"#,
        #"{"id":8,"type":"map","procedure":"P","simulated":true,"regions":["#
            + #"{"region":"S5","organ":"liver","state":"producing","strongest":{"ratio":4.4}},"#
            + #"{"region":"S2","organ":"liver","state":"not-examined"},"#
            + #"{"region":"tail","organ":"pancreas","state":"undecided"}],"#
            + #""reading":{"text":"Step-up in the liver: S5."}}"#,
        // A rule alongside never stands in the grid.
        #"{"id":9,"type":"verdict","procedure":"P","simulated":true,"injection":1,"vein":"RHV","#
            + #""criterion":"ge4","state":"pending","final":false}"#,
        #"{"id":10,"type":"specimen","simulated":true,"state":"held","specimen":"T-O1","#
            + #""reason":"in no plan","suggestion":"T-01-RHV-060"}"#,
        #"{"type":"notice","at":"2026-01-31T12:00:40.000Z","priority":"high","#
            + #""code":"x","text":"The disk is full \u001b[2J\u202e and more."}"#,
    ]

    private var board: Board {
        var board = Board()
        for json in story { board.take(json: json) }
        return board
    }

    @Test func showsTheRoomInWords() {
        let text = board.lines(width: 80, height: 40, now: now).map(\.text)
        #expect(
            text == [
                "                 SIMULATED: these results come from no patient                  ",
                "Hepatic map  patient P-017  Suite 2                                 12:00:47 UTC",
                "e411 ● open, heard 3 s ago",
                "",
                "RHA  injection 1   47 s",
                "Draw 60 s: RHV LHV  in 13 s   then 90 s",
                "",
                "Site          RHV                              LHV",
                "1 RHA         ●◐○ ▲ ×4.4 step-up               ○○○",
                "2 LHA         ○○○                              ○○○",
                "",
                "Liver    S5 ▲ ×4.4  S2 ·  ",
                "Pancreas tail ?  ",
                "Step-up in the liver: S5.",
                "",
                "! held  T-O1  in no plan  (like T-01-RHV-060)",
                "",
                "12:00:40 HIGH        The disk is full \u{FFFD}[2J\u{FFFD} and more.",
                "Research and decision support, not a certified device.",
            ])
    }

    @Test(arguments: [(20, 5), (40, 10), (80, 24), (200, 60), (1, 1), (0, 0), (-3, -3)])
    func fitsEveryTerminal(width: Int, height: Int) {
        let lines = board.lines(width: width, height: height, now: now)
        #expect(lines.count <= max(1, height))
        #expect(lines.allSatisfy { $0.width <= max(20, width) })
    }

    @Test func saysSimulatedEvenWhereLittleFits() {
        #expect(
            board.lines(width: 30, height: 3, now: now).first?.text.contains("SIMULATED") == true)
    }

    @Test func handsNoCommandToTheTerminal() {
        for line in board.lines(width: 80, height: 40, now: now) {
            #expect(!line.text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
        }
    }

    @Test func setsColourOnlyBesideWords() {
        let lines = board.lines(width: 80, height: 40, now: now)
        let rise = lines.flatMap(\.pieces).filter { $0.tone == .rise }.map(\.text)
        #expect(rise == ["47 s", " ▲ ×4.4 step-up", "S5 ▲ ×4.4  "])
        #expect(
            lines.last?.ansi == "\u{1B}[2mResearch and decision support, not a certified "
                + "device.\u{1B}[0m")
    }

    @Test func keepsTheClockBesideALongTitle() {
        let title = board.lines(width: 40, height: 40, now: now)[1].text
        #expect(title == "Hepatic map  patient P-01…   12:00:47 UTC".replacing("   ", with: "  "))
    }

    @Test func takesAnAnnouncementOnce() {
        var board = board
        let before = board.lines(width: 80, height: 40, now: now)
        for json in story.dropLast() { board.take(json: json) }
        #expect(board.lines(width: 80, height: 40, now: now) == before)
    }

    @Test func saysWhenADrawIsLate() {
        let late = board.lines(width: 80, height: 40, now: now + 30).map(\.text)
        #expect(late.contains("Draw 60 s: RHV LHV  17 s late   then 90 s"))
    }

    @Test func survivesWhatIsNoAnnouncement() {
        var board = Board()
        for json in ["", "{", "[]", "{}", #"{"type":7}"#] {
            let isTaken = board.take(json: json)
            #expect(!isTaken)
        }
        #expect(board.lines(width: 80, height: 24, now: 0).count == 4)
    }

    @Test(
        arguments: [
            (2.0, 2.0, "×2.0"), (2.004, 2.004, "×2.004"), (12.6, 12.6, "×13"),
            (1.8, 2.3, "×1.8–2.3"),
            (5.1, nil, "≥×5.1"),
        ] as [(Double, Double?, String)])
    func writesRatiosAsThePageDoes(low: Double, high: Double?, text: String) {
        #expect(BoardGrid.ratio(.init(low: low, high: high)) == text)
    }
}
