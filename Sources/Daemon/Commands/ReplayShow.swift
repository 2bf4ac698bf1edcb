import Logging
import ServiceLifecycle
import Settings
import Simulator
import StepUp
import UnixSignals

/// A recording on the page: announced as time goes by, for whoever looks.
struct ReplayShow: Sendable {
    let recording: RecordingReader
    let pace: Pace

    /// Serves the page at `address` until the program is told to stop; the recording runs once.
    func serve(at address: WebAddress, catalogue: Catalogue) async throws {
        let moments = try recording.all()
        let shown = ShownTime(pace: pace, from: moments.first?.wall ?? Simulation.epoch)
        let broadcast = Broadcast(anchor: recording.header.journal ?? "replay") { shown.now }
        // A procedure of last year must not pass for one that is under way.
        broadcast.alarm(
            NoticeNews(
                priority: .low, code: "replay",
                text: "This is a replay of a recording, at pace \(pace): nothing of it happens now."
            ))
        let stage = Stage(header: recording.header, broadcast: broadcast)
        let front = try Front(source: stage, broadcast: broadcast, catalogue: catalogue) { _ in
            throw Failure(description: "this is a replay: what happened cannot be changed")
        }
        var logger = Logger(label: "stepupd.web")
        logger.logLevel = .warning
        let server = WebServer(address: address, front: front, logger: logger) { port in
            Console.say("Replaying on http://\(address.host):\(port)/ until interrupted.")
        }
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [
                    .init(service: server),
                    .init(
                        service: Play(stage: stage, shown: shown, moments: moments, pace: pace),
                        successTerminationBehavior: .ignore),
                ], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await group.run()
    }
}

/// Where a recording is folded and can be asked about.
private actor Stage: StationSource {
    private var replay: Replay
    private let broadcast: Broadcast

    init(header: RecordingHeader, broadcast: Broadcast) {
        replay = Replay(header)
        self.broadcast = broadcast
    }

    func receive(_ moment: Moment) { broadcast.publish(replay.receive(moment)) }

    func ask<T: Sendable>(_ question: @escaping @Sendable (Station) -> T) -> T {
        question(replay.station)
    }
}

/// Hands the moments to the stage, each at its time.
private struct Play: Service {
    let stage: Stage
    let shown: ShownTime
    let moments: [Moment]
    let pace: Pace

    func run() async throws {
        try await cancelWhenGracefulShutdown {
            let player = PacedPlayer(pace: pace)
            for (index, moment) in moments.enumerated() {
                try await player.wait(until: moment)
                let next = index + 1 < moments.count ? moments[index + 1].wall : moment.wall
                shown.show(moment.wall, until: next)
                await stage.receive(moment)
            }
        }
    }
}
