extension Plan {
    /// Why this plan cannot be carried out, a sentence each; empty when it can.
    public func problems() -> [String] {
        textProblems() + sizeProblems() + nameProblems() + drawProblems() + criterionProblems()
            + labelProblems() + rowProblems(tagging.sheet, of: "specimen sheet")
            + rowProblems(tagging.positions, of: "list of positions")
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

    private func textProblems() -> [String] {
        let named =
            [
                ("title", title), ("pseudonym", pseudonym), ("analyte", analyte), ("unit", unit),
                ("stimulant", stimulant.name), ("dose", stimulant.dose),
                ("criterion", criterion.id), ("tag of the labels", tagging.labels ?? ""),
            ] + sites.flatMap { [("id of a site", $0.id), ("name of a site", $0.name)] }
            + veins.flatMap { [("id of a vein", $0.id), ("name of a vein", $0.name)] }
            + tagging.sheet.map { ("ID in the specimen sheet", $0.key) }
            + tagging.positions.map { ("position", $0.key) }
        var problems: [String] = []
        for (name, text) in named {
            if text.unicodeScalars.contains(where: \.isControl) {
                problems.append("The \(name) \(text.quoted) contains a control character.")
            }
            if text.count > Limit.text {
                problems.append("The \(name) is longer than \(Limit.text) characters.")
            }
        }
        let required = [("analyte", analyte), ("pseudonym", pseudonym)]
        return problems
            + required.filter { $0.1.isBlank }.map { "The plan names no \($0.0)." }
    }

    private func sizeProblems() -> [String] {
        let counts = [
            ("injection sites", sites.count, Limit.sites), ("veins", veins.count, Limit.veins),
            ("draw times", draws.count, Limit.draws),
            ("rows in the specimen sheet", tagging.sheet.count, Limit.rows),
            ("rows in the list of positions", tagging.positions.count, Limit.rows),
        ]
        let tooMany = counts.filter { $0.1 > $0.2 }.map {
            "The plan has \($0.1) \($0.0); at most \($0.2) are taken."
        }
        let wrongWait =
            (0...Limit.second).contains(wait)
            ? [] : ["The wait between injections must be 0 to \(Limit.second) s, not \(wait) s."]
        return tooMany + wrongWait
    }

    private func nameProblems() -> [String] {
        func problems(_ what: String, _ ids: [String]) -> [String] {
            if ids.isEmpty { return ["The plan has no \(what)."] }
            let nameless = ids.contains(where: \.isBlank) ? ["One \(what) has no id."] : []
            let doubled = ids.map { $0.lowercased() }.doubled
            return nameless + doubled.map { "The \(what) \($0.quoted) is in the plan twice." }
        }
        return problems("injection site", sites.map(\.id)) + problems("vein", veins.map(\.id))
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
