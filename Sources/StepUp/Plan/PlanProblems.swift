extension Plan {
    /// Why this plan cannot be carried out, a sentence each; empty when it can.
    public func problems() -> [String] { flaws().map(\.problem) }

    /// The same, each with the key of the plan in which it lies.
    public func flaws() -> [Flaw] {
        func flaws(in key: String, _ problems: [String]) -> [Flaw] {
            problems.map { Flaw(path: [key], problem: $0) }
        }
        return textProblems() + sizeProblems()
            + flaws(in: "sites", nameProblems("injection site", sites.map(\.id)))
            + flaws(in: "veins", nameProblems("vein", veins.map(\.id)))
            + flaws(in: "draws", drawProblems()) + flaws(in: "criterion", criterionProblems())
            + flaws(
                in: "tagging",
                labelProblems() + rowProblems(tagging.sheet, of: "specimen sheet")
                    + rowProblems(tagging.positions, of: "list of positions"))
    }

    /// What a plan may hold at most.
    enum Limit {
        /// Ours: twice the segmental arteries, the pancreatic ones and the variants together.
        static let sites = 40
        /// Ours: three hepatic veins and every accessory one that is known.
        static let veins = 8
        /// Ours: four times the longest list of draws in print.
        static let draws = 32
        /// An hour, in seconds: far beyond any window in print (180 s).
        static let second = 3600
        /// Characters of a text, so that every screen and message can hold it.
        static let text = 200
        /// Characters of a label: what a small tube carries as Code 128.
        ///
        /// Ours; a tag of two letters makes 13 to 15.
        static let label = 20
        /// Rows of a sheet: every tube of the largest plan that the other limits allow.
        static let rows = sites * veins * draws
    }

    /// Every text of the plan: what it is called, its key, and the text.
    private var texts: [(name: String, key: String, text: String)] {
        [
            ("title", "title", title), ("pseudonym", "pseudonym", pseudonym),
            ("analyte", "analyte", analyte), ("unit", "unit", unit),
            ("stimulant", "stimulant", stimulant.name), ("dose", "stimulant", stimulant.dose),
            ("criterion", "criterion", criterion.id),
            ("tag of the labels", "tagging", tagging.labels ?? ""),
        ]
            + sites.flatMap {
                [("id of a site", "sites", $0.id), ("name of a site", "sites", $0.name)]
            }
            + veins.flatMap {
                [("id of a vein", "veins", $0.id), ("name of a vein", "veins", $0.name)]
            } + tagging.sheet.map { ("ID in the specimen sheet", "tagging", $0.key) }
            + tagging.positions.map { ("position", "tagging", $0.key) }
    }

    private func textProblems() -> [Flaw] {
        var flaws: [Flaw] = []
        for (name, key, text) in texts {
            if text.unicodeScalars.contains(where: \.isControl) {
                flaws.append(
                    Flaw(
                        path: [key],
                        problem: "The \(name) \(text.quoted) contains a control character."))
            }
            if text.count > Limit.text {
                flaws.append(
                    Flaw(
                        path: [key],
                        problem: "The \(name) is longer than \(Limit.text) characters."))
            }
        }
        let required = [("analyte", analyte), ("pseudonym", pseudonym)]
        return flaws
            + required.filter { $0.1.isBlank }.map {
                Flaw(path: [$0.0], problem: "The plan names no \($0.0).")
            }
    }

    private func sizeProblems() -> [Flaw] {
        let counts = [
            ("injection sites", "sites", sites.count, Limit.sites),
            ("veins", "veins", veins.count, Limit.veins),
            ("draw times", "draws", draws.count, Limit.draws),
            ("rows in the specimen sheet", "tagging", tagging.sheet.count, Limit.rows),
            ("rows in the list of positions", "tagging", tagging.positions.count, Limit.rows),
        ]
        let tooMany = counts.filter { $0.2 > $0.3 }.map {
            Flaw(
                path: [$0.1],
                problem: "The plan has \($0.2) \($0.0); at most \($0.3) are taken.")
        }
        guard !(0...Limit.second).contains(wait) else { return tooMany }
        let problem =
            "The wait between injections must be 0 to \(Limit.second) s, not \(wait) s."
        return tooMany + [Flaw(path: ["wait"], problem: problem)]
    }

    private func nameProblems(_ what: String, _ ids: [String]) -> [String] {
        if ids.isEmpty { return ["The plan has no \(what)."] }
        let nameless = ids.contains(where: \.isBlank) ? ["One \(what) has no id."] : []
        let doubled = ids.map { $0.lowercased() }.doubled
        return nameless + doubled.map { "The \(what) \($0.quoted) is in the plan twice." }
    }

    /// What is wrong with the planned seconds.
    func drawProblems() -> [String] {
        var problems = draws.doubled.map { "The draw at \($0) s is in the plan twice." }
        if !draws.contains(where: { $0 <= 0 }) {
            problems.append("The plan has no baseline draw: none is at 0 s or before.")
        }
        let range = -Limit.second...Limit.second
        problems += draws.filter { !range.contains($0) }.map {
            "The draw at \($0) s is more than an hour from the injection."
        }
        let after = draws.filter { $0 > 0 }
        if after.isEmpty {
            problems.append("The plan has no draw after the injection.")
        } else {
            for rule in criteria
            where !after.contains(where: { rule.window.contains(Double($0)) }) {
                problems.append(
                    "No draw lies inside the window of criterion \(rule.id): \(rule.span).")
            }
        }
        return problems
    }

    private func criterionProblems() -> [String] {
        criteria.flatMap { problems(of: $0) }
            + criteria.map(\.id).doubled.map { "The criterion \($0.quoted) is there twice." }
    }

    /// Why a rule cannot be followed in this plan.
    private func problems(of criterion: Criterion) -> [String] {
        var problems = criterion.problems()
        if !criterion.analytes.isEmpty, !criterion.analytes.contains(analyte) {
            let known = criterion.analytes.joined(separator: ", ")
            problems.append("Criterion \(criterion.id) is for \(known), not for \(analyte.quoted).")
        }
        if !criterion.stimulants.isEmpty, !criterion.stimulants.contains(stimulant.name) {
            let known = criterion.stimulants.joined(separator: ", ")
            problems.append(
                "Criterion \(criterion.id) is for \(known), not for \(stimulant.name.quoted).")
        }
        if case .only(let vein) = criterion.veins, !veins.contains(where: { $0.id == vein }) {
            problems.append(
                "Criterion \(criterion.id) judges \(vein.quoted) alone, which is not sampled.")
        }
        for second in criterion.baselineDraws where !draws.contains(second) {
            problems.append(
                "Criterion \(criterion.id) has a baseline at \(second) s, which is not drawn.")
        }
        return problems
    }
}
