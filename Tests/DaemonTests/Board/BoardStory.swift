@testable import Daemon

/// A short procedure as the stream tells it.
enum BoardStory {
    static let now = StreamTime.seconds("2026-01-31T12:00:47.500Z") ?? 0

    static let told = [
        #"{"id":1,"type":"hello","at":"","simulated":true,"site":"Suite 2","version":"1"}"#,
        #"{"id":2,"type":"line","simulated":true,"line":"e411","state":"open","#
            + #""heard":"2026-01-31T12:00:44.000Z","dialect":"d","messages":2,"results":3,"#
            + #""defects":{"checksum":1},"detail":"/dev/ttyUSB0"}"#,
        #"{"id":3,"type":"procedure","procedure":"P","simulated":true,"state":"open","plan":"#
            + #"{"title":"Hepatic map","pseudonym":"P-017","draws":[0,30,60],"wait":300,"#
            + #""analyte":"insulin","sites":[{"id":"RHA","name":"Right hepatic artery"}],"#
            + #""veins":[{"id":"RHV"},{"id":"LHV"}],"#
            + #""criterion":{"id":"seed-gt2","ratio":2,"strict":true}},"injections":["#
            + #"{"number":1,"site":"RHA","zero":"2026-01-31T12:00:00.000Z"},"#
            + #"{"number":2,"site":"LHA","zero":null}]}"#,
        #"{"id":4,"type":"prompt","procedure":"P","simulated":true,"injection":1,"site":"RHA","#
            + #""draws":[{"vein":"RHV","second":60,"due":"2026-01-31T12:01:00.000Z"},"#
            + #"{"vein":"LHV","second":60,"due":"2026-01-31T12:01:00.000Z"},"#
            + #"{"vein":"RHV","second":90,"due":"2026-01-31T12:01:30.000Z"}]}"#,
        tube(5, "T-01-RHV-000", 0, "result"), result(6, "T-01-RHV-000", 0, "20"),
        tube(7, "T-01-RHV-030", 30, "result"), result(8, "T-01-RHV-030", 30, "88"),
        #"{"id":9,"type":"verdict","procedure":"P","simulated":true,"injection":1,"vein":"RHV","#
            + #""site":"RHA","criterion":"seed-gt2","state":"step-up","final":false,"#
            + #""ratio":{"low":4.4,"high":4.4},"baseline":{"specimen":"T-01-RHV-000","result":6},"#
            + #""peak":{"specimen":"T-01-RHV-030","result":8}}"#,
        #"{"id":10,"type":"map","procedure":"P","simulated":true,"regions":["#
            + #"{"region":"S5","organ":"liver","state":"producing","supporting":[1],"#
            + #""strongest":{"site":"RHA","vein":"RHV","ratio":4.4,"second":31.2}},"#
            + #"{"region":"S2","organ":"liver","state":"not-examined"},"#
            + #"{"region":"tail","organ":"pancreas","state":"undecided"}],"#
            + #""reading":{"text":"Step-up in the liver: S5."}}"#,
        // A rule alongside never stands in the grid.
        #"{"id":11,"type":"verdict","procedure":"P","simulated":true,"injection":1,"vein":"RHV","#
            + #""criterion":"ge4","state":"pending","final":false}"#,
        #"{"id":12,"type":"specimen","simulated":true,"state":"held","specimen":"T-O1","#
            + #""reason":"in no plan","suggestion":"T-01-RHV-060"}"#,
        #"{"type":"notice","at":"2026-01-31T12:00:40.000Z","priority":"high","#
            + #""code":"x","text":"The disk is full \u001b[2J\u202e\r\nand more."}"#,
    ]

    private static func tube(_ id: Int, _ specimen: String, _ second: Int, _ state: String)
        -> String
    {
        #"{"id":\#(id),"type":"specimen","procedure":"P","simulated":true,"state":"\#(state)","#
            + #""specimen":"\#(specimen)","actual":\#(second).4,"#
            + #""place":{"injection":1,"vein":"RHV","second":\#(second)}}"#
    }

    private static func result(_ id: Int, _ specimen: String, _ second: Int, _ value: String)
        -> String
    {
        #"{"id":\#(id),"type":"result","procedure":"P","simulated":true,"specimen":"\#(specimen)","#
            + #""analyte":"insulin","role":"result","current":true,"value":\#(value),"#
            + #""text":"\#(value)","unit":"µU/mL","line":"e411","#
            + #""place":{"injection":1,"vein":"RHV","second":\#(second)}}"#
    }

    /// The board at the end of the story.
    static var board: Board {
        var board = Board()
        for json in told { board.take(json: json) }
        return board
    }

    /// What `board` shows, without its colours.
    static func text(_ board: Board, _ width: Int, _ height: Int, later: Double = 0) -> [String] {
        board.lines(BoardSize(width: width, height: height), now: now + later).map(\.text)
    }
}
