/// What does not look right, after every change.
extension ProcedureFold {
    /// Looks at everything anew, by rules or an anatomy that may be others now.
    mutating func reviewHints(out: inout Outbox) {
        for run in injections { updateHints(of: run.number, after: .all, out: &out) }
    }

    /// Looks for hints after a change in an injection, and tells what is new or gone.
    mutating func updateHints(
        of injection: Int, after change: HintBoard.Change, out: inout Outbox
    ) {
        guard board.isWorthALook(at: injection, after: change) else { return }
        let id = id
        let scene = Scene(
            rules: board.rules, sharedPlan: sharedPlan, curves: board.curves, lanes: lanes,
            injections: injections, witnesses: witnesses, pancreas: atlas.pancreas)
        board.look(scene, after: injection, of: change) { out.tell(.hint($0), of: id) }
    }
}
