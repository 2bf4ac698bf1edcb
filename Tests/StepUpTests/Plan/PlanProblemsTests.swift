import Protocols
import Testing

@testable import StepUp

@Suite struct PlanProblemsTests {
    /// The only problem of a good plan after `change`.
    private func problem(_ change: (inout Plan) -> Void) -> [String] {
        var plan = Plan.insulin()
        change(&plan)
        return plan.problems()
    }

    @Test func aGoodPlanHasNone() {
        #expect(Plan.insulin().problems() == [])
    }

    @Test func nothingToInjectOrSample() {
        #expect(problem { $0.sites = [] } == ["The plan has no injection site."])
        #expect(problem { $0.veins = [] } == ["The plan has no vein."])
    }

    @Test func doubledAndNamelessIds() {
        let doubled = problem { $0.sites.append(Plan.Site(id: "rha", name: "again")) }
        #expect(doubled == ["The injection site \"rha\" is in the plan twice."])
        #expect(problem { $0.sites[0].id = " " } == ["One injection site has no id."])
    }

    @Test func drawsWithoutBaselineOrRise() {
        #expect(
            problem { $0.draws = [30, 60] }
                == ["The plan has no baseline draw: none is at 0 s or before."])
        #expect(problem { $0.draws = [-120, 0] } == ["The plan has no draw after the injection."])
        #expect(
            problem { $0.draws = [0, 301] }
                == ["No draw lies inside the window of criterion seed-gt2: 0 to 300 s."])
        #expect(problem { $0.draws = [0, 30, 30] } == ["The draw at 30 s is in the plan twice."])
        #expect(
            problem { $0.draws = [0, 30, 3601] }
                == ["The draw at 3601 s is more than an hour from the injection."])
    }

    @Test func aCriterionForSomethingElse() {
        #expect(
            problem { $0.analyte = "glucagon" }
                == ["Criterion seed-gt2 is for insulin, gastrin, not for \"glucagon\"."])
        #expect(
            problem { $0.stimulant.name = "secretin" }
                == ["Criterion seed-gt2 is for calcium, not for \"secretin\"."])
        #expect(problem { $0.criterion.analytes = [] } == [])
    }

    @Test func namelessAnalyteAndPatient() {
        let nameless = problem {
            $0.analyte = ""
            $0.criterion.analytes = []
        }
        #expect(nameless == ["The plan names no analyte."])
        #expect(problem { $0.pseudonym = "  " } == ["The plan names no pseudonym."])
    }

    @Test(arguments: ["\u{0}", "\r", "\u{1B}[2J", "\u{202E}", "\u{7F}", "\u{85}"])
    func controlCharactersInAnyName(_ text: String) {
        #expect(problem { $0.title = "a\(text)b" }.count == 1)
        #expect(problem { $0.sites[0].name = text }.count == 1)
        let told = problem { $0.pseudonym = "P\(text)" }.joined()
        #expect(told.hasPrefix("The pseudonym \"P\u{FFFD}"))
        let shown = told.unicodeScalars.filter(\.isControl)
        #expect(shown.isEmpty)
    }

    @Test func moreThanTheLimits() {
        let many = (1...41).map { Plan.Site(id: "S\($0)", name: "") }
        #expect(
            problem { $0.sites = many }
                == ["The plan has 41 injection sites; at most 40 are taken."])
        #expect(
            problem { $0.title = String(repeating: "x", count: 201) }
                == ["The title is longer than 200 characters."])
        #expect(
            problem { $0.wait = -1 }
                == ["The wait between injections must be 0 to 3600 s, not -1 s."])
    }

    @Test func labelsThatNobodyCouldScan() {
        let sentence = "\"R|V\" cannot stand on a label: only letters A to Z and digits can."
        #expect(problem { $0.veins[0].id = "R|V" } == [sentence])
        #expect(problem { $0.tagging.labels = "" }.count == 1)
        #expect(problem { $0.tagging.labels = "TOOLONGATAG" }.count == 1)
    }

    @Test func rowsThatLeadNowhereOrTwice() {
        let good = Mark.Place(injection: 1, vein: "RHV", second: 30)
        let other = Mark.Place(injection: 2, vein: "RHV", second: 30)
        typealias Row = Plan.Tagging.Row
        #expect(problem { $0.tagging.sheet = [Row(key: "1", place: good)] } == [])
        #expect(
            problem { $0.tagging.sheet = [good, other].map { Row(key: "7", place: $0) } }
                == ["\"7\" is in the specimen sheet twice."])
        #expect(
            problem { $0.tagging.positions = ["1", "2"].map { Row(key: $0, place: good) } }
                == [
                    "The tube \"RHV\" at 30 s of injection 1 has two rows in the list of positions."
                ]
        )
        #expect(
            problem { $0.tagging.sheet = [Row(key: "AB-02-RHV-060", place: good)] } == [
                "\"AB-02-RHV-060\" is the printed label of another tube than the specimen sheet says."
            ])
        for place in [
            Mark.Place(injection: 3, vein: "RHV", second: 30),
            Mark.Place(injection: 0, vein: "RHV", second: 30),
            Mark.Place(injection: 1, vein: "XHV", second: 30),
            Mark.Place(injection: 1, vein: "RHV", second: 31),
        ] {
            let told = problem { $0.tagging.sheet = [Row(key: "7", place: place)] }
            #expect(told.count == 1)
            #expect(told[0].contains("is not in the plan"))
        }
    }

    @Test func aCriterionThatIsNoRule() {
        #expect(problem { $0.criterion.ratio = .init(digits: 0, scale: 0) }.count == 1)
        #expect(
            problem { $0.criterion.window = .init(from: 60, to: 30) }.contains(
                "Criterion seed-gt2 has a window that holds no second: 60 to 30 s."))
    }
}
