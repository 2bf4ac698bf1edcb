import Foundation
import Protocols
import Testing

@testable import StepUp

/// How many results a second the whole station takes, on one core: bytes in, announcements out.
///
///     STEPUPD_PACE=1 swift test -c release -Xswiftc -enable-testing --filter PaceTests
///
/// A report and no judgement: the figure is the machine's as much as ours.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["STEPUPD_PACE"] != nil), .serialized)
struct PaceTests {
    @Test func resultsOfKnownSpecimens() {
        report("each tube's first result, judged and mapped", rounds: 1000) { index in
            let vein = index % 2 == 0 ? "RHV" : "LHV"
            let second = ["000", "030", "060"][index / 2 % 3]
            let tube = "T-0\(1 + index / 6 % 2)-\(vein)-\(second)"
            return index < 12 ? Sent(tube, "\(10 + index * 3)") : nil
        }
    }

    @Test func resultsSentAgain() {
        report("repeats", rounds: 2) { $0 < 10_000 ? Sent("T-01-RHV-000", "10") : nil }
    }

    @Test func resultsOfHeldSpecimens() {
        report("held, 500 IDs", rounds: 2) { index in
            index < 10_000 ? Sent("S\(index % 500)", "\(index % 97)") : nil
        }
    }

    private func report(_ what: String, rounds: Int, _ sent: (Int) -> Sent?) {
        var events: [Moment.Event] = []
        while let next = sent(events.count) {
            events.append(.bytes(line: "A", Sent.message([next]), damage: LineDamage()))
        }
        var ready = Rehearsal()
        ready.mark(.open(.rehearsal))
        var (seconds, effects) = (0.0, 0)
        for _ in 0..<rounds {
            var station = ready.station
            let start = clock()
            for (index, event) in events.enumerated() {
                let moment = Moment(
                    number: Int64(index + 3), time: .zero, wall: ready.wall, event: event)
                effects += station.receive(moment).count
            }
            seconds += Double(clock() - start) / Double(CLOCKS_PER_SEC)
        }
        let pace = Int(Double(events.count * rounds) / seconds)
        print("\(what): \(pace) results/s (\(effects) effects)")
        #expect(effects >= events.count * rounds)
    }
}
