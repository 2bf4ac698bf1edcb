import Protocols
import Testing

@testable import StepUp

/// The six ways in which a specimen's result comes a second time, told apart by its own fields.
@Suite struct SameOrAnotherTests {
    /// Component 5 of R-3 is the dilution, component 6 the replicate.
    private static let dialect: Dialect = {
        var dialect = Dialect.rehearsal
        dialect.reads.dilution = [FieldPath("R-3.5")].compactMap(\.self)
        dialect.reads.replicate = [FieldPath("R-3.6")].compactMap(\.self)
        return dialect
    }()

    private static func record(
        _ value: String, dilution: String = "1", replicate: String = "1", status: String = "F",
        at minute: Int = 15, test: String = "Insulin"
    ) -> String {
        let code = "^^^\(test)^\(dilution)^\(replicate)"
        return "R|1|\(code)|\(value)|uU/mL||||\(status)||||2026013112\(minute)00|"
    }

    /// What is told of the results in these messages, one after another, each with a new header.
    private func story(_ messages: [String]...) -> [String] {
        var setup = Setup.rehearsal
        setup.dialects["rehearsal"] = Self.dialect
        var room = Rehearsal(setup)
        room.mark(.open(.rehearsal))
        room.at(100)
        room.mark(.injection(site: "RHA", number: nil))
        for (number, results) in messages.enumerated() {
            let header = "H|\\^&|||ANALYZER|||||LIS||P|1|2026013113\(10 + number)00"
            let records = [header, "P|1", "O|1|T-01-RHV-000"] + results + ["L|1|F"]
            room.receive(
                .bytes(line: "A", Sent.frames(of: records), damage: LineDamage()))
        }
        return room.told("result").map { line in
            let words = line.split(separator: " ").dropFirst(2).filter { $0 != "1/RHV/0" }
            return words.prefix { $0 != "replaces" }.joined(separator: " ")
        }
    }

    @Test func aMessageThatIsSentAgainIsOneResult() {
        #expect(
            story([Self.record("10")], [Self.record("10")]) == [
                "10 run 1 current", "10 run 1 repeat",
            ])
    }

    @Test(arguments: ["R", "F\\R", "V"])
    func aResultThatComesAgainInANewMessageIsOneResult(status: String) {
        let other = Self.record("3.1", at: 20, test: "CPep")
        #expect(
            story([Self.record("10")], [other, Self.record("10", status: status)]) == [
                "10 run 1 current", "3.1 run 1 current", "10 run 1 repeat",
            ])
    }

    @Test func aRerunIsAnotherRunThoughItsValueIsTheSame() {
        #expect(
            story([Self.record("10")], [Self.record("10", at: 40)]) == [
                "10 run 1 current", "10 run 2 current",
            ])
    }

    @Test func aDilutionIsAnotherRunThatCounts() {
        #expect(
            story([Self.record(">300")], [Self.record("412", dilution: "10", at: 40)]) == [
                ">300 run 1 current", "412 run 2 current",
            ])
    }

    @Test func theSameValueOfAnotherDilutionIsNoRepeat() {
        #expect(
            story([Self.record("10", dilution: "1")], [Self.record("10", dilution: "2")]) == [
                "10 run 1 current", "10 run 2 current",
            ])
    }

    @Test func twoReplicatesAreTwoRunsThoughTimeAndValueAreTheSame() {
        #expect(
            story([Self.record("10"), Self.record("10", replicate: "2")]) == [
                "10 run 1 current", "10 run 2 current",
            ])
    }

    @Test func aCorrectionTakesThePlaceOfTheResultThatItCorrects() {
        #expect(
            story([Self.record("10")], [Self.record("12", status: "C")]) == [
                "10 run 1 current", "12 run 1 current",
            ])
    }

    @Test func aCorrectionOfAResultThatWasMeasuredAnewDoesNotCount() {
        #expect(
            story(
                [Self.record("10")], [Self.record("11", at: 40)],
                [Self.record("12", status: "C")]) == [
                    "10 run 1 current", "11 run 2 current", "12 run 1",
                ])
    }

    @Test func aCorrectionThatIsSentAgainIsOneCorrection() {
        let correction = Self.record("12", status: "C")
        #expect(
            story([Self.record("10")], [correction], [correction]) == [
                "10 run 1 current", "12 run 1 current", "12 run 1 repeat",
            ])
    }

    @Test func aResultCountsThoughTheAnalyzerSaysThatItWasSentBefore() {
        #expect(story([Self.record("10", status: "F\\R")]).first?.hasPrefix("10 run 1") == true)
        #expect(story([Self.record("10", status: "F\\R")]).first?.contains("current") == true)
    }
}
