internal import Protocols

/// Which tube bears which ID, or stands at which position of the run, as a CSV file says it.
///
///     specimen,injection,vein,second
///     4711,1,RHV,0
///     4712,1,RHV,30
///
/// The first row names the columns, in any order and in either case: `specimen` (in a list of
/// positions `position`), `vein`, `second`, and `injection` or `site`; others are passed over. An
/// injection is its number in the plan's order, a site is found there. Comma, semicolon or tab
/// stand between the cells. A row that is not understood makes the whole sheet void: a tube that
/// is tagged to another's place is worse than none.
public struct SpecimenSheet: Sendable {
    /// What a row begins with.
    public enum Key: String, Sendable {
        /// The ID on the tube.
        case specimen
        /// Where the tube stands in the run, as the analyzer sends it.
        case position
    }

    /// Names the row and what is wrong with it.
    public struct Problem: Error, Equatable, CustomStringConvertible {
        /// Sentences, one for each of the first rows that are wrong.
        public let description: String
    }

    /// What its rows begin with.
    public let key: Key
    /// The rows, in the order of the file.
    public let rows: [Plan.Tagging.Row]

    /// Problems that are told at once.
    private static let toldLimit = 5
    /// Columns that are read; a sheet has five.
    private static let columnLimit = 64

    /// The sheet `csv`, whose first column is `key`, for the sites of `plan`.
    ///
    /// That a tube is in the plan, and no ID there twice, is for ``Plan/problems()`` to say.
    public init(csv: String, key: Key, plan: Plan) throws(Problem) {
        var lines = Self.lines(of: csv)[...]
        guard let first = lines.popFirst() else {
            throw Problem(description: "The \(key.list) is empty.")
        }
        let columns = try Columns(first.text, key: key)
        var (rows, problems): ([Plan.Tagging.Row], [String]) = ([], [])
        for line in lines {
            do throws(Problem) {
                rows.append(try columns.row(line.text, of: plan))
            } catch {
                problems.append("Line \(line.number) of the \(key.list): \(error)")
            }
        }
        guard problems.isEmpty else {
            let more = problems.count - Self.toldLimit
            let rest = more > 0 ? ["\(more) more lines are wrong."] : []
            throw Problem(
                description: (problems.prefix(Self.toldLimit) + rest).joined(separator: " "))
        }
        (self.key, self.rows) = (key, rows)
    }

    /// The lines with something in them, with their numbers.
    private static func lines(of csv: String) -> [(number: Int, text: [UInt8])] {
        let text = csv.hasPrefix("\u{FEFF}") ? csv.dropFirst() : csv[...]
        return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .enumerated().filter { !$0.element.isBlankRow }
            .map { ($0.offset + 1, Array($0.element.utf8)) }
    }

    /// Where the cells of a row stand.
    private struct Columns {
        let key: Key
        private let delimiter: UInt8
        private let count: Int
        private let places: [String: Int]

        /// The columns that `heading` names, by whichever delimiter shows them.
        init(_ heading: [UInt8], key: Key) throws(Problem) {
            let found = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09].map { byte in
                let cells = TableRow.cells(of: heading[...], delimiter: byte, limit: columnLimit)
                let names = (cells ?? []).map { String(decoding: $0, as: UTF8.self).lowercased() }
                return (byte, names)
            }
            guard let best = found.max(by: { $0.1.count < $1.1.count }) else {
                throw Problem(description: "The \(key.list) is empty.")
            }
            (self.key, delimiter, count) = (key, best.0, best.1.count)
            if let twice = best.1.doubled.first {
                throw Problem(description: "The \(key.list) has two columns \(twice.quoted).")
            }
            places = Dictionary(
                best.1.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { $1 })
            let needed = [key.rawValue, "vein", "second"].filter { places[$0] == nil }
            let injection = places["injection"] == nil && places["site"] == nil
            let missing = needed + (injection ? ["injection"] : [])
            guard missing.isEmpty else {
                throw Problem(
                    description: "The first line of the \(key.list) must name the columns "
                        + "\(key.rawValue), injection (or site), vein, second; "
                        + "\(missing.joined(separator: ", ")) cannot be found.")
            }
        }

        func row(_ text: [UInt8], of plan: Plan) throws(Problem) -> Plan.Tagging.Row {
            guard
                let cells = TableRow.cells(of: text[...], delimiter: delimiter, limit: columnLimit)
            else { throw Problem(description: "a quotation mark is not closed.") }
            guard cells.count == count else {
                throw Problem(description: "it has \(cells.count) cells, not \(count).")
            }
            let words = places.mapValues { String(decoding: cells[$0], as: UTF8.self) }
            func cell(_ name: String) throws(Problem) -> String {
                guard let text = words[name], !text.isEmpty else {
                    throw Problem(description: "its \(name) is missing.")
                }
                return text
            }
            let second = try cell("second")
            guard let second = Int(second) else {
                throw Problem(description: "its second is \(second.quoted), no whole number.")
            }
            let place = Mark.Place(
                injection: try injection(words, of: plan), vein: try cell("vein"), second: second)
            return Plan.Tagging.Row(key: try cell(key.rawValue), place: place)
        }

        /// The injection's number, said as such, by its site, or by both if they agree.
        private func injection(
            _ words: [String: String], of plan: Plan
        ) throws(Problem) -> Int {
            let number = words["injection"] ?? ""
            let site = words["site"] ?? ""
            guard !number.isEmpty || !site.isEmpty else {
                throw Problem(description: "its injection is missing.")
            }
            let planned = plan.sites.firstIndex { $0.id == site || $0.name == site }
            if !site.isEmpty, planned == nil {
                throw Problem(description: "the plan has no site \(site.quoted).")
            }
            guard !number.isEmpty else { return (planned ?? 0) + 1 }
            guard let said = Int(number) else {
                throw Problem(description: "its injection is \(number.quoted), no whole number.")
            }
            if let planned, planned + 1 != said {
                throw Problem(
                    description: "injection \(said) is not \(site.quoted) in the plan, "
                        + "which is injection \(planned + 1).")
            }
            return said
        }
    }
}

extension Plan {
    /// Takes the tubes of `sheet`, instead of those of an earlier one with the same key.
    public mutating func tag(by sheet: SpecimenSheet) {
        switch sheet.key {
        case .specimen: tagging.sheet = sheet.rows
        case .position: tagging.positions = sheet.rows
        }
    }
}

extension SpecimenSheet.Key {
    /// The sheet in words.
    fileprivate var list: String {
        switch self {
        case .specimen: "specimen sheet"
        case .position: "list of positions"
        }
    }
}

extension Substring {
    /// True when nothing but blanks and what stands between cells is in it.
    fileprivate var isBlankRow: Bool { allSatisfy { $0.isWhitespace || $0 == "," || $0 == ";" } }
}
