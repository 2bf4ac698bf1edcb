public import Protocols

/// The bytes of an analyzer that reports and reports on its own link, as its dialect writes them.
public struct ReportedLine {
    /// How many results are reported in one go: ten tubes with two tests each.
    private static let batch = 20

    /// At least `count` bytes of whole messages, each answered as a host does.
    ///
    /// Throws when the dialect has no layouts.
    public static func bytes(_ count: Int, of dialect: Dialect) throws -> [UInt8] {
        let writer = try RecordWriter(dialect)
        var sender = dialect.link.sender()
        var host = Session(dialect: dialect)
        var (line, number) = ([UInt8](), 0)
        line.reserveCapacity(count + 65_536)
        while line.count < count {
            let results = (0..<batch).map { result(number * batch + $0, of: dialect) }
            let messages = writer.messages(
                of: results, sent: "20260301104500", number: number * batch + 1)
            for message in messages {
                var due = sender.enqueue(message.map { Array($0.dropLast()) }, at: .zero)
                while !due.isEmpty { due = carry(due, to: &host, and: &sender, over: &line) }
            }
            number += 1
        }
        return line
    }

    /// Carries what the sender says to the host, and its answers back.
    private static func carry(
        _ actions: [Sender.Action], to host: inout Session, and sender: inout any SendingEnd,
        over line: inout [UInt8]
    ) -> [Sender.Action] {
        var answers: [UInt8] = []
        for case .send(let bytes) in actions {
            line += bytes
            for case .send(let answer) in host.receive(bytes, at: .zero) { answers += answer }
        }
        return answers.isEmpty ? [] : sender.receive(answers, at: .zero)
    }

    /// Neighbours differ as on a real line: in tube, test, value, flag and time.
    private static func result(_ number: Int, of dialect: Dialect) -> AssayResult {
        let tests = dialect.analytes.keys.sorted()
        var result = AssayResult()
        result.specimen = "T" + String(10_000_000_000 + number / 2 &* 7_919 % 9_999_999_967)
        result.test = tests[number % min(2, tests.count)]
        result.unit = dialect.analytes[result.test]?.unit ?? ""
        result.text = "\(number &* 31 % 900 + 3).\(10 + number % 89)"
        result.flags = [number % 7 == 0 ? "H" : "N"]
        result.status = "F"
        let (minute, second) = (10 + number % 47, 10 + number % 49)
        result.measured = "2026-03-01T1\(number % 9):\(minute):\(second)"
        return result
    }
}
