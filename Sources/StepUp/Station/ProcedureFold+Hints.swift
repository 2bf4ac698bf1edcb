/// What does not look right, after every change.
extension ProcedureFold {
    /// Looks for hints after something changed in an injection, and tells what is new or gone;
    /// `isBasal` says that a baseline or second zero can have changed.
    mutating func updateHints(of injection: Int, isBasal: Bool, out: inout Outbox) {
        guard board.isWatching else { return }
        let id = id
        let scene = Scene(
            rules: board.rules, sharedPlan: sharedPlan, curves: board.curves, lanes: lanes,
            injections: injections, witnesses: witnesses, pancreas: atlas.pancreas)
        board.look(scene, after: injection, isBasal: isBasal) { out.tell(.hint($0), of: id) }
    }
}
