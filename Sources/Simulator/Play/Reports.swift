import Protocols
import StepUp

/// The analyzer's words for the reports of a course: a dialect's records, ready to be framed.
struct Reports: Sendable {
    private let course: Course
    private let dialect: Dialect
    private let writer: RecordWriter
    private let numbers: Dialect.Writing.Style
    /// The code under which the analyzer measures the plan's analyte.
    let test: String
    private let unit: String
    private let epoch: WallTime

    /// The words of `dialect`, dated from `epoch`.
    ///
    /// - Throws: what the dialect lacks: layouts, or a test for the plan's analyte.
    init(course: Course, dialect: Dialect, epoch: WallTime) throws(ScenarioProblem) {
        (self.course, self.dialect, self.epoch) = (course, dialect, epoch)
        guard let test = dialect.test(for: course.plan.analyte) else {
            throw ScenarioProblem("\(dialect.name) has no test for \(course.plan.analyte)")
        }
        self.test = test
        unit = course.plan.unit
        guard let writes = dialect.writes else {
            throw ScenarioProblem("\(dialect.name) says nothing under 'writes'")
        }
        numbers = writes.numbers
        do { writer = try RecordWriter(dialect) } catch {
            throw ScenarioProblem("\(dialect.name) cannot be written: \(error)")
        }
    }

    /// The messages of one report: each its records, without their CR.
    ///
    /// - Parameters:
    ///   - index: which report of the course.
    ///   - occasion: the report at whose time it is sent; its own when nil.
    /// - Returns: as many messages as the dialect makes of it.
    func messages(of index: Int, on occasion: Int? = nil) -> [[[UInt8]]] {
        let (time, _) = course.reports[occasion ?? index]
        let results = roles.map { record(of: index, as: $0) }
        let sent = String(decoding: digits(of: clock(time)), as: UTF8.self)
        return writer.messages(of: results, sent: sent, number: index + 1).map { records in
            records.map { Array($0.dropLast()) }
        }
    }

    /// The report that the analyzer sends once more behind report `index`, by its maker's habit.
    func resent(behind index: Int) -> Int? {
        guard let resends = dialect.writes?.resends, index > 0, index % resends == 0 else {
            return nil
        }
        return index - 1
    }

    /// The message that asks what to measure on `specimen`: its records, without their CR.
    func query(for specimen: String, at time: Double, number: Int) -> [[UInt8]] {
        let sent = String(decoding: digits(of: clock(time)), as: UTF8.self)
        let records = writer.query(for: specimen, sent: sent, number: number) ?? []
        return records.map { Array($0.dropLast()) }
    }

    /// One report as the result that a reader should find.
    func result(of index: Int) -> AssayResult {
        let (time, report) = course.reports[index]
        var result = AssayResult()
        result.specimen = report.specimen
        result.position = "\(1001 + report.tube / 5)^\(report.tube % 5 + 1)"
        result.test = test
        result.text = numbers.text(of: report.value, bound: report.bound)
        result.unit = unit
        if let bound = report.bound { result.flags = [bound.rawValue] }
        result.measured = clock(time)
        if report.dilution > 1 { result.dilution = words(for: report.dilution) }
        return result
    }

    /// One report for people.
    func words(of index: Int) -> String {
        let result = result(of: index)
        let rerun = result.dilution.isEmpty ? "" : ", diluted \(result.dilution)"
        return "result \(result.specimen) \(result.text) \(result.unit)\(rerun)"
    }

    private var roles: [AssayResult.Role] { dialect.writes?.reports ?? [] }

    /// What a report says in a record of `role`.
    private func record(of index: Int, as role: AssayResult.Role) -> AssayResult {
        switch role {
        case .signal: return signal(of: index)
        case .interpretation:
            var words = result(of: index)
            words.role = role
            words.text = course.reports[index].report.bound == nil ? "In range" : "Out of range"
            words.unit = ""
            return words
        default: return result(of: index)
        }
    }

    /// The raw signal that some analyzers send along: counts that rise with the concentration.
    private func signal(of index: Int) -> AssayResult {
        var signal = result(of: index)
        let report = course.reports[index].report
        signal.role = .signal
        signal.text = String(Int(report.value / Double(report.dilution) * 1800 + 900))
        signal.unit = "RLU"
        signal.flags = []
        return signal
    }

    /// `10` where the dialect numbers its dilutions, `1:10` where it writes them as proportions.
    private func words(for dilution: Int) -> String {
        let isNumbered = dialect.writes?.defaults["dilution"].flatMap(Double.init) != nil
        return isNumbered ? String(dilution) : "1:\(dilution)"
    }

    /// The analyzer's local time, ISO 8601 to the second.
    private func clock(_ seconds: Double) -> String {
        let time = WallTime(nanoseconds: epoch.nanoseconds + Int64(seconds * 1e9))
        return String(time.description.prefix(19))
    }

    private func digits(of time: String) -> [UInt8] {
        time.utf8.filter { (0x30...0x39).contains($0) }
    }
}

extension Dialect {
    /// The first test code, in the order of codes, that measures `analyte`; numbers come first.
    func test(for analyte: String) -> String? {
        code(ordering: analyte) ?? analytes.filter { $0.value.analyte == analyte }.keys.min()
    }
}
