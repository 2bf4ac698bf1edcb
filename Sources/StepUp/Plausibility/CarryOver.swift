internal import Protocols

/// A value above what its neighbours suggest, measured right after a very high specimen on the same
/// analyzer, by no more than a small share of that.
enum CarryOver {
    static func look(_ scene: Scene, into hints: inout [Hint]) {
        guard let rule = scene.rules.carryOver else { return }
        let least = rule.excess.asDistance
        // Most procedures have nothing so high, and nobody's turn need be looked up.
        var (top, bottom) = (-Double.infinity, Double.infinity)
        for index in scene.curves.indices {
            top = max(top, scene.curves[index].top)
            bottom = min(bottom, scene.curves[index].bottom)
        }
        top -= rule.times.asDistance
        guard bottom <= top else { return }
        for index in scene.curves.indices where scene.curves[index].widest >= least {
            let curves = scene.curves[index]
            for vein in 0..<curves.veins {
                // Of the last draw too little is known for so small an excess.
                for draw in curves.draws.indices.dropLast() {
                    guard let excess = curves.excess(vein, draw), excess >= least,
                        let log = curves.expected(vein, draw), log <= top
                    else { continue }
                    let expected = NormalLaw.exp(log)
                    guard
                        let before = predecessor(
                            of: scene.tube(curves.injection, vein, draw), scene)
                    else { continue }
                    let value = curves.value(vein, draw)
                    guard before.height >= rule.times * expected,
                        value - expected <= rule.share * before.height
                    else { continue }
                    hints.append(
                        Hint(
                            kind: .carryOver,
                            places: [
                                scene.place(curves.injection, vein, draw), before.tube.place,
                            ], numbers: [value, expected, before.height]))
                }
            }
        }
    }

    /// The tube that the same analyzer measured last before this one, and at least how much was in
    /// it; by the analyzer's clock alone, since the order in which results come need not be that of
    /// their measurement.
    private static func predecessor(of tube: Tube, _ scene: Scene) -> (tube: Tube, height: Double)?
    {
        guard let own = Turn(tube) else { return nil }
        var last: (tube: Tube, turn: Turn)?
        for lane in scene.lanes {
            for other in lane where other.place != tube.place {
                guard let turn = Turn(other), turn.isSameAnalyzer(as: own), turn.isBefore(own)
                else { continue }
                if let best = last, turn.isBefore(best.turn) { continue }
                last = (other, turn)
            }
        }
        return last.flatMap { last in last.turn.height.map { (last.tube, $0) } }
    }

    /// When and where a result was measured.
    private struct Turn {
        let line: String
        let result: AssayResult

        init?(_ tube: Tube) {
            guard case .measured(let result, _) = tube.fate, result.value.measuredOrder != 0
            else { return nil }
            (line, self.result) = (tube.line, result.value)
        }

        func isSameAnalyzer(as other: Turn) -> Bool {
            line == other.line && result.instrument == other.result.instrument
        }

        func isBefore(_ other: Turn) -> Bool {
            // Of two with the same time neither is known to be the first.
            result.measuredOrder < other.result.measuredOrder
        }

        /// What was in it, or the least.
        var height: Double? { result.bound?.isUpper == true ? nil : result.value?.approximate }
    }
}

extension AssayResult.Bound {
    /// True for a bound that the value lies below.
    fileprivate var isUpper: Bool { self == .below || self == .atMost }
}
