import HTTPTypes
import Hummingbird
import StepUp

extension Response {
    /// `value` as JSON, its keys sorted, never stored by a browser.
    static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) -> Response {
        do {
            return text(
                try Piece.encoded(value), type: "application/json; charset=utf-8", status: status)
        } catch {
            return text(
                #"{"error":"not-encodable","reason":"The state has no form in JSON."}"#,
                type: "application/json; charset=utf-8", status: .internalServerError)
        }
    }

    /// `text` as media type `type`.
    static func text(
        _ text: String, type: String, status: HTTPResponse.Status = .ok
    ) -> Response {
        Response(
            status: status, headers: [.contentType: type, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
