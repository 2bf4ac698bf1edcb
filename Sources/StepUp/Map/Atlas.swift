/// An anatomy laid over one plan: every site and vein of the plan looked up once.
///
/// Regions are bits of a set, so that "feeds and drains" is an intersection and "further out" a
/// subset.
public struct Atlas: Sendable {
    /// A set of regions, by their index in the anatomy.
    typealias Territory = UInt64

    /// The most regions an anatomy may have: the bits of a ``Territory``.
    static let regionLimit = 64

    let anatomy: Anatomy
    let plan: Plan
    /// What each known site of the plan feeds, by its id.
    private(set) var fed: [String: Territory] = [:]
    /// What each known vein of the plan drains, by its id.
    private(set) var drained: [String: Territory] = [:]
    /// The regions of the pancreas.
    let pancreas: Territory

    /// `anatomy` as the sites and veins of `plan` see it.
    public init(_ anatomy: Anatomy, plan: Plan) {
        self.anatomy = anatomy
        self.plan = plan
        let regions = anatomy.regions.prefix(Self.regionLimit)
        func territory(_ names: [String]) -> Territory {
            regions.enumerated().reduce(0) { set, region in
                names.contains(region.element.id) ? set | 1 << region.offset : set
            }
        }
        pancreas = territory(regions.filter { $0.organ == .pancreas }.map(\.id))
        for site in plan.sites {
            let artery = anatomy.artery(named: site.id) ?? anatomy.artery(named: site.name)
            fed[site.id] = artery.map { territory($0.feeds) }
        }
        for vein in plan.veins {
            let known = anatomy.vein(named: vein.id) ?? anatomy.vein(named: vein.name)
            drained[vein.id] = known.map { territory($0.drains) }
        }
    }

    /// The regions that a rise of `vein` after `site` can come from: fed and drained in the liver;
    /// fed in the pancreas, whose hormone reaches every hepatic vein through the portal vein.
    func reach(site: String, vein: String) -> Territory {
        guard let fed = fed[site] else { return 0 }
        return fed & (drained[vein] ?? 0) | fed & pancreas
    }

    /// True when `branch` feeds a part of what `trunk` feeds, and nothing else: it lies further out.
    func isFurtherOut(_ branch: String, than trunk: String) -> Bool {
        guard let branch = fed[branch], let trunk = fed[trunk] else { return false }
        return branch != 0 && branch != trunk && branch & trunk == branch
    }
}

extension Anatomy {
    /// The artery that is called `name`, by id, full name or alias; nil when it is not known.
    public func artery(named name: String) -> Artery? {
        let wanted = name.nameKey
        return arteries.first { artery in
            ([artery.id, artery.name] + artery.aliases).contains { $0.nameKey == wanted }
        }
    }

    /// The vein that is called `name`, by id, full name or alias; nil when it is not known.
    public func vein(named name: String) -> Vein? {
        let wanted = name.nameKey
        return veins.first { vein in
            ([vein.id, vein.name] + vein.aliases).contains { $0.nameKey == wanted }
        }
    }
}

extension String {
    /// Letters and digits in lower case: `SpA, prox.` and `spa prox` are one name.
    var nameKey: String { lowercased().filter { $0.isLetter || $0.isNumber } }
}
