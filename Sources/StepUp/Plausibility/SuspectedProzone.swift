internal import Protocols

/// An undiluted value where its assay's hook begins, or a dip between two draws that reach there.
enum SuspectedProzone {
    static func look(_ curves: Curves, _ scene: Scene, into hints: inout [Hint]) {
        guard curves.hasHook, scene.rules.prozone?.watched == true
        else { return }
        let veins = scene.plan.veins.count
        for lane in scene.lanes[(curves.injection - 1) * veins..<curves.injection * veins] {
            for index in lane.indices {
                guard let hook = lane[index].hook, lane[index].isNeat else { continue }
                let dips =
                    lane.indices.contains(index - 1) && lane.indices.contains(index + 1)
                    && lane[index - 1].reaches(hook) && lane[index + 1].reaches(hook)
                guard dips || lane[index].reaches(hook) else { continue }
                hints.append(
                    Hint(
                        kind: .prozone, places: [lane[index].place],
                        numbers: [lane[index].concentration ?? 0, hook.approximate]))
            }
        }
    }
}

extension Tube {
    /// Where its assay's hook begins; nil when that is not known, or there is no number.
    fileprivate var hook: ExactDecimal? {
        guard let from = assay?.value.prozone?.from, concentration != nil else { return nil }
        return from
    }

    fileprivate var isNeat: Bool {
        guard case .measured(let result, _) = fate else { return false }
        return Dilution(result.value.dilution) == .neat
    }

    /// True when at least so much is in it.
    fileprivate func reaches(_ limit: ExactDecimal) -> Bool {
        guard case .measured(let result, _) = fate, let interval = Interval(result.value) else {
            return false
        }
        return interval.lower.value.compared(with: limit) != .less
    }
}
