import Testing

@testable import Protocols

/// The fields that are empty on most lines.
struct SeldomFieldsTests {
    @Test func eachIsSetAloneAndKeepsTheOthers() {
        var result = AssayResult()
        result.position = "^1^3"
        result.qualitative = "-1"
        result.isComplete = false
        #expect(result.position == "^1^3")
        #expect(result.qualitative == "-1")
        #expect(!result.isComplete)
    }

    @Test func aResultWhoseFieldsAreTakenBackEqualsANewOne() {
        var result = AssayResult()
        result.position = "^1^3"
        result.position = ""
        #expect(result == AssayResult())
    }

    @Test func aCopyDoesNotChangeWithTheResult() {
        var result = AssayResult()
        let before = result
        result.isComplete = false
        #expect(before.isComplete)
        #expect(before != result)
    }
}
