import Protocols
import Settings
import Testing

@testable import Simulator

/// The menu as scenarios and commands spell it.
@Suite struct FaultsTests {
    @Test func namesAreReadWithCommasBetweenThem() throws {
        #expect(try Faults(spelled: "lost,lost-ack").menu == [.lost, .lostReply])
        #expect(try Faults(spelled: "all").menu == Fault.allCases)
    }

    @Test func aNameThatIsNoneIsRefusedWithTheChoices() {
        let problem = #expect(throws: ScenarioProblem.self) { try Faults(spelled: "lost,rain") }
        #expect(
            problem?.description
                == "there is no fault 'rain'; there are lost, doubled, flipped, late, split, "
                + "merged, lost-ack, skipped-number, repeated-number, noise, silence, contention, "
                + "six-naks, unplug, all")
    }

    @Test(arguments: [-0.1, 0.6, .nan])
    func aRateThatLeavesNothingWholeIsRefused(rate: Double) {
        #expect(throws: ScenarioProblem.self) { try Faults([.lost], rate: rate) }
    }

    @Test func aScenarioMayBringItsOwn() throws {
        let text = "menu: [six-naks, unplug]\nrate: 0.2"
        let faults = try load(Faults.self, text: text, file: "f.yaml")
        #expect(faults == (try Faults([.sixRefusals, .unplug], rate: 0.2)))
    }

    @Test(arguments: ["menu: [rain]", "menu: [lost]\nrate: 2", "rate: 0.1", "menu: [lost]\nx: 1"])
    func aScenarioWithASlipInThemIsRefused(text: String) {
        #expect(throws: SettingsError.self) { try load(Faults.self, text: text, file: "f.yaml") }
    }

    @Test func eachFaultHasItsLinksAndASentenceOfItsOwn() {
        #expect(Set(Fault.allCases.map(\.sentence)).count == Fault.allCases.count)
        #expect(Fault.allCases.allSatisfy { !$0.links.isEmpty && $0.sentence.hasSuffix(".") })
        #expect(Fault.skippedNumber.links == [.e1381])
        #expect(!Fault.sixRefusals.links.contains(.mllp))
    }
}
