import Testing

@testable import Protocols

/// Dates as people write them.
struct PrintedTimeTests {
    @Test(arguments: [
        ("10/07/25 17:24", "2025-07-10T17:24", Dialect.Labels.DateOrder.dayFirst),
        ("10/07/25 17:24", "2025-10-07T17:24", .monthFirst),
        ("10/07/25 17:24", "2010-07-25T17:24", .yearFirst),
        ("13/01/2022 12:25:07", "2022-01-13T12:25:07", .dayFirst),
        ("1.2.2024", "2024-02-01", .dayFirst),
        ("5.4.2026 9:05", "2026-04-05T09:05", .dayFirst),
        ("2022-01-13T12:25:40.123-05:00", "2022-01-13T12:25:40", .yearFirst),
        ("2022-01-13T12:25:40Z", "2022-01-13T12:25:40", .yearFirst),
        ("2022/01/13 12:25", "2022-01-13T12:25", .dayFirst),
        ("2022/01/13", "2022-01-13", .monthFirst),
    ])
    func aDateIsReadInTheOrderOfTheDialect(
        text: String, time: String, order: Dialect.Labels.DateOrder
    ) {
        #expect(LocalTime.iso8601(PrintedTime(Array(text.utf8), in: order).packed) == time)
    }

    @Test(arguments: [
        "", "13/01", "01/13/2022 12:25", "13/01/2022 25:00", "13/01/2022 1:2",
        "13/01/2022 12", "30/02/2022", "13/01/202", "a/b/cd", "13/01/22 12:25 PM",
    ])
    func whatIsNoDateInTheOrderIsNone(text: String) {
        #expect(PrintedTime(Array(text.utf8), in: .dayFirst).packed == 0)
    }

    @Test func aDateIsPrintedInTheOrderOfTheDialect() {
        let time = "2022-01-13T12:25:40"
        #expect(PrintedTime.date(time, in: .dayFirst) == "13/01/2022")
        #expect(PrintedTime.date(time, in: .monthFirst) == "01/13/2022")
        #expect(PrintedTime.date(time, in: .yearFirst) == "2022-01-13")
        #expect(PrintedTime.clock(time) == "12:25")
    }
}
