import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import StepUp

extension Front {
    /// Where marks are said; the station decides, and the answer says what it decided.
    var markRoutes: [Route] {
        [
            .post("/api/procedures/{id}/marks") { request, context in
                let id = try Self.procedure(in: context)
                let mark = try MarkReading.mark(
                    from: try await Self.body(of: request), procedure: id,
                    header: request.headers[Self.idempotencyKey])
                if case .open = mark.action {
                } else if try await ask(.procedure(id)) == nil {
                    throw Self.unknown(id)
                }
                return try await say(mark)
            },
            .post("/api/procedures") { request, _ in try await open(request) },
            .post("/api/notices/{notice}/acknowledgement") { request, context in
                let number = try context.parameters.require("notice")
                guard let notice = Int64(number) else {
                    throw Problem.notFound("A notice is named by the number of its announcement.")
                }
                return try await say(
                    try MarkReading.acknowledgement(
                        of: notice, from: try await Self.body(of: request),
                        header: request.headers[Self.idempotencyKey]))
            },
        ]
    }

    private func say(_ mark: Mark, plan: Plan? = nil) async throws -> Response {
        switch try await answer(to: mark) {
        case .taken(let again):
            let fresh = plan != nil && !again
            return .json(
                Taken(
                    taken: true, again: again,
                    procedure: mark.procedure.isEmpty ? nil : mark.procedure, plan: plan),
                status: fresh ? .created : .ok)
        case .refused(let reason):
            throw Problem(status: .conflict, code: "refused", reason: reason)
        }
    }

    /// What the station answers; a mark that was not stored did not happen, and that is said.
    private func answer(to mark: Mark) async throws -> Station.Answer {
        do { return try await submit(mark) } catch let refusal as Inbox.Refusal {
            throw Problem(
                status: .serviceUnavailable, code: "not-recorded", reason: refusal.sentence)
        } catch let failure as Failure {
            throw Problem(status: .conflict, code: "refused", reason: failure.description)
        }
    }

    /// Opens a procedure from a template.
    private func open(_ request: Request) async throws -> Response {
        let object = try MarkReading.dictionary(from: try await Self.body(of: request))
        try MarkReading.refuseUnknown(
            object,
            known: [
                "key", "procedure", "by", "template", "pseudonym", "tag", "criterion", "alongside",
                "sheet", "positions",
            ])
        let key = try MarkReading.key(in: object, header: request.headers[Self.idempotencyKey])
        guard object["alongside"] == nil || object["alongside"] is [String] else {
            throw Problem.unprocessable("alongside", "'alongside' is a list of criteria's ids.")
        }
        let opening = Opening(
            template: try Self.text("template", in: object),
            pseudonym: try Self.text("pseudonym", in: object),
            tag: try Self.optionalText("tag", in: object),
            criterion: try Self.optionalText("criterion", in: object),
            alongside: object["alongside"] as? [String])
        let known = templates().keys.sorted().joined(separator: ", ")
        guard let planned = try planned(opening) else {
            throw Problem.unprocessable(
                "template", "No template '\(opening.template)' is known; there are \(known).")
        }
        let plan = try Self.tagged(planned, by: object)
        let mark = Mark(
            key: key,
            procedure: try Self.optionalText("procedure", in: object) ?? Self.procedure(for: key),
            by: try Self.optionalText("by", in: object) ?? "operator", action: .open(plan))
        return try await say(mark, plan: plan)
    }

    private func planned(_ opening: Opening) throws(Problem) -> Plan? {
        do { return try plan(opening) } catch { throw .unprocessable(nil, "\(error)") }
    }

    /// The plan with the tubes of the CSV files in `object`.
    private static func tagged(_ plan: Plan, by object: [String: Any]) throws(Problem) -> Plan {
        var plan = plan
        for (name, key) in [("sheet", SpecimenSheet.Key.specimen), ("positions", .position)] {
            guard let csv = try optionalText(name, in: object) else { continue }
            do throws(SpecimenSheet.Problem) {
                try plan.tag(by: SpecimenSheet(csv: csv, key: key, plan: plan))
            } catch { throw .unprocessable(name, error.description) }
        }
        return plan
    }

    /// The same key makes the same procedure, so that a request sent twice opens one.
    private static func procedure(for key: String) -> String {
        let hash = SHA256.hash(data: Data(key.utf8))
        return "P-"
            + hash.prefix(4).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
            .joined()
    }

    private static func text(_ key: String, in object: [String: Any]) throws(Problem) -> String {
        guard let text = object[key] as? String, !text.isEmpty else {
            throw .unprocessable(key, "'\(key)' is missing.")
        }
        return text
    }

    /// A text that may be left out; anything else in its place would be lost silently.
    private static func optionalText(
        _ key: String, in object: [String: Any]
    ) throws(Problem) -> String? {
        guard let value = object[key] else { return nil }
        guard let text = value as? String else {
            throw .unprocessable(key, "'\(key)' must be a text, or be left out.")
        }
        return text
    }

    private static func body(of request: Request) async throws -> Data {
        Data(try await request.body.collect(upTo: WebContext.bodyLimit).readableBytesView)
    }

    private static let idempotencyKey = HTTPField.Name("Idempotency-Key") ?? .eTag
}

/// The answer to a mark that was taken.
private struct Taken: Encodable {
    let taken: Bool
    let again: Bool
    let procedure: String?
    let plan: Plan?
}

extension Inbox.Refusal {
    /// Why, and the cure.
    fileprivate var sentence: String {
        switch self {
        case .full: "Too much is asked of the daemon at once: mark it again."
        case .closed: "The daemon is stopping: mark it again when it is back."
        case .notRecorded(let why): "The mark was not stored (\(why)): mark it again."
        }
    }
}
