internal import Protocols

/// A value above what its neighbours suggest, measured right after a very high specimen on the same
/// analyzer, by no more than a small share of that.
enum CarryOver {
    static func look(_ scene: Scene, into hints: inout [Hint]) {
        guard let rule = scene.rules.carryOver else { return }
        let least = rule.excess.asDistance
        for curves in scene.curves {
            for vein in 0..<curves.veins {
                for draw in curves.draws.indices {
                    guard let excess = curves.excess(vein, draw), excess >= least,
                        let expected = curves.expected(vein, draw).map({ NormalLaw.exp($0) }),
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
    /// it; by the analyzer's clock, or where that is silent by the order in which results came.
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
        let number: Int64

        init?(_ tube: Tube) {
            guard case .measured(let result, let number) = tube.fate else { return nil }
            (line, self.result, self.number) = (tube.line, result.value, number)
        }

        func isSameAnalyzer(as other: Turn) -> Bool {
            line == other.line && result.instrument == other.result.instrument
        }

        func isBefore(_ other: Turn) -> Bool {
            guard let measured = result.measured, let since = other.result.measured,
                measured != since
            else { return number < other.number }
            return measured < since
        }

        /// What was in it, or the least.
        var height: Double? { result.bound?.isUpper == true ? nil : result.value?.approximate }
    }
}

extension AssayResult.Bound {
    /// True for a bound that the value lies below.
    fileprivate var isUpper: Bool { self == .below || self == .atMost }
}
