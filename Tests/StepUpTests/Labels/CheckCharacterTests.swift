import Testing

@testable import StepUp

@Suite("A check character tells a mistyped specimen ID")
struct CheckCharacterTests {
    @Test("It is that of ISO/IEC 7064 MOD 37-2, as ISBT 128 prints it")
    func published() {
        // A donation number and its check character, as examples of ISBT 128 show them.
        #expect(CheckCharacter.of("G123 498 654 321") == "H")
    }

    @Test("It finds every wrong character and every swap of neighbours")
    func findsSlips() {
        let id = Array("R1-01-RHV-B120")
        let right = CheckCharacter.of(String(id))
        for index in id.indices where id[index] != "-" {
            for other in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ" where other != id[index] {
                var wrong = id
                wrong[index] = other
                #expect(CheckCharacter.of(String(wrong)) != right)
            }
            guard index + 1 < id.count, id[index + 1] != "-", id[index + 1] != id[index] else {
                continue
            }
            var swapped = id
            swapped.swapAt(index, index + 1)
            #expect(CheckCharacter.of(String(swapped)) != right)
        }
    }

    @Test("In brackets it is read and left out, and a wrong one is told")
    func read() {
        #expect(CheckCharacter.read("R1-01-RHV-B120") == .id("R1-01-RHV-B120"))
        #expect(CheckCharacter.read("R1-01-RHV-B120 [5]") == .id("R1-01-RHV-B120"))
        #expect(CheckCharacter.read("R1-01-RHV-B210 [5]") == .wrong(given: "5", right: "1"))
        #expect(CheckCharacter.read("two words") == .id("two words"))
        #expect(CheckCharacter.read("R1-01-RHV-B120 5") == .id("R1-01-RHV-B120 5"))
    }

    @Test("An ID without letters and digits has none")
    func none() {
        #expect(CheckCharacter.of("--") == nil)
        #expect(CheckCharacter.read("-- [1]") == .id("-- [1]"))
    }
}
