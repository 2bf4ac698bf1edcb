import StepUp

/// Something about an imagined procedure that a hint is there to find.
struct Oddity: Sendable, Equatable {
    /// The hint that should stand.
    let hint: Hint.Kind
    /// The tubes that it is about; empty for what concerns a whole procedure.
    var places: [Mark.Place] = []

    /// What happens, as the report names it.
    static func words(of hint: Hint.Kind) -> String? {
        switch hint {
        case .swappedVeins: "two veins' tubes bear each other's labels"
        case .swappedTimes: "two draws' tubes do"
        case .otherInjection: "two injections' tubes do"
        case .carryOver: "2 % of each specimen is left in the next"
        case .offPlan: "a tube is drawn 20 s late"
        case .tooSoon: "an injection does not wait"
        case .recirculation: "ten times as much stimulant comes back"
        case .discordantVeins: "a tumour of the right liver answers the SMA"
        case .haemolysis, .raisedBaseline, .driftingBaseline, .allTerritories, .prozone: nil
        }
    }

    /// True when one of the hints that stand says so, of the right tubes.
    func isFound(by hints: [String: Hint.Kind]) -> Bool {
        hints.contains { name, kind in kind == hint && isNamed(by: name) }
    }

    /// True when a hint by this name is about these tubes, whatever it suspects of them.
    func isNamed(by name: String) -> Bool {
        guard !places.isEmpty else { return true }
        let named = name.split(separator: " ").dropFirst()
        return places.contains { named.contains("\($0.injection)/\($0.vein)/\($0.second)") }
    }

    /// True when a verdict on these tubes says the contrary of what the blood does.
    func misleads(_ trial: Trial, against truth: Truth, by criterion: String) -> Bool {
        places.contains { place in
            let lane = Trial.Lane(
                criterion: criterion, injection: place.injection, vein: place.vein)
            return switch (trial.verdicts[lane]?.state, truth.verdicts[lane]?.state) {
            case (.stepUp, .noStepUp), (.noStepUp, .stepUp): true
            default: false
            }
        }
    }
}

extension Scenario {
    /// The odd things that happen in it, by what is known of its making.
    func oddities(plan: Plan) -> [Oddity] {
        var oddities = mishaps.compactMap { mishap -> Oddity? in
            let hint: Hint.Kind? =
                switch mishap.kind {
                case .swapped: .swappedVeins
                case .exchanged: .swappedTimes
                case .misplaced: .otherInjection
                case .late: .offPlan
                case .hurried: .tooSoon
                case .broken, .mistyped, .unmarked, .haemolysed: nil
                }
            let places = [mishap.place] + [mishap.partner(by: plan)].compactMap(\.self)
            return hint.map { Oddity(hint: $0, places: mishap.kind == .hurried ? [] : places) }
        }
        if assay.carry != nil { oddities.append(Oddity(hint: .carryOver)) }
        if body.recirculation != nil { oddities.append(Oddity(hint: .recirculation)) }
        let right = ["S5", "S6", "S7", "S8"]
        let isSeen = body.tumours.contains {
            $0.gain > 0 && right.contains($0.region) && body.feeds["SMA"]?[$0.region] != nil
        }
        return isSeen ? oddities + [Oddity(hint: .discordantVeins)] : oddities
    }
}
