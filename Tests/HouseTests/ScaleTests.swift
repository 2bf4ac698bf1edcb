import Testing

/// HOUSE rule: small files, small functions, short lines.
@Suite struct ScaleTests {
    private let tree = Tree()

    @Test func noFileIsLongerThan300Lines() throws {
        for file in tree.files(in: ["Sources", "Tests", "Benchmarks"]) {
            let count = try tree.lines(of: file).count
            #expect(count <= 301, "\(file) has \(count - 1) lines: split it")
        }
    }

    @Test func noFunctionIsLongerThan40Lines() throws {
        for file in tree.files(in: ["Sources", "Tests"]) {
            for function in Function.all(in: try tree.lines(of: file)) {
                #expect(
                    function.count <= 40,
                    "\(file):\(function.line) has \(function.count) lines: split it")
            }
        }
    }

    @Test func noLineIsLongerThan100Columns() throws {
        for file in tree.files(in: ["Sources", "Tests", "Benchmarks"]) {
            for (number, line) in try tree.lines(of: file).enumerated() where line.count > 100 {
                // A sentence that is one literal stays whole, as the formatter leaves it.
                let code = line.drop { $0 == " " }
                let isLiteral = code.hasPrefix("\"") || code.hasPrefix("#\"")
                #expect(isLiteral && line.count <= 120, "\(file):\(number + 1)")
            }
        }
    }

    @Test func aFunctionOf41LinesWouldBeFound() {
        let body = Array(repeating: "    work()", count: 39)
        #expect(Function.all(in: ["func short() {"] + body + ["}"]).map(\.count) == [41])
    }
}

/// A function as it stands in a file, found by indentation as the formatter leaves it.
private struct Function {
    /// Its first line, from 1.
    let line: Int
    /// From the first line to the closing brace, both included.
    let count: Int

    static func all(in lines: [String]) -> [Function] {
        lines.indices.compactMap { start in
            let line = lines[start]
            guard line.contains("func ") || line.contains("init("), !line.contains("//"),
                !line.contains(".init(")
            else {
                return nil
            }
            let indent = line.prefix { $0 == " " }
            guard line.hasSuffix("{") || line.hasSuffix("("),
                let end = lines[start...].firstIndex(of: indent + "}")
            else { return nil }
            return Function(line: start + 1, count: end - start + 1)
        }
    }
}
