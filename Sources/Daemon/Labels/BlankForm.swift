import StepUp

/// The paper that a procedure goes on with when nothing else works: planned times, tubes, and room
/// to write what was done.
struct BlankForm {
    let view: ProcedureView
    let isSimulated: Bool

    /// The page, a table for each injection.
    var html: String {
        let plan = view.procedure.plan
        let dose = [plan.stimulant.name, plan.stimulant.dose].filter { !$0.isEmpty }
        let mark = isSimulated ? #"<p class="mark">SIMULATED</p>"# : ""
        let head = """
            \(mark)<h1>\(plan.title.escaped)</h1>
            <dl><dt>Patient</dt><dd>\(plan.pseudonym.escaped)</dd>
            <dt>Analyte</dt><dd>\(plan.analyte.escaped), \(plan.unit.escaped)</dd>
            <dt>Stimulant</dt><dd>\(dose.joined(separator: ", ").escaped)</dd>
            <dt>Wait</dt><dd>\(plan.wait) s from one injection to the next</dd>
            <dt>Date</dt><dd class="line"></dd><dt>Written by</dt><dd class="line"></dd></dl>
            """
        let tables = view.procedure.injections.filter { !$0.dropped }.map(table)
        let foot = """
            <p class="small">Seconds count from second zero, the injection. Write the actual \
            second where a draw was early or late, and cross out what was not drawn. Enter it \
            later: marks and results may come in any order. Research and decision support, not a \
            certified device.</p>
            """
        return PrintedPage(
            title: "Form",
            body: #"<article class="form">\#(head)\#(tables.joined())\#(foot)</article>"#
        ).html
    }

    private func table(of injection: ProcedureNews.Injection) -> String {
        let plan = view.procedure.plan
        let veins = plan.veins.filter { vein in !plan.dropped.veins.contains(vein.id) }
        let name = plan.sites.first { $0.id == injection.site }?.name ?? ""
        let heads = veins.map { "<th>\($0.id.escaped)</th>" }.joined()
        let rows = plan.draws.sorted().map { second in
            let cells = veins.map { vein in
                let place = Mark.Place(
                    injection: injection.number, vein: vein.id, second: second)
                let tube = view.specimens.first { $0.place == place && $0.state != .void }
                return "<td><small>\((tube?.specimen ?? "").escaped)</small></td>"
            }
            return "<tr><th>\(Double(second).secondWords) s</th>\(cells.joined())</tr>"
        }
        return """
            <section><h2>\(injection.number) · \(injection.site.escaped) \
            <small>\(name.escaped)</small><span>second zero: <i class="line"></i></span></h2>
            <table><thead><tr><th></th>\(heads)</tr></thead>
            <tbody>\(rows.joined())</tbody></table></section>
            """
    }
}
