import Testing

/// A dialect that cannot be tested is not supported: each has a recording and its expectation.
@Suite struct DialectCaptureTests {
    private let tree = Tree()

    @Test func everyDialectHasACaptureAndItsExpectation() {
        let dialects = tree.files(in: ["config/dialects"], suffix: ".yaml")
            .map { String($0.dropFirst("config/dialects/".count).dropLast(".yaml".count)) }
        #expect(!dialects.isEmpty)
        let recordings = Set(tree.files(in: ["Tests/ProtocolsTests/Recordings"], suffix: ""))
        for dialect in dialects {
            for ending in ["txt", "expected.ndjson"] {
                let path = "Tests/ProtocolsTests/Recordings/\(dialect).\(ending)"
                #expect(recordings.contains(path), "\(dialect) has no \(path)")
            }
        }
    }
}
