import Protocols
import StepUp

/// The daemon's numbers as text: OpenMetrics 1.0 when asked for, else Prometheus 0.0.4.
///
/// The two differ in whether a counter's family carries `_total`, and in the last line.
struct Metrics {
    let lines: [LineNews]
    let stream: Broadcast.Census
    let isOpen: Bool

    /// The media type of ``text``.
    var type: String {
        isOpen
            ? "application/openmetrics-text; version=1.0.0; charset=utf-8"
            : "text/plain; version=0.0.4; charset=utf-8"
    }

    /// Every family.
    var text: String {
        let families = [
            family("line_open", "gauge", "1 while the line's port is open.") {
                $0.state == .open ? 1 : 0
            },
            family("line_bytes", "counter", "Bytes ever received.") { $0.bytes },
            family("line_messages", "counter", "Messages ever completed.") { $0.messages },
            family("line_results", "counter", "Result records ever read.") { $0.results },
            defects, damage,
            single("announcements", "counter", "Announcements ever made.", Int(stream.last)),
            single("stream_held", "gauge", "Announcements that a new reader hears.", stream.held),
            single("stream_readers", "gauge", "Readers of the stream.", stream.subscribers),
            single(
                "stream_readers_dropped", "counter", "Readers dropped for being slow.",
                stream.dropped),
        ]
        return families.joined() + (isOpen ? "# EOF\n" : "")
    }

    private var defects: String {
        let samples = lines.flatMap { line in
            line.defects.sorted { $0.key < $1.key }.map {
                (["line": line.line, "defect": $0.key], $0.value)
            }
        }
        return family("line_defects", "counter", "What was refused or ignored.", samples)
    }

    private var damage: String {
        let samples = lines.flatMap { line in
            [
                ("parity", line.damage.parity), ("framing", line.damage.framing),
                ("overrun", line.damage.overrun), ("break", line.damage.breaks),
            ].map { (["line": line.line, "error": $0.0], $0.1) }
        }
        return family("line_damage", "counter", "What the serial driver counted.", samples)
    }

    private func family(
        _ name: String, _ type: String, _ help: String, _ value: (LineNews) -> Int
    ) -> String {
        family(name, type, help, lines.map { (["line": $0.line], value($0)) })
    }

    private func single(_ name: String, _ type: String, _ help: String, _ value: Int) -> String {
        family(name, type, help, [([:], value)])
    }

    private func family(
        _ name: String, _ type: String, _ help: String, _ samples: [([String: String], Int)]
    ) -> String {
        let sample = "stepupd_\(name)" + (type == "counter" ? "_total" : "")
        let family = isOpen ? "stepupd_\(name)" : sample
        let head = "# HELP \(family) \(help)\n# TYPE \(family) \(type)\n"
        return head + samples.map { "\(sample)\(Self.labels($0)) \($1)\n" }.joined()
    }

    private static func labels(_ labels: [String: String]) -> String {
        guard !labels.isEmpty else { return "" }
        let pairs = labels.sorted { $0.key < $1.key }.map { "\($0.key)=\"\(escaped($0.value))\"" }
        return "{\(pairs.joined(separator: ","))}"
    }

    /// A label's value: backslash, quote and line feed are escaped (OpenMetrics 1.0, 5.1.3).
    private static func escaped(_ text: String) -> String {
        text.flatMap { character -> String in
            switch character {
            case "\\": "\\\\"
            case "\"": "\\\""
            case "\n", "\r\n": "\\n"
            default: String(character)
            }
        }.reduce(into: "") { $0.append($1) }
    }
}
