/// An anatomy laid over one plan: every site and vein of the plan looked up once.
///
/// Regions are bits of a set, so that "feeds and drains" is an intersection and "further out" a
/// subset.
public final class Atlas: Sendable {
    /// A set of regions, by their index in the anatomy.
    typealias Territory = UInt64

    /// The most regions an anatomy may have: the bits of a ``Territory``.
    static let regionLimit = 64

    /// The tree as it is in this patient.
    let anatomy: Anatomy
    /// The tree of the anatomy file.
    let standard: Anatomy
    /// In what it departs from the anatomy file.
    let departures: Anatomy.Departures
    let plan: Plan
    /// What each known site of the plan feeds, by its id.
    private let fed: [String: Territory]
    /// What each known vein of the plan drains, by its id.
    private let drained: [String: Territory]
    /// The place of each vein in the plan, by its id.
    private let order: [String: Int]
    /// Sites and veins of the plan that the anatomy does not know.
    let strangers: [String]
    /// The regions of the pancreas.
    let pancreas: Territory
    /// The regions that some planned site and vein can see.
    let ahead: Territory

    /// `anatomy` as the sites and veins of `plan` see it, with the variants that the plan chose.
    public convenience init(_ anatomy: Anatomy, plan: Plan) {
        self.init(anatomy, plan: plan, departures: plan.departures)
    }

    /// The same, of a patient whose tree departs from it.
    init(_ standard: Anatomy, plan: Plan, departures: Anatomy.Departures) {
        let anatomy = standard.changed(by: departures)
        (self.standard, self.anatomy) = (standard, anatomy)
        self.departures = departures
        self.plan = plan
        let regions = anatomy.regions.prefix(Self.regionLimit)
        func territory(_ names: [String]) -> Territory {
            regions.enumerated().reduce(0) { set, region in
                names.contains(region.element.id) ? set | 1 << region.offset : set
            }
        }
        let pancreas = territory(regions.filter { $0.organ == .pancreas }.map(\.id))
        var fed: [String: Territory] = [:]
        for site in plan.sites {
            let artery = anatomy.artery(named: site.id) ?? anatomy.artery(named: site.name)
            fed[site.id] = artery.map { territory($0.feeds) }
        }
        var drained: [String: Territory] = [:]
        var order: [String: Int] = [:]
        for (place, vein) in plan.veins.enumerated() {
            let known = anatomy.vein(named: vein.id) ?? anatomy.vein(named: vein.name)
            drained[vein.id] = known.map { territory($0.drains) }
            order[vein.id] = place
        }
        strangers =
            plan.remaining.sites.map(\.id).filter { fed[$0] == nil }
            + plan.remaining.veins.map(\.id).filter { drained[$0] == nil }
            + departures.variants.filter { id in !standard.variants.contains { $0.id == id } }
        let allFed = fed.values.reduce(0, |)
        let allDrained = drained.values.reduce(0, |)
        ahead = allFed & (allDrained | pancreas)
        self.pancreas = pancreas
        (self.fed, self.drained, self.order) = (fed, drained, order)
    }

    /// How many regions the map has.
    var regionCount: Int { min(anatomy.regions.count, Self.regionLimit) }

    /// The witness for one injection and vein, before there is a verdict; `others` are sites that
    /// are in no plan.
    func witness(of place: MapNews.Place, others: [String] = []) -> Witness {
        let (site, vein) = (place.site, place.vein)
        let fed = fed[site] ?? 0
        // Fed and drained in the liver; fed in the pancreas, whose hormone reaches every
        // hepatic vein through the portal vein.
        let reach = fed & (drained[vein] ?? 0) | fed & pancreas
        let number =
            plan.sites.firstIndex { $0.id == site }
            ?? plan.sites.count + (others.firstIndex(of: site) ?? others.count)
        return Witness(
            injection: place.injection, site: number, vein: order[vein] ?? order.count, fed: fed,
            reach: reach)
    }

    /// True when every planned site was judged in every vein that the rule looks at, and nothing
    /// can change any more.
    func isComplete(_ witnesses: [Witness]) -> Bool {
        for index in witnesses.indices {
            if let finding = witnesses[index].finding, !finding.isFinal { return false }
        }
        return plan.sites.indices.allSatisfy { site in
            plan.dropped.sites.contains(plan.sites[site].id)
                || plan.veins.indices.allSatisfy { vein in
                    plan.dropped.veins.contains(plan.veins[vein].id)
                        || !plan.criterion.looks(at: plan.veins[vein].id)
                        || witnesses.contains {
                            $0.site == site && $0.vein == vein && $0.finding != nil
                        }
                }
        }
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
    var nameKey: String {
        guard utf8.allSatisfy({ $0 < 0x80 }) else {
            return lowercased().filter { $0.isLetter || $0.isNumber }
        }
        return String(decoding: utf8.compactMap(\.nameByte), as: UTF8.self)
    }
}

extension UInt8 {
    /// An ASCII letter in lower case, or a digit; nil for anything else.
    fileprivate var nameByte: UInt8? {
        switch self {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): self + 0x20
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): self
        default: nil
        }
    }
}
