import Foundation
import Protocols
import StepUp
import Testing

@testable import Daemon

@Suite struct OpenAPITests {
    private func properties(of schema: String) throws -> Set<String> {
        let document =
            try JSONSerialization.jsonObject(with: Data(PackageResources.openapi_json))
            as? [String: Any]
        let components = document?["components"] as? [String: Any]
        let schemas = components?["schemas"] as? [String: Any]
        let found = try #require(schemas?[schema] as? [String: Any])
        return Set((found["properties"] as? [String: Any] ?? [:]).keys)
    }

    /// Every key that a verdict of any kind has.
    @Test func describesAVerdictAsItIsTold() throws {
        let criteria = try JSONDecoder().decode([Criterion].self, from: Self.criteria)
        let plan = Plan(
            title: "", pseudonym: "X", analyte: "insulin", unit: "U",
            stimulant: .init(name: "calcium", dose: ""), sites: [], veins: [], draws: [],
            wait: 0, criterion: criteria[0], tagging: .init(labels: nil, sheet: [], positions: []))
        let tubes = [0, 30, 60].map { second in
            Tube(
                place: .init(injection: 1, vein: "RHV", second: second), specimen: "T",
                actual: nil, fate: second == 60 ? .awaited : .measured(Self.result, announcement: 1)
            )
        }
        var verdict = criteria[0].verdict(
            injection: 1, site: "RHA", vein: "RHV", tubes: tubes, plan: plan)
        verdict.replaces = 1
        let object = try JSONSerialization.jsonObject(with: JSONEncoder().encode(verdict))
        let told = Set(try #require(object as? [String: Any]).keys)
        let described = try properties(of: "Verdict")
        #expect(told.subtracting(described).isEmpty)
        #expect(told.isSuperset(of: ["awaited", "certainty", "mixed", "near", "replaces"]))
    }

    private static let criteria = Data(
        """
        [{"id": "x", "title": "", "source": "", "read": "", "analytes": [], "stimulants": [],
        "ratio": 2, "strict": true, "window": {"from": 0, "to": 300}, "baseline": "last"}]
        """.utf8)

    private static var result: Shared<AssayResult> {
        var result = AssayResult()
        (result.analyte, result.text, result.unit) = ("insulin", "10", "U")
        result.value = ExactDecimal(digits: 10, scale: 0)
        return Shared(result)
    }

    var described: Set<String> {
        let document =
            (try? JSONSerialization.jsonObject(with: Data(PackageResources.openapi_json)))
            as? [String: Any]
        let paths = document?["paths"] as? [String: [String: Any]] ?? [:]
        return Set(
            paths.flatMap { path, methods in methods.keys.map { "\($0.uppercased()) \(path)" } })
    }

    @Test func describesEveryRouteAndNoOther() {
        let served = Set(Counter().front.routes.map(\.name))
        #expect(described.subtracting(served).isEmpty)
        #expect(served.subtracting(described).isEmpty)
        #expect(!served.isEmpty)
    }
}
