import HTTPTypes
import Hummingbird

/// A request that is not answered as wished, as JSON with the cure.
struct Problem: Error, Equatable, HTTPResponseError {
    let status: HTTPResponse.Status
    /// A stable word for programs.
    let code: String
    /// One sentence for people, with the cure.
    let reason: String
    /// The key of the request that is wrong.
    var key: String?
    /// The methods that the path takes, when it does not take the one that was asked for.
    var allow: String?

    static func unprocessable(_ key: String?, _ reason: String) -> Problem {
        Problem(status: .unprocessableContent, code: "unprocessable", reason: reason, key: key)
    }

    static func notFound(_ reason: String) -> Problem {
        Problem(status: .notFound, code: "not-found", reason: reason)
    }

    /// What the library threw, in the same form.
    init(_ error: any HTTPResponseError) {
        let cure =
            switch error.status {
            case .notFound: "Nothing is here: GET /openapi.json lists what there is."
            case .contentTooLarge: "The body is larger than the 256 kB that a mark may have."
            case .methodNotAllowed: "Not with this method: GET /openapi.json lists what there is."
            default: "The request was not understood."
            }
        self.init(status: error.status, code: "refused", reason: cure)
    }

    init(status: HTTPResponse.Status, code: String, reason: String, key: String? = nil) {
        self.status = status
        self.code = code
        self.reason = reason
        self.key = key
    }

    func response(from request: Request, context: some RequestContext) throws -> Response {
        response
    }

    /// The answer.
    var response: Response {
        var response = Response.json(
            Body(error: code, reason: reason, key: key), status: status)
        if let allow { response.headers[.allow] = allow }
        return response
    }

    private struct Body: Encodable {
        let error: String
        let reason: String
        let key: String?
    }
}
