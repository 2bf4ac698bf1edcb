import Testing

@testable import Daemon

@Suite struct BoardTaleTests {
    @Test func tellsWhatHappensInPlainLines() {
        var tale = BoardTale()
        let lines = BoardStory.told.flatMap { tale.take(json: $0) }
        #expect(
            lines == [
                "--:--:-- SIMULATED stepupd 1, Suite 2",
                "--:--:-- SIMULATED line e411 ● open: /dev/ttyUSB0",
                "--:--:-- SIMULATED procedure P open, patient P-017: Hepatic map",
                "--:--:-- SIMULATED tube T-01-RHV-000 1 RHV 0 s ● result",
                "--:--:-- SIMULATED result T-01-RHV-000 1 RHV 0 s insulin 20 µU/mL",
                "--:--:-- SIMULATED tube T-01-RHV-030 1 RHV 30 s ● result",
                "--:--:-- SIMULATED result T-01-RHV-030 1 RHV 30 s insulin 88 µU/mL",
                "--:--:-- SIMULATED verdict 1 RHA RHV ▲ ×4.4 step-up so far",
                "--:--:-- SIMULATED map: Step-up in the liver: S5.",
                "--:--:-- SIMULATED tube T-O1 ! held: in no plan, like T-01-RHV-060",
                "12:00:40 notice !!! High: The disk is full "
                    + "\u{FFFD}[2J\u{FFFD}\u{FFFD}\u{FFFD}and more.",
            ])
    }

    @Test func tellsNothingTwice() {
        var tale = BoardTale()
        for json in BoardStory.told.dropLast() { _ = tale.take(json: json) }
        let again = BoardStory.told.dropLast().flatMap { tale.take(json: $0) }
        #expect(again.isEmpty)
    }

    @Test func tellsAnInjectionOnceWhenItIsGiven() {
        var tale = BoardTale()
        _ = BoardStory.told.map { tale.take(json: $0) }
        let given = BoardStory.told[2].replacing(#""id":3"#, with: #""id":99"#)
            .replacing(#""zero":null"#, with: #""zero":"2026-01-31T12:20:00.000Z""#)
        let told = tale.take(json: given)
        #expect(told == ["--:--:-- SIMULATED injection 2 LHA: 0 s = 12:20:00"])
    }
}
