import StepUp
import Testing

@testable import Daemon

@Suite struct MetricsTests {
    private let census = Broadcast.Census(last: 9, held: 4, subscribers: 2, dropped: 1)

    @Test func writesOpenMetricsForThoseWhoAsk() {
        let metrics = Metrics(lines: [Fixture.line()], stream: census, isOpen: true)
        #expect(metrics.text.contains("# TYPE stepupd_line_bytes counter\n"))
        #expect(metrics.text.contains("stepupd_line_bytes_total{line=\"e411\"} 7\n"))
        #expect(
            metrics.text.contains(
                "stepupd_line_defects_total{defect=\"noise\",line=\"e411\"} 2\n"))
        #expect(metrics.text.contains("\nstepupd_announcements_total 9\n"))
        #expect(metrics.text.hasSuffix("# EOF\n"))
    }

    @Test func namesTheFamilyAsThePrometheusTextFormatDoes() {
        let metrics = Metrics(lines: [], stream: census, isOpen: false)
        #expect(metrics.text.contains("# TYPE stepupd_announcements_total counter\n"))
        #expect(!metrics.text.contains("# EOF"))
    }

    @Test func escapesAHostileName() {
        var line = Fixture.line()
        line.line = "a\"b\\c\nd"
        let metrics = Metrics(lines: [line], stream: census, isOpen: true)
        #expect(metrics.text.contains(#"stepupd_line_open{line="a\"b\\c\nd"} 1"#))
    }
}
