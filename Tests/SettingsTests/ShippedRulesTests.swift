import Protocols
import Settings
import StepUp
import Testing

/// The clinical files that the program carries agree with the program and with each other.
@Suite struct ShippedRulesTests {
    private let catalogue: Catalogue

    init() throws { catalogue = try Catalogue() }

    @Test func theCriteriaAreRulesWithASource() throws {
        let criteria = try catalogue.criteria()
        #expect(criteria.flatMap { $0.problems() } == [])
        #expect(Set(criteria.map(\.id)).count == criteria.count)
        for criterion in criteria {
            #expect(!criterion.source.isEmpty)
            #expect(!criterion.read.isEmpty)
        }
    }

    @Test func theDefaultIsMoreThanTwice() throws {
        let seed = try #require(try catalogue.criteria().first)
        #expect(seed.id == "seed-gt2")
        #expect(seed.ratio == ExactDecimal(digits: 2, scale: 0))
        #expect(seed.strict)
        #expect(seed.baseline == .last)
    }

    @Test func theAnatomyDoesNotContradictItself() throws {
        let anatomy = try catalogue.anatomy()
        #expect(anatomy.problems() == [])
        #expect(anatomy.regions.filter { $0.organ == .liver }.count == 8)
        #expect(anatomy.regions.filter { $0.organ == .pancreas }.count == 5)
    }

    @Test(arguments: [
        ("rha", "RHA"), ("A4", "MHA"), ("SpA", "SPA"), ("SA", "SPA"), ("celiac axis", "coeliac"),
        ("replaced RHA", "rRHA"), ("Splenic artery, distal", "SPA-dist"), ("A8", "A8"),
    ]) func arteriesAreFoundByTheNamesInUse(_ row: (name: String, id: String)) throws {
        #expect(try catalogue.anatomy().artery(named: row.name)?.id == row.id)
    }

    @Test func everyTemplateIsAPlanThatTheAnatomyKnows() throws {
        let anatomy = try catalogue.anatomy()
        let templates = try catalogue.templates()
        #expect(templates.count >= 3)
        for (name, template) in templates {
            let criterion = try #require(
                try catalogue.criteria().first { $0.id == template.criterion }, "\(name)")
            let plan = template.plan(pseudonym: "P", tag: "AB", criterion: criterion)
            #expect(plan.problems() == [], "\(name)")
            for site in plan.sites {
                let artery = anatomy.artery(named: site.id)
                #expect(artery != nil && artery == anatomy.artery(named: site.name), "\(name)")
            }
            for vein in plan.veins {
                let known = anatomy.vein(named: vein.id)
                #expect(known != nil && known == anatomy.vein(named: vein.name), "\(name)")
            }
        }
    }

    @Test func theSeedsProcedureSamplesAllThreeVeins() throws {
        let template = try #require(try catalogue.templates()["hepatic-three-veins"])
        #expect(template.veins.map(\.id) == ["RHV", "MHV", "LHV"])
        #expect(template.criterion == "seed-gt2")
        #expect((60...150).contains(template.sites.count * 3 * template.draws.count))
    }
}
