import Protocols
import Settings
import Testing

@testable import Simulator

/// A simulated analyzer says on its line that its results are nobody's, so that no set-up can hide
/// it.
@Suite struct TrainingTests {
    /// Lines without any field for it.
    static let mute = ["tosoh-aia-360"]

    @Test func everyDialectThatCanSayItDoes() throws {
        let dialects = try Catalogue().dialects().values.filter { $0.writes != nil }
        #expect(dialects.count > 30)
        for dialect in dialects {
            let course = try Imagined.course(for: dialect, seed: 1)
            let heard = Hearing(
                try Simulation(course: course, dialect: dialect), dialect: dialect)
            #expect(heard.isTraining != Self.mute.contains(dialect.name), "\(dialect.name)")
        }
    }
}
