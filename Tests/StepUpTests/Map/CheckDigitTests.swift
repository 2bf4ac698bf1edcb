import Testing

@testable import StepUp

@Suite struct CheckDigitTests {
    @Test(arguments: ["272998002", "71133005", "22083002", "138875005", "277956007"])
    func aCodeOfTheTerminologyIsRight(_ code: String) {
        #expect(CheckDigit.isRight(in: code))
    }

    @Test(arguments: ["272998002", "71133005", "22083002"])
    func everyWrongDigitAndEverySwapOfNeighboursIsFound(_ code: String) {
        let digits = Array(code)
        for place in digits.indices {
            for other in "0123456789" where other != digits[place] {
                var wrong = digits
                wrong[place] = other
                #expect(!CheckDigit.isRight(in: String(wrong)))
            }
            guard place + 1 < digits.count, digits[place] != digits[place + 1] else { continue }
            var swapped = digits
            swapped.swapAt(place, place + 1)
            #expect(!CheckDigit.isRight(in: String(swapped)))
        }
    }

    @Test(arguments: ["", "0", "12345", "2729980021234567890", "27299800x", "٢٧٢٩٩٨٠٠٢"])
    func whatIsNoIdentifierIsNotRight(_ code: String) {
        #expect(!CheckDigit.isRight(in: code))
    }
}
