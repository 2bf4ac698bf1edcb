/// What each mark does to a procedure.
extension ProcedureFold {
    /// Begins: announces the procedure, its tubes, what to draw, and the empty map.
    mutating func open(out: inout Outbox) {
        for site in plan.sites {
            addInjection(site: site.id, out: &out)
        }
        out.tell(.procedure(news), of: id)
        for specimen in rack.specimens.indices { tell(specimen, to: &out) }
        updatePrompt(out: &out)
        drawMap(out: &out)
    }

    /// Adds an injection with its expected tubes.
    mutating func addInjection(site: String, out: inout Outbox) {
        let isRepeated = injections.contains { $0.site == site }
        injections.append(
            Injection(number: injections.count + 1, site: site, isRepeated: isRepeated))
        let refused = rack.add(site: site)
        dropUnplanned(of: injections.count)
        addLanes(injection: injections.count, site: site)
        for refused in refused { tellTwice(refused, to: &out) }
    }

    /// Says that a planned ID is another tube's already.
    func tellTwice(_ refused: String, to out: inout Outbox) {
        out.notice(
            .medium, "id-twice",
            "Specimen ID \(refused) is planned for two tubes: the second has none; scan another.",
            of: id, specimen: refused)
    }

    /// The stimulant went into `site`.
    mutating func inject(
        site: String, number: Int?, out: inout Outbox
    ) throws(Refusal) {
        guard closed == nil else { throw .closed(id) }
        let number = try injection(site: site, number: number)
        let isPlanned = number <= injections.count && !isDropped(injections[number - 1])
        if number > injections.count {
            addInjection(site: site, out: &out)
            for specimen in rack.tubes(of: number) { tell(specimen, to: &out) }
        }
        restore(number, out: &out)
        injections[number - 1].isUnplanned = !isPlanned
        injections[number - 1].marked = out.time
        injections[number - 1].wall = out.wall
        injections[number - 1].dose = plan.stimulant.dose
        attention = number
        out.tell(.procedure(news), of: id)
        tellDrawn(of: number, out: &out)
        judge(injection: number, out: &out)
        updatePrompt(out: &out)
    }

    /// The number that a mark of `site` means.
    private func injection(site: String, number: Int?) throws(Refusal) -> Int {
        guard plan.sites.contains(where: { $0.id == site }) else {
            throw .unknownSite(site, known: plan.sites.map(\.id))
        }
        let next = injections.count + 1
        let waiting = injections.filter { $0.site == site && $0.marked == nil }
        let planned = (waiting.first { !isDropped($0) } ?? waiting.first)?.number
        let number = number ?? planned ?? next
        guard (1...next).contains(number) else {
            throw .unknownInjection(number, planned: injections.count)
        }
        guard number < next else {
            guard number <= Self.injectionLimit else {
                throw .tooManyInjections(limit: Self.injectionLimit)
            }
            return number
        }
        let run = injections[number - 1]
        guard run.site == site else { throw .wrongSite(site, number: number, its: run.site) }
        guard run.marked == nil else { throw .alreadyInjected(number, site: site) }
        return number
    }

    /// Announces the drawn tubes of an injection, whose actual seconds have changed.
    private func tellDrawn(of number: Int, out: inout Outbox) {
        for specimen in rack.tubes(of: number) where rack[specimen].filling.drawn != nil {
            tell(specimen, to: &out)
        }
    }

    /// Second zero was `shift` seconds later than marked.
    mutating func correct(
        injection number: Int, shift: Double, out: inout Outbox
    ) throws(Refusal) {
        guard (1...injections.count).contains(number) else {
            throw .unknownInjection(number, planned: injections.count)
        }
        guard injections[number - 1].marked != nil else {
            throw .notInjected(number, site: injections[number - 1].site)
        }
        guard shift.magnitude <= Self.dayInSeconds else { throw .notANumber(shift) }
        injections[number - 1].shift = shift
        out.tell(.procedure(news), of: id)
        tellDrawn(of: number, out: &out)
        judge(injection: number, out: &out)
        updatePrompt(out: &out)
    }

    /// The most that a time can be corrected by: one day.
    static let dayInSeconds = 86_400.0

    /// Writes a note down.
    mutating func note(_ text: String, by author: String, out: inout Outbox) throws(Refusal) {
        guard notes.count < Self.noteLimit else { throw .tooManyNotes(limit: Self.noteLimit) }
        notes.append(ProcedureView.Note(at: out.wall.description, by: author, text: text))
    }

    /// Ends the procedure: what was not drawn is missing, what was drawn is still awaited.
    mutating func close(out: inout Outbox) throws(Refusal) {
        guard closed == nil else { throw .closed(id) }
        closed = out.time
        out.tell(.procedure(news), of: id)
        for number in 1...max(1, injections.count) where number <= injections.count {
            for specimen in rack.tubes(of: number) where rack[specimen].state == .expected {
                change(specimen, to: .missing, reason: "not drawn before the close", out: &out)
            }
            judge(injection: number, out: &out)
        }
        updatePrompt(out: &out)
    }

    /// Does what fell due by `time`: gives up tubes, moves the prompt on.
    mutating func expire(out: inout Outbox) {
        while let first = drawn.first, first.time + Self.patienceAfterDraw <= out.time {
            drawn.removeFirst()
            let specimen = first.specimen
            guard rack[specimen].state.isAwaited else { continue }
            change(specimen, to: .missing, reason: "no result in time", out: &out)
            judge(around: specimen, out: &out)
        }
        tidy()
        if let due = promptDeadline, due <= out.time { updatePrompt(out: &out) }
    }

    /// Forgets the deadlines of tubes whose result has come.
    mutating func tidy() {
        while let first = drawn.first, !rack[first.specimen].state.isAwaited { drawn.removeFirst() }
    }
}
