import HTTPTypes
import Hummingbird
import Logging

/// Stands before every route: who may ask, what a browser may do with the answer, and every
/// error as JSON.
///
/// A page of another site can make a browser send requests to this machine, and can give its own
/// name this machine's address (DNS rebinding). So the name asked for must be a loopback one, and
/// what changes something must be JSON and must not come from another origin.
struct Guard: RouterMiddleware {
    /// What the server answers.
    let routes: [Route]

    @concurrent func handle(
        _ request: Request, context: WebContext,
        next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var response: Response
        do {
            try Self.admit(request)
            try refuseMethod(of: request)
            try Self.admitChange(request)
            response = try await next(request, context)
        } catch let problem as Problem {
            response = problem.response
        } catch let error as any HTTPResponseError {
            response = Problem(error).response
        } catch {
            context.logger.error("\(request.method) \(request.uri.path): \(error)")
            let reason = "The daemon could not answer: its log on standard error says why."
            response =
                Problem(status: .internalServerError, code: "failed", reason: reason)
                .response
        }
        for field in Self.headers { response.headers[field.name] = field.value }
        return response
    }

    /// Refuses who asks for this machine by another's name.
    private static func admit(_ request: Request) throws(Problem) {
        let authority = request.head.authority ?? ""
        guard WebAddress.isLoopback(host(of: authority)) else {
            throw Problem(
                status: .misdirectedRequest, code: "wrong-host",
                reason: "This daemon answers to localhost only: open it as http://127.0.0.1.")
        }
    }

    /// Refuses a method that a path does not know, and names those that it does.
    private func refuseMethod(of request: Request) throws(Problem) {
        var methods = routes.filter { $0.isAbout(request.uri.path) }.map(\.method)
        if methods.contains(.get) { methods.append(.head) }
        guard !methods.isEmpty, !methods.contains(request.method) else { return }
        let allowed = methods.map(\.rawValue).sorted().joined(separator: ", ")
        var problem = Problem(
            status: .methodNotAllowed, code: "method",
            reason: "\(request.method) means nothing here: this path takes \(allowed).")
        problem.allow = allowed
        throw problem
    }

    /// Refuses what another site's page could send.
    private static func admitChange(_ request: Request) throws(Problem) {
        guard request.method != .get, request.method != .head else { return }
        let authority = request.head.authority ?? ""
        if let origin = request.headers[.origin], origin != "http://\(authority)" {
            throw Problem(
                status: .forbidden, code: "wrong-origin",
                reason: "Changes are taken from stepupd's own page and from programs only.")
        }
        let type = request.headers[.contentType]?.prefix { $0 != ";" }.lowercased()
        guard type == "application/json" else {
            throw Problem(
                status: .unsupportedMediaType, code: "not-json",
                reason: "Send the body as JSON, with Content-Type: application/json.")
        }
    }

    /// The host without its port; an IPv6 address without its brackets.
    private static func host(of authority: String) -> Substring {
        if authority.first == "[" { return authority.dropFirst().prefix { $0 != "]" } }
        return authority.prefix { $0 != ":" }
    }

    private static let policy =
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
        + "object-src 'none'"

    /// What every answer carries, so that a browser does no more than the page needs.
    private static let headers: [HTTPField] = [
        ("Content-Security-Policy", policy), ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"), ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"), ("X-Frame-Options", "DENY"),
    ].compactMap { name, value in
        HTTPField.Name(name).map { HTTPField(name: $0, value: value) }
    }
}
