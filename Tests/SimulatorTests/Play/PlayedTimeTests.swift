import Testing

@testable import Simulator

@Suite struct PlayedTimeTests {
    @Test func runsAtItsPaceAndTrueWhileTheAnalyzerWaitsForAnAnswer() {
        var time = PlayedTime(pace: .times(60))
        #expect(time.wait(until: .seconds(120), talking: false) == .seconds(2))
        time.pass(.seconds(1), next: .seconds(120), talking: false)
        #expect(time.now == .seconds(60))
        time.pass(.seconds(5), next: .seconds(120), talking: true)
        #expect(time.now == .seconds(65))
        #expect(time.wait(until: .seconds(80), talking: true) == .seconds(15))
    }

    @Test func jumpsToTheNextEventAtMaxAndNeverBeyondIt() {
        var time = PlayedTime(pace: .max)
        #expect(time.wait(until: .seconds(3600), talking: false) == .zero)
        time.pass(.milliseconds(1), next: .seconds(3600), talking: false)
        #expect(time.now == .seconds(3600))
        time.pass(.seconds(20), next: .seconds(3615), talking: true)
        #expect(time.now == .seconds(3615))
    }

    @Test(arguments: ["0", "-1", "fast", "", "nan", "inf"])
    func refusesWhatIsNoPace(text: String) {
        #expect(throws: ScenarioProblem.self) { try Pace(spelled: text) }
    }

    @Test func readsWhatItWrites() throws {
        for text in ["max", "1", "60", "0.5"] {
            #expect(try Pace(spelled: text).description == text)
        }
    }
}
