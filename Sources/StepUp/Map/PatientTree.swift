extension MapNews {
    /// What each planned vessel feeds or drains in this patient, and what of it was changed.
    public struct Tree: Sendable, Equatable, Encodable {
        /// The variants that were chosen, by id.
        public var variants: [String]
        /// The sites of the plan.
        public var sites: [Branch]
        /// The veins of the plan.
        public var veins: [Branch]
        /// What departs from the anatomy file, in one sentence; null when nothing does.
        public var text: String?

        /// One vessel of the plan.
        public struct Branch: Sendable, Equatable, Encodable {
            /// The site's or vein's id.
            public var id: String
            /// The regions that it feeds or drains.
            public var regions: [String]
            /// False when the anatomy does not know it.
            public var known: Bool
            /// True when somebody said so of this patient, beside the variants.
            public var changed: Bool
        }
    }

    /// The tree that the map rests on.
    public var tree: Tree {
        let said = atlas.departures
        let sites = atlas.plan.sites.map { site in
            let artery =
                atlas.anatomy.artery(named: site.id) ?? atlas.anatomy.artery(named: site.name)
            return Tree.Branch(
                id: site.id, regions: artery?.feeds ?? [], known: artery != nil,
                changed: artery.map { said.feeds[$0.id] != nil } ?? false)
        }
        let veins = atlas.plan.veins.map { vein in
            let known = atlas.anatomy.vein(named: vein.id) ?? atlas.anatomy.vein(named: vein.name)
            return Tree.Branch(
                id: vein.id, regions: known?.drains ?? [], known: known != nil,
                changed: known.map { said.drains[$0.id] != nil } ?? false)
        }
        return Tree(variants: said.variants, sites: sites, veins: veins, text: departures)
    }

    /// What departs from the anatomy file, in one sentence.
    private var departures: String? {
        let said = atlas.departures
        let variants = said.variants.map { id in
            atlas.anatomy.variants.first { $0.id == id }?.name ?? id
        }
        let parts =
            variants + Self.words(of: said.feeds, "feeds") + Self.words(of: said.drains, "drains")
        return parts.isEmpty ? nil : "In this patient: \(parts.joined(separator: "; "))."
    }

    private static func words(of vessels: [String: [String]], _ verb: String) -> [String] {
        vessels.sorted { $0.key < $1.key }.map { name, regions in
            let list = regions.isEmpty ? "nothing of the map" : regions.joined(separator: ", ")
            return "\(name) \(verb) \(list)"
        }
    }
}
