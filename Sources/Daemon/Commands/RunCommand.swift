import ArgumentParser
import Lines
import Logging
import ServiceLifecycle
import Settings
import StepUp
import UnixSignals

/// `stepupd run`: the daemon.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Run the room: read the analyzers, serve the page.",
        discussion: "Ends in order on SIGTERM or SIGINT. Without a file there is a page and a "
            + "journal in the working folder, and no line.")

    @Option(help: "The site's file; config/stepupd.yaml explains every key.")
    var config: String?

    func run() async throws {
        let site =
            try config.map { file throws(SettingsError) in try Site(file: file) }
            ?? Site.unconfigured
        let catalogue = try site.catalogue
        let setup = try site.setup(catalogue)
        let lines = try site.lines(setup)
        let address = try site.web
        let path = site.configuration.journal
        let waker = try Waker()
        let inbox = Inbox(waker: waker)
        let (thread, made) = try await DeskThread.start {
            try Self.open(path: path, setup: setup, lines: lines, inbox: inbox, waker: waker)
        }
        let front = try Front(
            source: inbox, broadcast: made.broadcast, catalogue: catalogue, journal: path,
            health: made.health, submit: inbox.submit)
        var logger = Logger(label: "stepupd.web")
        logger.logLevel = .warning
        let server = WebServer(address: address, front: front, logger: logger) { port in
            Console.say(Self.greeting(site, setup, port: port, moments: made.moments))
        }
        var group = ServiceGroupConfiguration(
            services: [DeskService(thread: thread, inbox: inbox), server],
            gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        group.maximumGracefulShutdownDuration = .seconds(2)
        do {
            try await ServiceGroup(configuration: group).run()
        } catch is CancellationError {
            // Readers of the stream that would not go were cut off: an end in order all the same.
        } catch {
            await Self.end(thread, inbox)
            throw error
        }
        await Self.end(thread, inbox)
        if case .broken(let why) = made.health.state { throw Failure(description: why) }
    }

    /// Lets the desk finish what it is at, write a rest and close the journal.
    private static func end(_ thread: DeskThread, _ inbox: Inbox) async {
        inbox.close()
        await thread.join()
    }

    /// What the desk's thread makes for the others.
    private struct Made: Sendable {
        var broadcast: Broadcast
        var health: Health
        /// How many moments the journal held.
        var moments: Int64
    }

    /// Opens everything, on the desk's own thread, and begins the run.
    private static func open(
        path: String, setup: Setup, lines: [Exchange.Line], inbox: Inbox, waker: Waker
    ) throws -> (Desk, Made) {
        let journal = try Journal(path: path, program: Stepupd.version)
        let broadcast = Broadcast(anchor: journal.identity)
        let known = journal.head.number
        let room = try Room(journal: journal, clock: try BootClock(journal: journal)) {
            broadcast.publish([$0])
        }
        let health = Health()
        let desk = Desk(
            room: room, exchange: try LineExchange(lines: lines, waker: waker), inbox: inbox,
            broadcast: broadcast, health: health)
        desk.enter([.began(setup)])
        return (desk, Made(broadcast: broadcast, health: health, moments: known))
    }

    /// The line of words at the start: the page, the journal, the lines.
    static func greeting(_ site: Site, _ setup: Setup, port: Int, moments: Int64) -> String {
        let web = site.configuration.web
        let lines = site.configuration.lines.sorted { $0.key < $1.key }.map { name, line in
            "\(name) (\(line.dialect) on \(line.address))"
        }
        let heard =
            lines.isEmpty
            ? "no lines yet: name the analyzer in a file like config/stepupd.yaml and give it with "
                + "--config, or try 'stepupd demo'"
            : "lines: " + lines.joined(separator: ", ")
        return
            "stepupd \(setup.version), \(setup.site): page http://\(web.host):\(port)/ · journal "
            + "\(site.configuration.journal) (\(moments) moments) · \(heard)"
    }
}

/// The desk as a service: ends when it is told to, or when its thread does.
private struct DeskService: Service {
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
