import HTTPTypes
import Hummingbird
import ServiceLifecycle

extension Front {
    /// The stream, as server-sent events with a pulse every second and as bare lines.
    var streamRoutes: [Route] {
        [
            .get("/api/stream") { request, context in
                try stream(request, context, type: "text/event-stream", form: .events)
            },
            .get("/api/stream.ndjson") { request, context in
                try stream(request, context, type: "application/x-ndjson", form: .lines)
            },
        ]
    }

    /// How announcements are written.
    enum Form: Sendable {
        case events
        case lines

        fileprivate func bytes(of turn: Subscription.Turn) -> [UInt8] {
            switch self {
            // Nearly always there is one announcement: its bytes are shared, not gathered.
            case .events where turn.pulse == nil && turn.pieces.count == 1: turn.pieces[0].event
            case .events: (turn.pulse ?? []) + turn.pieces.flatMap(\.event)
            case .lines: turn.pieces.flatMap { [UInt8]($0.json.utf8) + [0x0A] }
            }
        }
    }

    private func stream(
        _ request: Request, _ context: WebContext, type: String, form: Form
    ) throws -> Response {
        let after = try Self.place(in: request)
        return Response(
            status: .ok,
            headers: [.contentType: type, .cacheControl: "no-store"],
            body: ResponseBody { writer in
                let subscription = broadcast.subscribe(after: after, evict: context.close)
                defer { subscription.leave() }
                try await withGracefulShutdownHandler {
                    try await withTaskExecutorPreference(context.executor) {
                        while let turn = await subscription.turn() {
                            let bytes = form.bytes(of: turn)
                            if !bytes.isEmpty { try await writer.write(ByteBuffer(bytes: bytes)) }
                        }
                    }
                } onGracefulShutdown: {
                    subscription.leave()
                }
                try await writer.finish(nil)
            })
    }

    /// The number after which to go on: a browser's own header, or `?after=` for everybody else.
    private static func place(in request: Request) throws -> Int64? {
        let header = HTTPField.Name("Last-Event-ID").flatMap { request.headers[$0] }
        let query = request.uri.queryParameters["after"].map(String.init)
        guard let text = header ?? query else { return nil }
        guard let number = Int64(text), number >= 0 else {
            throw Problem.unprocessable(
                header == nil ? "after" : "Last-Event-ID",
                "The stream goes on after the number of an announcement: 0 or more.")
        }
        return number
    }
}
