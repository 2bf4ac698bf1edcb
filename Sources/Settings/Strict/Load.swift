import Yams

/// The value that a YAML text spells, every key of it understood.
///
/// A key that the type never asked for is an error, as is a missing one, a repeated one or a value
/// of another kind; the error names the file, the line and what would be right. Keys are those of
/// the type's `CodingKeys`.
///
/// - Parameters:
///   - type: what the text is to become.
///   - text: one YAML document.
///   - file: the name that errors give.
/// - Returns: the value.
/// - Throws: the first thing that is wrong.
public func load<Value: Decodable>(
    _ type: Value.Type, text: String, file: String
) throws(SettingsError) -> Value {
    let reading = FileReading(file: file)
    do {
        guard let root = try Yams.compose(yaml: text) else {
            throw SettingsError(file: file, line: nil, problem: "the file is empty")
        }
        let value = try NodeDecoder(root, at: [], in: reading).decode(type)
        try reading.refuseUnknownKeys()
        return value
    } catch let error as SettingsError {
        throw error
    } catch let error as YamlError {
        throw SettingsError(yaml: error, file: file)
    } catch let error as DecodingError {
        throw reading.explained(error)
    } catch {
        throw SettingsError(file: file, line: nil, problem: "\(error)")
    }
}

extension SettingsError {
    /// A text that is no YAML: the parser's own words with the line in front.
    init(yaml: YamlError, file: String) {
        switch yaml {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            self.init(file: file, line: mark.line, problem: "no YAML: \(problem)")
        case .duplicatedKeysInMapping(let keys, let context):
            let names = keys.map { "'\($0)'" }.joined(separator: ", ")
            let first = context.mark.line
            let second = SecondKey(keys.first ?? "", after: context.mark, in: context.text).line
            let rest = second == first ? "" : ", first in line \(first)"
            self.init(file: file, line: second, problem: "key \(names) stands twice\(rest)")
        case .reader(let problem, _, _, _):
            self.init(file: file, line: nil, problem: "unreadable: \(problem)")
        default:
            self.init(file: file, line: nil, problem: "no YAML: \(yaml)")
        }
    }
}

/// The line at which the value with these keys stands in a YAML text, from 1; nil when it does not.
public func line(of path: [String], in text: String) -> Int? {
    guard var node = try? Yams.compose(yaml: text) else { return nil }
    for key in path {
        if let index = Int(key), let elements = node.sequence, elements.indices.contains(index) {
            node = elements[index]
        } else if let next = node.mapping?[Node(key)] {
            node = next
        } else {
            return nil
        }
    }
    return node.mark?.line
}
