import Foundation
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

    @Test(arguments: [
        "seed-gt2", "doppman95", "thieme-ge2", "surg2000-gt2", "westmead-any2", "ueda60", "ueda120",
        "ueda-dominant", "hammersmith", "ge4", "perkov", "peak-ratio", "imamura", "gastrin-ca",
    ]) func everyPublishedRuleIsThere(_ id: String) throws {
        #expect(try catalogue.criteria().contains { $0.id == id })
    }

    @Test func whatWasNotReadSaysSo() throws {
        for id in ["imamura", "gastrin-ca"] {
            let rule = try #require(try catalogue.criteria().first { $0.id == id })
            #expect(rule.read.hasPrefix("Not read"))
        }
    }

    @Test func theConversionsHaveASourceAndTheTwoOfInsulinDiffer() throws {
        let conversions = try catalogue.rulebook().conversions
        #expect(conversions.allSatisfy { !$0.source.isEmpty })
        let insulin = conversions.filter { $0.analyte == "insulin" }
        #expect(Set(insulin.map(\.factor.description)) == ["6", "6.945"])
    }

    @Test func theAssaysHaveASourceAndSayHowFarItWasRead() throws {
        let assays = try catalogue.assays()
        #expect(assays.problems == [])
        #expect(assays.profiles.allSatisfy { !$0.source.isEmpty && !$0.read.isEmpty })
        // The last is the default, for every result of which nothing else is known.
        let last = try #require(assays.profiles.last)
        #expect(last.analytes.isEmpty && last.dialects.isEmpty && last.tests.isEmpty)
        #expect(last.read.contains("Ours"))
    }

    @Test func everyKindOfHintIsLookedFor() throws {
        let hints = try catalogue.hints()
        #expect(hints.problems.isEmpty)
        let kinds = Mirror(reflecting: hints).children
        #expect(kinds.count == Hint.Kind.allCases.count)
        for kind in kinds { #expect(Mirror(reflecting: kind.value).children.count == 1) }
    }

    @Test func whatIsWrongInASitesAssayIsSaidByFileLineAndKey() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func problem(_ cv: String) -> String? {
            let text = """
                near: { from: 0.1, to: 0.9 }
                assays:
                  - id: ours
                    cv: \(cv)
                    source: controls
                    read: all
                """
            try? Data(text.utf8).write(to: folder.appending(path: "assays.yaml"))
            do {
                let assays = try Catalogue(folder: folder.path).assays()
                return assays.profiles.map(\.id) == ["ours"] ? nil : "not taken"
            } catch { return "\(error)" }
        }
        #expect(problem("[{ percent: 4 }]") == nil)
        #expect(problem("[{ percent: 0 }]")?.contains("assays.yaml:4: ") == true)
        #expect(problem("[{ percnt: 4 }]")?.contains("'percent' is missing") == true)
    }

    @Test func theAnatomyDoesNotContradictItself() throws {
        let anatomy = try catalogue.anatomy()
        #expect(anatomy.problems() == [])
        #expect(anatomy.regions.filter { $0.organ == .liver }.count == 8)
        #expect(anatomy.regions.filter { $0.organ == .pancreas }.count == 5)
    }

    @Test(arguments: [
        "replaced-RHA", "accessory-RHA", "replaced-LHA", "accessory-LHA", "replaced-CHA",
        "S4-from-right", "inferior-RHV", "common-MHV-LHV",
    ]) func theNamedVariantsAreThereAndSayWhatWasRead(_ id: String) throws {
        let variant = try #require(try catalogue.anatomy().variants.first { $0.id == id })
        #expect(variant.read.contains("read") || variant.read.contains("unconfirmed"))
    }

    @Test func everyVeinAndEveryRegionButTheUncinateHasItsCode() throws {
        let anatomy = try catalogue.anatomy()
        #expect(anatomy.regions.filter { $0.snomed == nil }.map(\.id) == ["uncinate"])
        #expect(anatomy.veins.filter { $0.snomed == nil }.map(\.id) == ["iRHV"])
        let segments = anatomy.regions.filter { $0.organ == .liver }.compactMap(\.snomed)
        #expect(Set(segments.map(\.code)).count == 8)
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
        let rules = try catalogue.rulebook()
        for (name, template) in templates {
            let plan = try rules.plan(template, pseudonym: "P", tag: "AB")
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

    @Test func everyTemplateSaysWhereItIsFromAndHowFarThatWasRead() throws {
        let templates = try catalogue.templates()
        #expect(templates.count >= 6)
        for (name, template) in templates {
            #expect(template.source?.isEmpty == false, "\(name)")
            #expect(template.read?.isEmpty == false, "\(name)")
        }
    }

    @Test func theSeedsProcedureSamplesAllThreeVeins() throws {
        let template = try #require(try catalogue.templates()["hepatic-three-veins"])
        #expect(template.veins.map(\.id) == ["RHV", "MHV", "LHV"])
        #expect(template.criterion == "seed-gt2")
        #expect((60...150).contains(template.sites.count * 3 * template.draws.count))
    }
}
