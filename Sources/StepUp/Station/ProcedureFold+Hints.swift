/// What does not look right, after every change.
extension ProcedureFold {
    /// Looks for hints after something changed in an injection, and tells what is new or gone.
    mutating func updateHints(of injection: Int, out: inout Outbox) {
        guard board.isWatching else { return }
        let id = id
        let scene = Scene(
            rules: board.rules, sharedPlan: sharedPlan, curves: board.curves, lanes: lanes,
            injections: injections, witnesses: witnesses, pancreas: atlas.pancreas)
        board.look(scene, after: injection) { out.tell(.hint($0), of: id) }
    }
}
