import Testing

/// HOUSE rules 5, 9 and 11 and the names of the field, as far as a machine can read them.
@Suite struct WordTests {
    private let tree = Tree()

    @Test func nothingOnTheWayOfInputCanTrap() throws {
        let traps = ["try" + "!", "as" + "!", "fatal" + "Error(", "unowned(unsafe)"]
        for file in tree.files(in: ["Sources"]) {
            for (number, line) in try tree.lines(of: file).enumerated() {
                for trap in traps {
                    #expect(!line.contains(trap), "\(file):\(number + 1): \(trap)")
                }
            }
        }
    }

    @Test func nothingIsLeftForLater() throws {
        let words = ["TO" + "DO", "FIX" + "ME", "XX" + "X", "not imple" + "mented", "HA" + "CK"]
        for file in tree.files(in: ["Sources", "Tests", "Benchmarks"]) {
            for (number, line) in try tree.lines(of: file).enumerated() {
                for word in words {
                    #expect(!line.contains(word), "\(file):\(number + 1): \(word)")
                }
            }
        }
    }

    @Test func filesAreNamedForWhatLivesThere() {
        let empty = ["Util", "Manager", "Helper", "Handler", "Common", "Misc", "Base"]
        for file in tree.files(in: ["Sources"]) {
            for word in empty { #expect(!file.contains(word), "\(file): \(word)") }
        }
    }

    @Test func noLockIsOurOwnAndNoTaskIsDetached() throws {
        for file in tree.files(in: ["Sources"]) {
            for (number, line) in try tree.lines(of: file).enumerated() {
                for word in ["Task.detached", "@unchecked Sendable", "pthread_mutex", "NSLock"] {
                    #expect(!line.contains(word), "\(file):\(number + 1): \(word)")
                }
            }
        }
    }

    @Test func noTestIsSwitchedOff() throws {
        for file in tree.files(in: ["Tests"]) {
            for (number, line) in try tree.lines(of: file).enumerated() {
                for word in [".dis" + "abled(", "XCT" + "Skip", "withKnown" + "Issue"] {
                    #expect(!line.contains(word), "\(file):\(number + 1): \(word)")
                }
            }
        }
    }
}
