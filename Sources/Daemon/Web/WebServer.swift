import Glibc
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle

/// The web server: the page, the stream and the API, on loopback.
struct WebServer: Service {
    let address: WebAddress
    let front: Front
    var logger: Logger
    /// Called with the port once it listens.
    var listening: @Sendable (Int) async -> Void = { _ in }

    /// Connections at once: the system's usual 1,024 descriptors, less those of lines and journal.
    private static let connections = 900

    /// Seconds that a connection may stay silent in the middle of a request.
    private static let idle = 10

    /// Serves until its task is cancelled or the service group shuts down.
    func run() async throws {
        let application = Application(
            router: front.router,
            server: .http1(
                configuration: HTTP1Channel.Configuration(idleTimeout: .seconds(Int64(Self.idle)))),
            configuration: ApplicationConfiguration(
                address: .hostname(address.host, port: address.port), serverName: "stepupd",
                availableConnectionsDelegate: MaximumAvailableConnections(Self.connections)),
            onServerRunning: { channel in
                await listening(channel.localAddress?.port ?? address.port)
            }, logger: logger)
        try await withThrowingTaskGroup { group in
            group.addTask { await beat() }
            defer { group.cancelAll() }
            do { try await application.run() } catch let error as IOError
                where error.errnoCode == EADDRINUSE
            {
                throw Failure(
                    description: "the page's address \(address.host):\(address.port) is in use by "
                        + "another program: end that one (see which with 'sudo ss -ltnp'), or "
                        + "choose another port")
            }
        }
    }

    /// A pulse a second, by which readers tell a quiet stream from a dead one.
    private func beat() async {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                try? await Task.sleep(for: .seconds(1))
                front.broadcast.beat()
            }
        }
    }
}
