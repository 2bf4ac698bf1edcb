import ArgumentParser
import Foundation

/// `stepupd watch`: the live stream in a terminal.
struct WatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Follow a running stepupd: as a board, or as announcements with --json.",
        discussion: "The board fits any terminal and follows its size; when the daemon goes away, "
            + "it says so and goes on where it was as soon as it can. ^C ends it.")

    @Argument(help: "Where the daemon's page is.")
    var url = "http://\(WebAddress.standard)"

    @Flag(help: "Write the announcements to standard output, one JSON object a line.")
    var json = false

    @Flag(help: "Show what stands in the stream now, and end.")
    var once = false

    func run() async throws {
        let address: WebURL
        do { address = try WebURL(parsing: url) } catch {
            throw Failure(description: "\(error)", status: 2)
        }
        let watching = Watching(client: WebClient(address: address), tell: teller)
        if once { return try await showOnce(watching, at: address) }
        let screen = Screen()
        if json { return try await follow(watching, at: address) }
        screen.enter()
        defer { screen.leave() }
        try await withThrowingTaskGroup { group in
            group.addTask { try await follow(watching, at: address) }
            group.addTask { try await draw(watching, on: screen) }
            group.addTask { try await Signals.wait() }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    private var teller: @Sendable (String) -> Void {
        guard json else { return { _ in } }
        return { line in
            var output = LineOutput(isLive: true)
            output.write(line)
        }
    }

    private func showOnce(_ watching: Watching, at address: WebURL) async throws {
        do { try await watching.follow { await $0.isCaughtUp } } catch {
            throw Self.unreachable(address, error)
        }
        guard !json else { return }
        let screen = Screen()
        let size = screen.size
        let lines = await watching.lines(width: size.width, height: size.height)
        for line in lines { print(screen.isTerminal ? line.ansi : line.text) }
    }

    /// Follows the stream for ever; a daemon that never answered is an error.
    private func follow(_ watching: Watching, at address: WebURL) async throws {
        var wasThere = false
        while !Task.isCancelled {
            do { try await watching.follow { _ in false } } catch {
                wasThere = await watching.isConnected || wasThere
                guard wasThere else { throw Self.unreachable(address, error) }
            }
            wasThere = true
            if json { Console.say("stepupd: the stream ended; trying again.") }
            try await Task.sleep(for: .seconds(1))
        }
    }

    /// Draws four times a second on a terminal; into a pipe once a second, and only what changed.
    private func draw(_ watching: Watching, on screen: Screen) async throws {
        var last: [BoardLine] = []
        while !Task.isCancelled {
            let size = screen.size
            let lines = await watching.lines(width: size.width, height: size.height)
            // Nothing is known before the daemon speaks, and nothing is shown.
            if lines != last, await watching.isConnected {
                screen.show(lines)
                last = lines
            }
            try await Task.sleep(for: .milliseconds(screen.isTerminal ? 250 : 1000))
        }
    }

    private static func unreachable(_ address: WebURL, _ error: any Error) -> Failure {
        if let failure = error as? Failure { return failure }
        return Failure(
            description: "nothing answers at http://\(address.authority): is 'stepupd run' there, "
                + "and on that port?")
    }
}
