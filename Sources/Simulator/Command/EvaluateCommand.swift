import ArgumentParser
import Foundation
import Simulator

/// `assaysim evaluate`: how often the verdicts are right, on simulated truth.
struct EvaluateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Plays many imagined procedures, and says how often the verdicts are right.",
        discussion: """
            Whole procedures in virtual time, bytes and protocol included. What is drawn by \
            chance, and what the model leaves out, stands in docs/model.md: the numbers are of \
            this model and of nobody's patients.
            """)

    @OptionGroup var varied: ScenarioOptions

    @Option(help: "How many procedures.")
    var procedures = 1000

    @Option(help: "A rule by its id in criteria.yaml; may be given more than once.")
    var criterion: [String] = []

    func validate() throws {
        guard (1...10_000_000).contains(procedures) else {
            throw ValidationError("--procedures wants a number from 1 to 10000000")
        }
    }

    func run() async throws {
        let (catalogue, seed) = (try varied.catalogue(), varied.seed)
        let base = try Script(scenario: varied.scenario, catalogue: catalogue).scenario
        let empty = try Evaluation(
            varying: base, of: try Repertoire(catalogue), criteria: criterion,
            faults: try varied.chosenFaults(), seed: seed)
        let began = ContinuousClock.now
        let whole = try await play(empty)
        let seconds = (ContinuousClock.now - began) / .seconds(1)
        let report = EvaluationReport(whole, seed: seed, scenario: varied.scenario)
        for line in report.lines { print(line) }
        say(
            "SIMULATED: \(procedures) procedures, \(whole.results) results in "
                + String(format: "%.1f s, %.0f procedures/s", seconds, Double(procedures) / seconds)
        )
    }

    /// Plays all procedures, some at once on each processor, which changes nothing in the sums.
    private func play(_ empty: Evaluation) async throws -> Evaluation {
        let piece = 25
        let progress = Progress(of: procedures)
        return try await withThrowingTaskGroup(of: Evaluation.self) { group in
            var (next, whole) = (1, empty)
            func add() {
                guard next <= procedures else { return }
                let numbers = next..<min(next + piece, procedures + 1)
                next = numbers.upperBound
                group.addTask { @concurrent in
                    var part = empty
                    try part.play(numbers)
                    return part
                }
            }
            for _ in 0..<ProcessInfo.processInfo.activeProcessorCount { add() }
            var done = 0
            while let part = try await group.next() {
                whole += part
                done += 1
                progress.show(min(procedures, done * piece))
                add()
            }
            return whole
        }
    }
}

/// How far a long work has come, on a terminal only.
private struct Progress {
    private let total: Int
    private let isTerminal = isatty(STDERR_FILENO) == 1

    init(of total: Int) { self.total = total }

    func show(_ done: Int) {
        guard isTerminal else { return }
        let end = done == total ? "\n" : ""
        try? FileHandle.standardError.write(
            contentsOf: Data("\r\(done) of \(total) procedures\(end)".utf8))
    }
}
