import Testing

@testable import Simulator

/// How a pace is written.
@Suite struct PaceTests {
    @Test func readsMaxAndNumbers() throws {
        #expect(try Pace(spelled: "max") == .max)
        #expect(try Pace(spelled: "0.5") == .times(0.5))
        #expect(try Pace(spelled: "60").description == "60")
    }

    @Test(arguments: ["0", "-1", "nan", "inf", "1e-300", "1e300", "", "fast"])
    func refusesWhatNoClockCouldKeep(text: String) {
        #expect(throws: ScenarioProblem.self) { try Pace(spelled: text) }
    }
}
