import HTTPTypes
import Hummingbird

/// One thing that can be asked of the server; the list of them is compared with `openapi.json`.
struct Route: Sendable {
    let method: HTTPRequest.Method
    /// As OpenAPI writes it: `/api/procedures/{id}`.
    let path: String
    let answer: @Sendable (Request, WebContext) async throws -> Response

    /// `GET /api/lines`.
    var name: String { "\(method.rawValue) \(path)" }

    static func get(
        _ path: String,
        _ answer: @escaping @Sendable (Request, WebContext) async throws -> Response
    ) -> Route {
        Route(method: .get, path: path, answer: answer)
    }

    static func post(
        _ path: String,
        _ answer: @escaping @Sendable (Request, WebContext) async throws -> Response
    ) -> Route {
        Route(method: .post, path: path, answer: answer)
    }
}

extension Route {
    /// True for the path of a request that this route is about, whatever its method.
    func isAbout(_ asked: String) -> Bool {
        let steps = asked.split(separator: "/")
        let ours = path.split(separator: "/")
        return steps.count == ours.count
            && zip(ours, steps).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
    }
}

extension Front {
    /// Everything that the server answers.
    var routes: [Route] {
        pageRoutes + streamRoutes + stateRoutes + archiveRoutes + markRoutes + labelRoutes
            + probeRoutes
    }

    /// The routes behind the guard.
    var router: Router<WebContext> {
        let router = Router(context: WebContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: Guard(routes: routes))
        for route in routes {
            router.on(RouterPath(route.path), method: route.method) { request, context in
                try await route.answer(request, context)
            }
        }
        return router
    }
}
