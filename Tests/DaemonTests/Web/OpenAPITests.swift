import Foundation
import Testing

@testable import Daemon

@Suite struct OpenAPITests {
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
