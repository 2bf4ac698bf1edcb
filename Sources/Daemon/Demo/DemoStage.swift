import Glibc
import Lines
import Logging
import ServiceLifecycle
import Settings
import StepUp
import Synchronization
import UnixSignals

/// A demonstration with its audience: the announcements on standard output, or board and page.
struct DemoStage {
    private let demonstration: Demonstration
    private let waker: Waker
    private let inbox: Inbox
    private let shown: ShownTime
    private let broadcast: Broadcast

    /// A stage for `demonstration`, on which nothing has begun.
    init(_ demonstration: Demonstration) throws {
        self.demonstration = demonstration
        waker = try Waker()
        inbox = Inbox(waker: waker)
        let shown = ShownTime(pace: demonstration.pace)
        self.shown = shown
        broadcast = Broadcast(anchor: "demo-\(demonstration.seed)") { shown.now }
    }

    /// Plays to the end, with every announcement on standard output, and perhaps the page; a reader
    /// that goes away ends it.
    func print(port: Int?, catalogue: Catalogue) async throws {
        signal(SIGPIPE, SIG_IGN)
        let subscription = broadcast.subscribe()
        async let printed = print(subscription)
        let thread = try await begin { [inbox] in inbox.close() }
        let interrupt = Task { [inbox] in
            try await Signals.wait()
            inbox.close()
        }
        defer { interrupt.cancel() }
        if let port {
            let server = try server(port: port, catalogue: catalogue) { port in
                Console.say("The page is at http://127.0.0.1:\(port)/")
            }
            let serving = Task { try await server.run() }
            await thread.join()
            serving.cancel()
        } else {
            await thread.join()
        }
        subscription.leave()
        var last = await printed
        guard last < broadcast.census.last else { return }
        let rest = broadcast.subscribe(after: last)
        while last < broadcast.census.last, let turn = await rest.turn() {
            last = Self.put(turn.pieces, after: last)
        }
    }

    /// Plays with the board in the terminal and the page on loopback, until it is interrupted;
    /// where no terminal shows the board, until the procedure is over.
    func show(port: Int, catalogue: Catalogue) async throws {
        let thread = try await begin { [shown] in shown.end() }
        let title = PageTitle(shown: shown)
        let server = try server(port: port, catalogue: catalogue) {
            title.put("http://127.0.0.1:\($0)/")
        }
        var logger = Logger(label: "stepupd.web")
        logger.logLevel = .warning
        let board = DemoBoard(broadcast: broadcast, shown: shown) { title.text }
        var group = ServiceGroupConfiguration(
            services: [
                .init(service: DemoDesk(thread: thread, inbox: inbox)), .init(service: server),
                .init(
                    service: board, successTerminationBehavior: .gracefullyShutdownGroup),
            ], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        group.maximumGracefulShutdownDuration = .seconds(2)
        try await ServiceGroup(configuration: group).run()
    }

    private func begin(ended: @escaping @Sendable () -> Void) async throws -> DeskThread {
        let (demonstration, inbox, waker) = (demonstration, inbox, waker)
        let (broadcast, shown) = (broadcast, shown)
        return try await DeskThread.start {
            let desk = try demonstration.open(
                inbox: inbox, waker: waker, broadcast: broadcast, shown: shown, ended: ended)
            return (desk, ())
        }.thread
    }

    private func server(
        port: Int, catalogue: Catalogue, listening: @escaping @Sendable (Int) -> Void
    ) throws -> WebServer {
        let front = try Front(
            source: inbox, broadcast: broadcast, catalogue: catalogue,
            journal: demonstration.journal, submit: inbox.submit)
        var logger = Logger(label: "stepupd.web")
        logger.logLevel = .warning
        let address = try WebAddress(parsing: "127.0.0.1:\(port)")
        return WebServer(
            address: address, front: front, logger: logger, listening: listening)
    }

    /// Prints until the subscription ends, or nobody reads any more.
    ///
    /// - Returns: the number of the last announcement printed.
    private func print(_ subscription: Subscription) async -> Int64 {
        var last: Int64 = 0
        while last < .max, let turn = await subscription.turn() {
            last = Self.put(turn.pieces, after: last)
        }
        if last == .max { inbox.close() }
        return last
    }

    /// Prints what comes after number `first`.
    ///
    /// - Returns: the number of the last announcement printed; the largest when nobody reads.
    private static func put(_ pieces: [Piece], after first: Int64) -> Int64 {
        var last = first
        for piece in pieces where (piece.id ?? .max) > last {
            do { try Console.put(piece.json) } catch { return .max }
            last = piece.id ?? last
        }
        return last
    }
}

/// The line above the board: where the page is, and what ends the demonstration.
private final class PageTitle: Sendable {
    private let shown: ShownTime
    private let address = Mutex("")

    init(shown: ShownTime) { self.shown = shown }

    func put(_ text: String) {
        address.withLock { $0 = text }
        Console.say("The page is at \(text)")
    }

    var text: String {
        let address = address.withLock { $0 }
        let word = shown.isOver ? "The procedure is over; ^C ends." : "^C ends."
        return "Page: \(address)   \(word)"
    }
}

/// The desk of a demonstration as a service.
private struct DemoDesk: Service {
    let thread: DeskThread
    let inbox: Inbox

    func run() async throws {
        await withGracefulShutdownHandler {
            await thread.join()
        } onGracefulShutdown: {
            inbox.close()
        }
    }
}
