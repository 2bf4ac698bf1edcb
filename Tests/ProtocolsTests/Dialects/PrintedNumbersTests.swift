import Protocols
import Testing

/// How makers print numbers.
@Suite struct PrintedNumbersTests {
    @Test(arguments: [
        (173.2, "173."), (26.64, "26.6"), (0.902, ".902"), (9.996, "10.0"), (0, "0.00"),
    ])
    func threeDigitsAndAlwaysAPoint(value: Double, text: String) throws {
        let style = try #require(try shippedDialect("siemens-immulite").writes?.numbers)
        #expect(style.text(of: value) == (value == 0 ? ".00" : text))
    }

    @Test(arguments: [(317.61, "317.6"), (24.981, "24.98"), (1000.2, "1000."), (0.1234, "0.1234")])
    func fourDigitsInSevenCharacters(value: Double, text: String) throws {
        let style = try #require(try shippedDialect("roche-cobas-e411").writes?.numbers)
        #expect(style.text(of: value) == text)
        #expect(style.text(of: 1000, bound: .above) == ">1000.")
        #expect(style.text(of: 0.0123456, bound: .below).utf8.count <= 7)
    }

    @Test func twoPlacesAndABlankBehindTheBound() throws {
        let style = try #require(try shippedDialect("abbott-architect").writes?.numbers)
        #expect(style.text(of: 15000, bound: .above) == "> 15000.00")
        #expect(style.text(of: 1.005) == "1.00")
        #expect(style.text(of: -0.256) == "-0.26")
    }
}
