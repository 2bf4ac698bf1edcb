/// The present, for whoever asks; nothing here changes anything.
extension Station {
    /// How long a closed procedure stays in memory and takes results.
    public static let patienceAfterClose = ProcedureFold.patienceAfterClose

    /// Every configured line as it stands, by name.
    public var lines: [LineNews] { configured.map { $0.news() } }

    /// True when any line carries simulated results.
    public var isSimulated: Bool { setup?.simulated ?? false }

    /// The specimens that are held, oldest first.
    public var held: [SpecimenNews] { unsettled.order.map { unsettled.news(of: $0) } }

    /// The procedures in memory, open ones and closed ones that still take results, in the order of
    /// their opening.
    public var procedures: [ProcedureView] { folds.map(\.view) }

    /// The procedure `id`; nil when it is not in memory.
    public func procedure(_ id: String) -> ProcedureView? { folds.first { $0.id == id }?.view }
}

extension ProcedureFold {
    /// Everything that is known of it.
    var view: ProcedureView {
        ProcedureView(
            id: id, procedure: news, specimens: rack.specimens.indices.map { news(of: $0) },
            results: rack.specimens.flatMap(\.history.told).sorted { $0.id < $1.id },
            verdicts: panels.flatMap { $0.verdicts.compactMap(\.self) }, map: map,
            hints: board.standing, prompt: prompt,
            notes: notes)
    }
}
