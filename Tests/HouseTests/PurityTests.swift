import Testing

/// HOUSE rule 1: the two pure targets import nothing, ask no clock and roll no dice.
@Suite struct PurityTests {
    private let tree = Tree()

    @Test(arguments: [("Protocols", [String]()), ("StepUp", ["Protocols"])])
    func thePureTargetsImportTheStandardLibraryOnly(target: String, allowed: [String]) throws {
        for file in tree.files(in: ["Sources/" + target]) {
            for line in try tree.lines(of: file) where line.contains("import ") {
                guard let module = importedModule(line) else { continue }
                #expect(allowed.contains(module), "\(file) imports \(module)")
            }
        }
    }

    @Test func thePureTargetsKnowNoClockNoChanceAndNoTask() throws {
        let effects = [
            "ContinuousClock", "SuspendingClock", ".random(", "SystemRandomNumberGenerator",
            "Task {", "async ", "await ", " print(", "Logger(", "readLine(",
        ]
        for file in tree.files(in: ["Sources/Protocols", "Sources/StepUp"]) {
            for (number, line) in try tree.lines(of: file).enumerated() {
                let code = line.prefix { $0 != "/" }
                for effect in effects {
                    #expect(!code.contains(effect), "\(file):\(number + 1): \(effect)")
                }
            }
        }
    }

    @Test func onlyOneFileKnowsLibserialport() throws {
        let knowing = try tree.files(in: ["Sources"]).filter { file in
            try tree.lines(of: file).contains { importedModule($0) == "CSerialPort" }
        }
        #expect(knowing.count == 1, "\(knowing)")
    }

    @Test func onlyTheJournalKnowsSQL() throws {
        for file in tree.files(in: ["Sources"]) where !file.contains("/Journal/") {
            let lines = try tree.lines(of: file)
            #expect(!lines.contains { importedModule($0) == "GRDB" }, "\(file)")
        }
    }
}

/// The module that a line imports, or nil when it is no import.
private func importedModule(_ line: String) -> String? {
    var words = line.split(separator: " ").map(String.init)
    while let first = words.first, first != "import", first.isImportPrefix { words.removeFirst() }
    guard words.first == "import", words.count >= 2 else { return nil }
    return words.count > 2 ? String(words[2].prefix { $0 != "." }) : words[1]
}

extension String {
    /// What may stand before the word `import`.
    fileprivate var isImportPrefix: Bool {
        ["public", "internal", "private", "package", "fileprivate"].contains(self)
            || hasPrefix("@")
    }
}
