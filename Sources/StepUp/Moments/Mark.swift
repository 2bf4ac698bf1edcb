/// Something that a person (or a program in their name) said about a procedure.
///
/// A mark is never changed or taken back; a later one corrects it, and both stay.
public struct Mark: Sendable, Equatable {
    /// The sender's own key for this mark: the same key twice is the same mark, told twice.
    public var key: String

    /// The procedure's identity, chosen by who opens it.
    public var procedure: String

    /// Who said it: a role or an account, never a patient.
    public var by: String

    /// What was said.
    public var action: Action

    /// A mark; see the properties.
    public init(key: String, procedure: String, by: String, action: Action) {
        self.key = key
        self.procedure = procedure
        self.by = by
        self.action = action
    }

    /// What can be said.
    public enum Action: Sendable, Equatable {
        /// The procedure begins, by this plan.
        case open(Plan)
        /// The stimulant went into `site`: second zero. Nil injection = the site's next planned
        /// one, or a repeat when all were given.
        case injection(site: String, number: Int?)
        /// A tube was filled now: planned place, or the scanned ID, or both (which binds the ID).
        case draw(specimen: String?, place: Place?)
        /// A specimen does not count any more.
        case void(specimen: String, reason: String)
        /// A held specimen (or a wrongly bound one) belongs to this place.
        case assign(specimen: String, place: Place, reason: String)
        /// The actual second of a draw was another one.
        case correctDraw(specimen: String, second: Double, reason: String)
        /// Second zero of an injection was `shift` seconds later than marked (negative: earlier).
        case correctInjection(number: Int, shift: Double, reason: String)
        /// The injection was marked by mistake: it is planned again, and the specimens that were
        /// drawn after it are held.
        case withdrawInjection(number: Int, reason: String)
        /// The draw of this tube was marked by mistake: it is expected again.
        case withdrawDraw(Place, reason: String)
        /// Somebody has seen the notice of this announcement; what it tells stays as it is.
        case acknowledge(notice: Int64)
        /// The analyzer on `line` means `analyte` by the code `test`, which its dialect does not
        /// know; nil takes back what was said before. It holds for results that came already.
        case map(line: String, test: String, analyte: String?)
        /// The plan changes for what is still ahead; the reason may be left out.
        case change(Plan.Change, reason: String?)
        /// The patient's arteries or veins differ from the anatomy file.
        case anatomy(Anatomy.Departure, reason: String)
        /// Free text for the record.
        case note(String)
        /// The procedure ends; results may still arrive and revise verdicts.
        case close
    }

    /// One planned tube: which injection, which vein, which planned second.
    public struct Place: Sendable, Hashable, Codable {
        /// The injection's number within the procedure, from 1.
        public var injection: Int
        /// The vein's id in the plan.
        public var vein: String
        /// The planned second after the injection; 0 or less for a baseline.
        public var second: Int

        /// The tube of `vein` at `second` of `injection`.
        public init(injection: Int, vein: String, second: Int) {
            self.injection = injection
            self.vein = vein
            self.second = second
        }
    }
}
