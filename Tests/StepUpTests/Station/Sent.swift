import Protocols

@testable import StepUp

/// A result as a test's analyzer sends it: one record a frame, as an Access 2 does.
struct Sent {
    var specimen: String
    var value: String
    var test = "Insulin"
    var status = "F"
    var measured = "20260131121500"
    var unit = "uU/mL"
    var position = ""
    var action = ""

    init(
        _ specimen: String, _ value: String, test: String = "Insulin", status: String = "F",
        measured: String = "20260131121500", unit: String = "uU/mL", position: String = "",
        action: String = ""
    ) {
        (self.specimen, self.value, self.test) = (specimen, value, test)
        (self.status, self.measured, self.unit) = (status, measured, unit)
        (self.position, self.action) = (position, action)
    }

    /// The bytes of one message: ENQ, a frame for each record, EOT.
    static func message(_ results: [Sent]) -> [UInt8] {
        var records = ["H|\\^&|||ACCESS|||||LIS||P|1|20260131121600", "P|1|"]
        for (index, sent) in results.enumerated() {
            let order = "O|\(index + 1)|\(sent.specimen)|\(sent.position)|^^^\(sent.test)|||||||"
            records.append(order + sent.action)
            records.append(
                "R|1|^^^\(sent.test)|\(sent.value)|\(sent.unit)||||\(sent.status)||||"
                    + "\(sent.measured)|")
        }
        return frames(of: records + ["L|1|F"])
    }

    /// The bytes of any records, framed.
    static func frames(of records: [String]) -> [UInt8] {
        let framer = Framer()
        let texts = framer.texts(of: records.map { [UInt8]($0.utf8) })
        let frames = texts.enumerated().flatMap { framer.frame($1, number: $0 + 1) }
        return [0x05] + frames + [0x04]
    }
}

extension Dialect {
    /// The dialect of the test's analyzer.
    static let rehearsal: Dialect = {
        var dialect = Dialect(name: "rehearsal", title: "Test analyzer")
        dialect.reads.position = [FieldPath("O-4")].compactMap(\.self)
        dialect.analytes = [
            "Insulin": Assay(analyte: "insulin"), "CPep": Assay(analyte: "c-peptide"),
        ]
        if let action = FieldPath("O-12") { dialect.reads.roles = [action: ["Q": .control]] }
        return dialect
    }()
}

extension Setup {
    /// One line, `A`, with the test's analyzer.
    static let rehearsal = Setup(
        version: "0.0.0", site: "Test", simulated: false,
        lines: [
            "A": LineSetup(dialect: "rehearsal"), "B": LineSetup(dialect: "rehearsal"),
        ],
        dialects: ["rehearsal": .rehearsal], anatomy: .rehearsal)
}

extension Anatomy {
    /// Two regions, two arteries, two veins.
    static let rehearsal = Anatomy(
        regions: [
            Region(id: "S2", name: "Segment II", organ: .liver),
            Region(id: "S6", name: "Segment VI", organ: .liver),
            Region(id: "head", name: "Head", organ: .pancreas),
        ],
        arteries: [
            Artery(id: "RHA", name: "Right hepatic artery", aliases: [], feeds: ["S6"]),
            Artery(id: "GDA", name: "Gastroduodenal artery", aliases: [], feeds: ["head"]),
        ],
        veins: [
            Vein(id: "RHV", name: "Right hepatic vein", aliases: [], drains: ["S6"]),
            Vein(id: "LHV", name: "Left hepatic vein", aliases: [], drains: ["S2"]),
        ])
}

extension Plan {
    /// RHA and GDA, drawn from RHV and LHV at 0, 30 and 60 s, with printed labels `T-…`.
    static let rehearsal = Plan(
        title: "Rehearsal", pseudonym: "X1", analyte: "insulin", unit: "uU/mL",
        stimulant: Stimulant(name: "calcium", dose: "0.025 mEq/kg"),
        sites: [
            Site(id: "RHA", name: "Right hepatic artery"),
            Site(id: "GDA", name: "Gastroduodenal artery"),
        ],
        veins: [
            Vein(id: "RHV", name: "Right hepatic vein"), Vein(id: "LHV", name: "Left hepatic vein"),
        ],
        draws: [0, 30, 60], wait: 300, criterion: .moreThanTwice,
        tagging: Tagging(labels: "T", sheet: [], positions: []))

    /// The same plan with other tagging.
    func tagged(
        labels: String? = nil, sheet: KeyValuePairs<String, Mark.Place> = [:],
        positions: KeyValuePairs<String, Mark.Place> = [:]
    ) -> Plan {
        var plan = self
        plan.tagging = Tagging(
            labels: labels, sheet: sheet.map { Tagging.Row(key: $0.key, place: $0.value) },
            positions: positions.map { Tagging.Row(key: $0.key, place: $0.value) })
        return plan
    }
}

extension Mark.Place {
    /// The place written as `1/RHV/30`.
    init(_ text: String) {
        let parts = text.split(separator: "/").map(String.init)
        precondition(parts.count == 3, "a place is injection/vein/second: \(text)")
        self.init(injection: Int(parts[0]) ?? 0, vein: parts[1], second: Int(parts[2]) ?? 0)
    }
}
