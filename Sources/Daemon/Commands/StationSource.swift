import Settings
import StepUp

/// Somebody who has a station that can be asked: the desk of a run, or a replay.
protocol StationSource: Sendable {
    /// The answer of the station as it stands between two moments.
    func ask<T: Sendable>(_ question: @escaping @Sendable (Station) -> T) async throws -> T
}

extension Inbox: StationSource {}

extension Front {
    /// The web's view of `source` and of the journal at the path `journal`; `submit` takes the
    /// marks.
    init(
        source: some StationSource, broadcast: Broadcast, catalogue: Catalogue,
        journal: String? = nil, health: Health = Health(),
        submit: @escaping @Sendable (Mark) async throws -> Station.Answer
    ) throws {
        let templates = try catalogue.templates()
        let rules = try catalogue.rulebook()
        let papers = try catalogue.papers()
        self.init(
            broadcast: broadcast, submit: submit,
            ask: { question in
                switch question {
                case .procedures: try await source.ask(\.procedures)
                case .procedure(let id): try await source.ask { $0.procedure(id) }
                case .lines: try await source.ask(\.lines)
                case .held: try await source.ask(\.held)
                case .anatomy: try await source.ask(\.anatomy)
                }
            },
            lines: { try await source.ask(\.lines) }, templates: { templates },
            plan: { opening in
                guard let template = templates[opening.template] else { return nil }
                return try rules.plan(
                    template, pseudonym: opening.pseudonym, tag: opening.tag,
                    criterion: opening.criterion, alongside: opening.alongside)
            },
            view: { id in
                try await source.ask { station in
                    station.procedure(id).map { ($0, station.isSimulated) }
                }
            }, criteria: { rules.criteria }, papers: { papers }, journal: journal, health: health)
    }
}
