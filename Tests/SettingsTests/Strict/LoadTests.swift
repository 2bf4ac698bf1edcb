import Settings
import Testing

/// What is wrong in a file is said with the file, the line, the key and what would be right.
@Suite struct LoadTests {
    private struct Sample: Decodable, Equatable {
        enum Colour: String, Decodable, CaseIterable { case red, green }
        struct Inner: Decodable, Equatable {
            var count: Int
            var share: Double?
        }

        var name: String
        var colour: Colour
        var inner: Inner
        var list: [Inner]?
        var codes: [String: Inner]?
        var isOn: Bool?
    }

    private let good = """
        name: no
        colour: red
        inner: {count: 2}
        """

    @Test func wordsAreTakenAsTheyAreWritten() throws {
        #expect(try load(Sample.self, text: good, file: "f").name == "no")
        #expect(try load(Sample.self, text: "name: 007\n" + tail, file: "f").name == "007")
    }

    @Test func anUnknownKeyIsNamedWithTheKnownOnes() {
        #expect(
            problem("name: a\ncolour: red\ninner:\n  count: 2\n  shar: 3\n")
                == "f:5: unknown key 'shar' in 'inner' (known: count, share)")
    }

    @Test func anUnknownKeyInAListOrADictionaryIsFoundToo() {
        #expect(
            problem(good + "\nlist:\n  - {count: 1}\n  - {count: 1, x: 2}\n")
                == "f:6: unknown key 'x' in 'list.1' (known: count, share)")
        #expect(
            problem(good + "\ncodes:\n  any: {count: 1, x: 2}\n")
                == "f:5: unknown key 'x' in 'codes.any' (known: count, share)")
    }

    @Test func aMissingKeyIsNamedWithTheOneThatWasPerhapsMeant() {
        #expect(problem("name: a\ncolour: red\n") == "f:1: key 'inner' is missing")
        #expect(
            problem("name: a\ncolour: red\ninner:\n  cuont: 2\n")
                == "f:4: key 'count' is missing in 'inner'; is 'cuont' meant to be it?")
    }

    @Test func aValueOfAnotherKindIsRefused() {
        #expect(
            problem("name: a\ncolour: red\ninner: {count: two}\n")
                == "f:3: expected a whole number from \(Int.min) to \(Int.max)"
                + " in 'inner.count', found 'two'")
        #expect(
            problem("name: [a]\n" + tail) == "f:1: expected a text in 'name', found a list")
        #expect(
            problem("name: a\ncolour: red\ninner: 3\n")
                == "f:3: expected keys with values in 'inner', found '3'")
        #expect(
            problem(good + "\nlist: {count: 1}\n")
                == "f:4: expected a list, such as [a, b] in 'list', found keys with values")
        #expect(
            problem(good + "\nisOn: yes\n")
                == "f:4: expected true or false in 'isOn', found 'yes'")
    }

    @Test func aWordThatIsNoneOfTheChoicesIsRefusedWithTheChoices() {
        #expect(
            problem("name: a\ncolour: blue\ninner: {count: 2}\n")
                == "f:2: 'blue' in 'colour' is none of: red, green")
    }

    @Test func aKeyThatStandsTwiceIsRefused() {
        #expect(
            problem("name: a\nname: b\n" + tail)
                == "f:2: key 'name' stands twice, first in line 1")
        #expect(
            problem("name: a\ncolour: red\ninner:\n  count: 2\n\n  # Again.\n  'count': 3\n")
                == "f:7: key 'count' stands twice, first in line 4")
        #expect(
            problem("name: a\ncolour: red\ninner: {count: 2, count: 3}\n")
                == "f:3: key 'count' stands twice")
    }

    @Test func aTextThatIsNoYAMLIsRefusedWithItsLine() {
        #expect(problem("name: a\ncolour: [red\n").hasPrefix("f:3: no YAML"))
        #expect(problem("") == "f: the file is empty")
        #expect(problem("just words") == "f:1: expected keys with values, found 'just words'")
    }

    @Test func numbersMustBeNumbersAndNothingElse() {
        #expect(problem("name: a\ncolour: red\ninner: {count: 2, share: .inf}\n").contains("share"))
        #expect(problem("name: a\ncolour: red\ninner: {count: 2.5}\n").contains("count"))
        #expect(problem("name: a\ncolour: red\ninner: {count: 1_000}\n").contains("count"))
    }

    @Test func aLineIsFoundByItsKeys() {
        #expect(line(of: ["inner", "count"], in: good) == 3)
        #expect(line(of: ["inner", "other"], in: good) == nil)
    }

    private let tail = "colour: red\ninner: {count: 2}\n"

    /// What is said about `text`.
    private func problem(_ text: String) -> String {
        do {
            return "nothing is wrong: \(try load(Sample.self, text: text, file: "f"))"
        } catch {
            return error.description
        }
    }
}
