import Glibc
import Protocols
import Testing

/// What is too much for a line: it is bounded, counted, and costs no more than its length.
struct HostileTests {
    /// Half a message or half a frame, again and again, on the link that is worst off with it.
    struct Flood: CustomTestStringConvertible {
        let name: String
        let kind: LinkOptions.Kind
        var opening = ""
        let unit: String
        var closing = ""

        var testDescription: String { name }

        /// About `count` bytes of it.
        func bytes(_ count: Int) -> [UInt8] {
            let unit = [UInt8](line: unit)
            let body = Array(repeatElement(unit, count: count / unit.count).joined())
            return [UInt8](line: opening) + body + [UInt8](line: closing)
        }
    }

    static let floods = [
        Flood(name: "noise", kind: .e1381, unit: "?x<CR>~<x80>"),
        Flood(name: "a frame without an end", kind: .e1381, opening: "<ENQ><STX>1", unit: "R|"),
        Flood(name: "beginnings of frames", kind: .e1381, opening: "<ENQ>", unit: "<STX>1H"),
        Flood(
            name: "messages in one text", kind: .simplified, opening: "<ENQ><STX>",
            unit: "H|<CR>", closing: "<ETX>"),
        Flood(name: "texts", kind: .simplified, opening: "<ENQ>", unit: "<STX>H<CR>L<CR><ETX>"),
        Flood(name: "records without an end", kind: .listing, unit: "R|"),
        Flood(name: "messages of a record", kind: .listing, unit: "H<CR>"),
        Flood(
            name: "fields before one result", kind: .bci, opening: "<ENQ><STX>", unit: "<RS>ab1|",
            closing: "rtA|<GS>"),
        Flood(name: "pieces", kind: .bci, opening: "<ENQ><STX>", unit: "<RS>a"),
        Flood(name: "a line without an end", kind: .lines, unit: "Conc=, "),
        Flood(name: "lines", kind: .lines, unit: "a<CR>"),
        Flood(name: "columns", kind: .table, unit: "a,"),
        Flood(name: "rows", kind: .table, unit: "a<LF>"),
        Flood(name: "a segment without an end", kind: .mllp, opening: "<VT>MSH|", unit: "x|"),
        Flood(
            name: "headers in one block", kind: .mllp, opening: "<VT>", unit: "MSH|^~<CR>",
            closing: "<x1C>"),
        Flood(
            name: "orders before one specimen", kind: .mllp, opening: "<VT>MSH|^~\\&<CR>",
            unit: "OBR<CR>", closing: "SPM<CR><x1C>"),
        Flood(name: "blocks", kind: .mllp, unit: "<VT>M<x1C>"),
        Flood(name: "elements in one another", kind: .poct1a, unit: "<x3C>a>"),
        Flood(name: "messages", kind: .poct1a, unit: "<x3C>a/>"),
        Flood(
            name: "services", kind: .poct1a, unit: "<x3C>a><x3C>SVC><x3C>OBS/><x3C>/SVC><x3C>/a>"),
    ]

    @Test(arguments: floods)
    func whatIsTooMuchCostsNoMoreThanItsLength(flood: Flood) {
        var dialect = Self.dialect(flood.kind)
        dialect.link.frameLimit = 1_000_000
        let some = cost(of: flood.bytes(30_000))
        // Four times as much, and some more for cold caches; its square would be sixteen times.
        let limit = some * 9 + .milliseconds(5)
        // Other tests share caches and memory: what is slow by chance is not so three times.
        #expect((0..<3).contains { _ in cost(of: flood.bytes(120_000)) < limit })

        /// The processor's time, which another program's load does not lengthen.
        func cost(of bytes: [UInt8]) -> Duration {
            let start = Self.processorTime
            var session = Session(dialect: dialect)
            _ = session.receive(bytes, at: .zero)
            while let deadline = session.deadline { _ = session.expire(at: deadline) }
            return Self.processorTime - start
        }
    }

    @Test(arguments: floods)
    func whatIsTooMuchLeavesALineThatReadsOn(flood: Flood) throws {
        let bytes = flood.bytes(100_000)
        var session = Session(dialect: Self.dialect(flood.kind))
        var found: [Session.Action] = []
        for start in stride(from: 0, to: bytes.count, by: 16_384) {
            let end = min(start + 16_384, bytes.count)
            found += session.receive(Array(bytes[start..<end]), at: .zero)
        }
        while let deadline = session.deadline { found += session.expire(at: deadline) }
        #expect(session.isAtRest)
        #expect(session.received == bytes.count)
        let isNoticed = found.contains {
            switch $0 {
            case .defect, .badRow, .results: true
            default: false
            }
        }
        #expect(isNoticed, "nothing was found")
    }

    private static var processorTime: Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    private static func dialect(_ kind: LinkOptions.Kind) -> Dialect {
        var dialect = Dialect(name: "plain", title: "")
        dialect.link.kind = kind
        switch kind {
        case .bci, .poct1a, .lines, .table: dialect.reads = Property.named
        case .mllp: dialect.reads = .hl7
        case .e1381, .simplified, .listing: break
        }
        return dialect
    }
}
