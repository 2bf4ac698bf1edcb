extension HintRules {
    /// What makes these no rules, each with its key; empty when all is in order.
    public var problems: [(key: String, words: String)] {
        var problems: [(String, String)] = []
        func times(_ key: String, _ numbers: Double?...) {
            for case let number? in numbers where !(number >= 1) || !number.isFinite {
                problems.append((key, "A hint's multiple is 1 or more, not \(number)."))
            }
        }
        times("swapped-veins", swappedVeins?.apart, swappedVeins?.fits, swappedVeins?.shrinks)
        times("swapped-times", swappedTimes?.shrinks)
        times(
            "other-injection", otherInjection?.apart, otherInjection?.fits, otherInjection?.shrinks)
        times("carry-over", carryOver?.times, carryOver?.excess)
        times("raised-baseline", raisedBaseline?.times)
        times("drifting-baseline", driftingBaseline?.times)
        times("recirculation", recirculation?.times, recirculation?.alike)
        times("discordant-veins", discordantVeins?.times)
        if let deviations = discordantVeins?.deviations, !(0...10).contains(deviations) {
            problems.append(
                ("discordant-veins", "Standard deviations go from 0 to 10, not \(deviations)."))
        }
        if let share = carryOver?.share, !(0...1).contains(share) {
            problems.append(("carry-over", "A share goes from 0 to 1, not \(share)."))
        }
        if let count = driftingBaseline?.count, count < 2 {
            problems.append(
                ("drifting-baseline", "A drift needs 2 baselines or more, not \(count)."))
        }
        if let count = allTerritories?.count, count < 1 {
            problems.append(("all-territories", "A number of sites is 1 or more, not \(count)."))
        }
        if let seconds = offPlan?.seconds, !(seconds > 0) {
            problems.append(("off-plan", "A deviation is more than 0 s, not \(seconds)."))
        }
        if haemolysis?.words.contains(where: { $0.utf8.count < 4 || $0 != $0.lowercased() }) == true
        {
            problems.append(
                ("haemolysis", "A word has four letters or more, in lower case."))
        }
        return problems
    }
}
