extension Scenario {
    /// No number of a scenario is larger: far above what any body, team or assay has.
    private static let limit = 1e9

    /// Refuses numbers that no patient, team or laboratory can have, naming the first.
    func check() throws(ScenarioProblem) {
        for (name, value) in numbers where !(0...Self.limit).contains(value) {
            throw ScenarioProblem("\(name) is \(value): give a number from 0 to \(Self.limit)")
        }
        for (name, value) in [("body.flow", body.flow), ("assay.dilution", Double(assay.dilution))]
        where value < 1 {
            throw ScenarioProblem("\(name) is \(value): give 1 or more")
        }
        guard assay.from < assay.to else {
            throw ScenarioProblem("the assay measures from \(assay.from) to \(assay.to): nothing")
        }
    }

    private var numbers: [(name: String, value: Double)] {
        var numbers = [
            ("dose", dose), ("body.flow", body.flow), ("body.secretion", body.secretion),
            ("body.variability", body.variability), ("team.preparation", team.preparation),
            ("team.jitter", team.jitter), ("team.stagger", team.stagger),
            ("team.catheter", team.catheter), ("assay.cv", assay.cv),
            ("assay.blank", assay.blank), ("assay.from", assay.from), ("assay.to", assay.to),
            ("assay.dilution", Double(assay.dilution)),
            ("laboratory.transport", laboratory.transport),
            ("laboratory.turnaround", laboratory.turnaround),
            ("laboratory.interval", laboratory.interval),
            ("body.recirculation", body.recirculation ?? 0), ("assay.carry", assay.carry ?? 0),
        ]
        for tumour in body.tumours {
            numbers.append(("the secretion of the tumour in \(tumour.region)", tumour.secretion))
            numbers.append(("the gain of the tumour in \(tumour.region)", tumour.gain))
        }
        for (id, vein) in body.veins.sorted(by: { $0.key < $1.key }) {
            numbers.append(("the flow of \(id)", vein.flow))
            for (region, share) in vein.drains.sorted(by: { $0.key < $1.key }) {
                numbers.append(("the share of \(region) that \(id) drains", share))
            }
        }
        for (site, feed) in body.feeds.sorted(by: { $0.key < $1.key }) {
            for (region, share) in feed.sorted(by: { $0.key < $1.key }) {
                numbers.append(("the share of \(region) that \(site) feeds", share))
            }
        }
        return numbers
    }
}
