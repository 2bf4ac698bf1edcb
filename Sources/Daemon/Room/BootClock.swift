import Foundation
import Lines
import StepUp

/// The clock of a real procedure: `CLOCK_BOOTTIME`, which nobody can set and which goes on while
/// the machine sleeps, counted from the journal's anchor.
///
/// Within one boot of the machine it is exact, across restarts of the program too. Over a reboot it
/// is carried on by the wall clock, never backwards: an interval that spans a reboot is as true
/// as the wall clock was.
struct BootClock: JournalClock {
    /// Nanoseconds on `CLOCK_BOOTTIME` at the journal's time zero.
    private let origin: Int64

    /// The clock of `journal` on this boot of the machine.
    init(journal: Journal) throws(JournalError) {
        origin = try journal.origin(ofBoot: Self.boot) { head in
            let asleep = max(0, KernelClock.wall - head.wall)
            let time = head.number == 0 ? 0 : head.time + asleep
            return KernelClock.sinceBoot - time
        }
    }

    var now: Instant {
        Instant(
            time: .nanoseconds(KernelClock.sinceBoot - origin),
            wall: WallTime(nanoseconds: KernelClock.wall))
    }

    func remaining(until time: Duration) -> Duration { max(.zero, time - now.time) }

    /// The kernel's name for this boot of the machine; a new one at every start where it has none.
    private static var boot: String {
        let text = try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8)
        return text?.trimmingCharacters(in: .whitespacesAndNewlines) ?? UUID().uuidString
    }
}
