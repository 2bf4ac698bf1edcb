import Samples
import StepUp

/// Measures a recording's replay on one core: its moments in, every effect out, none left out.
///
/// Nothing is written and nothing is waited for, and nothing is put into words: what is told is
/// encoded by who tells it. Rows are tab-separated, as `make bench` prints them.
@main
struct Replay {
    static func main() {
        for course in [
            Course(
                name: "replay through the station, a procedure with its marks",
                workload: Workload(.usual, marksFirst: false, seed: 1)),
            Course(
                name: "replay through the station, each result new",
                workload: Workload(.firstResults, marksFirst: true, seed: 1)),
        ] { course.run().show() }
    }
}

/// One recording, run again and again; the best round counts.
struct Course {
    let name: String
    let workload: Workload
    let rounds = 300

    /// Results a second that DESIGN.md asks for.
    private static let goal = 100_000.0

    func run() -> Row {
        let clock = ContinuousClock()
        var ready = Station()
        for moment in workload.marks { _ = ready.receive(moment) }
        let rest = workload.rest
        var best = Duration.seconds(1000)
        var effects = 0
        for _ in 0..<rounds {
            var station = ready
            best = min(
                best,
                clock.measure {
                    for index in rest.indices { effects &+= station.receive(rest[index]).count }
                })
        }
        let pace = Double(workload.results) / (best / .seconds(1))
        return Row(
            figure: name, measured: "\(pace.rounded(to: 0)) results/s",
            peer: "\(effects / rounds) effects of \(workload.results) results", ratio: "-",
            goal: ">= 100000 results/s", isHeld: pace >= Self.goal)
    }
}
