/// What to draw next, and when.
extension ProcedureFold {
    /// Announces the prompt if it changed, and sets when it goes on by itself.
    mutating func updatePrompt(out: inout Outbox) {
        let (news, deadline) = nextPrompt(at: out.time)
        promptDeadline = deadline
        guard news != prompt else { return }
        prompt = news
        out.tell(.prompt(news), of: id)
    }

    /// True when a tube of its injection is what the team is asked for: no other tube's coming
    /// changes the prompt.
    func prompts(_ specimen: Int) -> Bool { prompt?.injection == rack[specimen].place.injection }

    /// The injection at which the team is, as long as it has tubes to draw; else the first one that
    /// is not given.
    private func nextPrompt(at time: Duration) -> (PromptNews, until: Duration?) {
        guard closed == nil else { return (PromptNews(draws: []), nil) }
        let running = draws(of: attention)
        let end = promptEnd(of: attention)
        if !running.isEmpty, end.map({ time < $0 }) ?? true {
            return (prompt(of: attention, draws: running), end)
        }
        guard let next = injections.first(where: { $0.marked == nil && !isDropped($0) }) else {
            return (PromptNews(draws: []), nil)
        }
        return (prompt(of: next.number, draws: draws(of: next.number)), nil)
    }

    /// When nobody is asked any more for the tubes of an injection; nil while it is not given.
    private func promptEnd(of number: Int) -> Duration? {
        zero(of: number).map { $0 + .seconds(rack.lastSecond) + Self.patienceOfPrompt }
    }

    /// True while tubes of a given injection are to be drawn at their seconds.
    func isRunning(_ number: Int, at time: Duration) -> Bool {
        guard let end = promptEnd(of: number) else { return false }
        return time < end && !draws(of: number).isEmpty
    }

    private func prompt(of number: Int, draws: [PromptNews.Draw]) -> PromptNews {
        PromptNews(injection: number, site: injections[number - 1].site, draws: draws)
    }

    /// The tubes of an injection that are not drawn yet.
    private func draws(of number: Int) -> [PromptNews.Draw] {
        let zero = injections[number - 1].shownZero
        let tubes = rack.tubes(of: number)
        var draws: [PromptNews.Draw] = []
        draws.reserveCapacity(tubes.count)
        for index in tubes where rack[index].state == .expected && !rack[index].filling.isDone {
            let second = rack[index].place.second
            draws.append(
                PromptNews.Draw(
                    specimen: rack[index].id, vein: rack[index].place.vein, second: second,
                    due: zero.map { ShownTime($0.later(by: Double(second))) }))
        }
        return draws
    }
}
