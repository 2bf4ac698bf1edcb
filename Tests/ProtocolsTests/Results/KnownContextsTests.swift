import Testing

@testable import Protocols

/// What is remembered from message to message must change nothing in what is read.
struct KnownContextsTests {
    private let reader = MessageReader(Dialect(name: "plain", title: "By the standards"))

    private func message(_ records: String...) -> Message {
        Message(text: Array(records.map { $0 + "\r" }.joined().utf8))
    }

    /// Reads the messages one behind the other, each with what was known before it.
    private func expectAsAlone(_ messages: [Message]) {
        var next = reader
        for message in messages {
            #expect(next.readNext(message).results == reader.read(message).results)
        }
    }

    @Test func resultsOfOneTestShareTheirContextOverMessages() throws {
        var next = reader
        let one = message(#"H|\^&"#, "O|1|A", "R|1|^^^Insulin|1.5|uIU/mL||N||F", "L|1|N")
        let other = message(#"H|\^&"#, "O|1|B", "R|1|^^^Insulin|2.5|uIU/mL||N||F", "L|1|N")
        let first = try #require(next.readNext(one).results.first)
        let second = try #require(next.readNext(other).results.first)
        #expect(first.context === second.context)
        #expect((first.specimen, second.specimen) == ("A", "B"))
    }

    @Test func testsByTurnsWithAFlagNowAndThenReadAsAlone() {
        expectAsAlone(
            (0..<60).map { number in
                let (test, unit) = number % 2 == 0 ? ("Insulin", "uIU/mL") : ("C-peptide", "ng/mL")
                let flag = ["N", "N", "H", "N", "<"][number % 5]
                return message(#"H|\^&"#, "O|1|A", "R|1|^^^\(test)|1.5|\(unit)||\(flag)||F")
            })
    }

    @Test func moreTestsThanAreKeptReadAsAlone() {
        expectAsAlone(
            (0..<100).map { number in
                message(#"H|\^&"#, "O|1|A", "R|1|^^^T\(number * 7 % 40)|1.5|ng/mL||N||F")
            })
    }

    @Test func fieldsTooLongToKeepReadAsAlone() {
        let unit = String(repeating: "u", count: 300)
        expectAsAlone(
            (0..<4).map { message(#"H|\^&"#, "O|1|A", "R|1|^^^T|1.5|\(unit)\($0 % 2)||N||F") })
    }

    @Test func theSameBytesUnderOtherDelimitersMeanSomethingElse() {
        let record = "R|1|^^^A!!!B|1.5|ng/mL||N||F"
        expectAsAlone(
            [#"H|\^&"#, #"H|\!&"#, #"H|\^&"#, "R|1"].map { message($0, "O|1|A", record) })
    }

    @Test func fieldsDoNotRunIntoEachOther() {
        expectAsAlone([
            message(#"H|\^&"#, "R|1|^^^T|1.5|ab||c||F"),
            message(#"H|\^&"#, "R|1|^^^T|1.5|a||bc||F"),
        ])
    }
}
