extension Anatomy {
    /// A named way in which the tree of some patients differs: what it changes stands instead of
    /// the standard.
    public struct Variant: Sendable, Equatable, Codable {
        /// Short name: `replaced-RHA`.
        public var id: String
        /// What it is, as shown.
        public var name: String
        /// How common it is by what source, how far that was read, and what in it is ours.
        public var read: String
        /// What each artery feeds then, by the artery's name; nil = as in the standard.
        public var feeds: [String: [String]]?
        /// What each vein drains then, by the vein's name; nil = as in the standard.
        public var drains: [String: [String]]?

        /// A variant; see the properties.
        public init(
            id: String, name: String, read: String, feeds: [String: [String]]? = nil,
            drains: [String: [String]]? = nil
        ) {
            (self.id, self.name, self.read) = (id, name, read)
            (self.feeds, self.drains) = (feeds, drains)
        }
    }

    /// One thing that somebody says of a patient's tree.
    public enum Departure: Sendable, Equatable {
        /// The artery feeds these regions; nil takes back what was said before.
        case feeds(artery: String, [String]?)
        /// The vein drains these regions; nil takes back what was said before.
        case drains(vein: String, [String]?)
        /// The patient has this variant, or has it not.
        case variant(String, isChosen: Bool)
    }

    /// Everything that was said of one patient's tree.
    struct Departures: Sendable, Equatable {
        /// The variants that were chosen, by id, in the order of choosing; the later one wins.
        var variants: [String] = []
        /// What arteries feed, by the artery's name.
        var feeds: [String: [String]] = [:]
        /// What veins drain, by the vein's name.
        var drains: [String: [String]] = [:]

        /// Adds one thing, which may take back another.
        mutating func add(_ departure: Departure) {
            switch departure {
            case .feeds(let artery, let regions): feeds[artery] = regions
            case .drains(let vein, let regions): drains[vein] = regions
            case .variant(let id, let isChosen):
                variants.removeAll { $0 == id }
                if isChosen { variants.append(id) }
            }
        }
    }

    /// The same thing with the vessel named as this tree names it, so that it is found again.
    ///
    /// Throws what is wrong: a region, vessel or variant that there is not.
    func settled(_ departure: Departure, in plan: Plan) throws(Refusal) -> Departure {
        switch departure {
        case .feeds(let name, let listed):
            let site = plan.sites.first { $0.id == name || $0.name.nameKey == name.nameKey }
            let artery = self.artery(named: name) ?? site.flatMap { self.artery(named: $0.name) }
            guard let id = artery?.id ?? site?.id else {
                throw .unknownVessel(name, known: plan.sites.map(\.id))
            }
            return .feeds(artery: id, try known(listed))
        case .drains(let name, let listed):
            let planned = plan.veins.first { $0.id == name || $0.name.nameKey == name.nameKey }
            let vein = self.vein(named: name) ?? planned.flatMap { self.vein(named: $0.name) }
            guard let id = vein?.id ?? planned?.id else {
                throw .unknownVessel(name, known: plan.veins.map(\.id))
            }
            return .drains(vein: id, try known(listed))
        case .variant(let id, let isChosen):
            guard !isChosen || variants.contains(where: { $0.id == id }) else {
                throw .unknownVariant(id, known: variants.map(\.id))
            }
            return departure
        }
    }

    private func known(_ listed: [String]?) throws(Refusal) -> [String]? {
        guard let listed else { return nil }
        for name in listed where !regions.contains(where: { $0.id == name }) {
            throw .unknownRegion(name, known: regions.map(\.id))
        }
        // In the anatomy's order, each once: the same thing said differently is the same.
        return regions.map(\.id).filter { listed.contains($0) }
    }

    /// This tree as it is in one patient.
    ///
    /// The variants come first, and over them what was said of single vessels; one that the tree
    /// does not know is added to it.
    func changed(by departures: Departures) -> Anatomy {
        var changed = self
        for id in departures.variants {
            guard let variant = variants.first(where: { $0.id == id }) else { continue }
            for (artery, regions) in variant.feeds ?? [:] { changed.feed(artery, to: regions) }
            for (vein, regions) in variant.drains ?? [:] { changed.drain(vein, of: regions) }
        }
        for (artery, regions) in departures.feeds { changed.feed(artery, to: regions) }
        for (vein, regions) in departures.drains { changed.drain(vein, of: regions) }
        return changed
    }

    private mutating func feed(_ name: String, to regions: [String]) {
        guard let known = artery(named: name)?.id,
            let index = arteries.firstIndex(where: { $0.id == known })
        else {
            arteries.append(Artery(id: name, name: name, aliases: [], feeds: regions))
            return
        }
        arteries[index].feeds = regions
    }

    private mutating func drain(_ name: String, of regions: [String]) {
        guard let known = vein(named: name)?.id,
            let index = veins.firstIndex(where: { $0.id == known })
        else {
            veins.append(Vein(id: name, name: name, aliases: [], drains: regions))
            return
        }
        veins[index].drains = regions
    }
}

extension Plan {
    /// What its variants say of the patient's tree.
    var departures: Anatomy.Departures { Anatomy.Departures(variants: variants) }
}
