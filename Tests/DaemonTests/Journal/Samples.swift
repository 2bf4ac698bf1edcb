import Foundation
import Protocols
import StepUp

@testable import Daemon

/// A folder of a test's own, gone when the test is over.
final class Folder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "/stepupd-test-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String) -> String { path + "/" + name }
}

extension Setup {
    /// A site with one line that needs no dialect.
    static let sample = Setup(
        version: "1.2.3", site: "Test site", simulated: false, lines: [:], dialects: [:],
        anatomy: Anatomy(regions: [], arteries: [], veins: []))
}

extension Moment {
    /// One of each kind, numbered from 1, a second apart.
    static var oneOfEach: [Moment] {
        var damage = LineDamage()
        damage.parity = 2
        let mark = Mark(key: "k1", procedure: "p1", by: "physician", action: .note("µ — \"<\""))
        let events: [Moment.Event] = [
            .began(.sample), .opened(line: "lab", detail: "tcp:127.0.0.1:9"),
            .bytes(line: "lab", [5, 0, 0xFF, 0x0A], damage: LineDamage()),
            .bytes(line: "lab", [UInt8]("<STX>".utf8), damage: damage),
            .lost(line: "lab", reason: "unplugged"), .mark(mark), .due,
        ]
        return Moment.numbered(events)
    }

    /// Moments from `first` on, a second apart.
    static func numbered(_ events: [Moment.Event], from first: Int64 = 1) -> [Moment] {
        zip(first..., events).map { number, event in
            Moment(
                number: number, time: .seconds(number),
                wall: WallTime(nanoseconds: 1_767_225_600_000_000_001 + number), event: event)
        }
    }
}
