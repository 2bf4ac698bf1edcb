import HTTPTypes
import Hummingbird
import StepUp

extension Front {
    /// For whoever looks after the machine.
    var probeRoutes: [Route] {
        [
            .get("/healthz") { _, _ in try healthy() },
            .get("/readyz") { _, _ in try await ready() },
            .get("/metrics") { request, _ in
                let open = request.headers[.accept]?.contains("application/openmetrics-text")
                let metrics = Metrics(
                    lines: try await lines(), stream: broadcast.census, isOpen: open ?? false)
                return .text(metrics.text, type: metrics.type)
            },
            .get("/openapi.json") { _, _ in
                .text(
                    String(decoding: PackageResources.openapi_json, as: UTF8.self),
                    type: "application/json; charset=utf-8")
            },
        ]
    }

    /// Healthy is who can store moments; else nothing is acknowledged, and there is but the page.
    private func healthy() throws -> Response {
        switch health.state {
        case .sound: .json(["status": "ok"])
        case .stalled(let why), .broken(let why):
            throw Problem(status: .serviceUnavailable, code: "journal", reason: why)
        }
    }

    /// Ready is who answers: the station's thread is asked, not this one.
    private func ready() async throws -> Response {
        do {
            _ = try await lines()
            return .json(["status": "ready"])
        } catch {
            throw Problem(status: .serviceUnavailable, code: "not-ready", reason: "\(error)")
        }
    }
}
