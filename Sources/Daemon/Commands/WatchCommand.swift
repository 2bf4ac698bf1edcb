import ArgumentParser
import Foundation
import Synchronization

/// `stepupd watch`: the live stream in a terminal.
struct WatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Follow a running stepupd: as a board, or as announcements with --json.",
        discussion: """
            The board has the page's views (1 to 6), fits any terminal and follows its size; when \
            the daemon goes away, it says so and goes on where it was as soon as it can. Into a \
            pipe it writes a plain line for each thing that happens. NO_COLOR is respected; a \
            terminal without UTF-8 gets ASCII. q or ^C ends it, ? shows the keys.
            """)

    @Argument(help: "Where the daemon's page is.")
    var url = "http://\(WebAddress.standard)"

    @Flag(help: "Write the announcements to standard output, one JSON object a line.")
    var json = false

    @Flag(help: "Show what stands in the stream now, every view of it, and end.")
    var once = false

    func run() async throws {
        let address: WebURL
        do { address = try WebURL(parsing: url) } catch {
            throw Failure(description: "\(error)", status: 2)
        }
        let screen = Screen()
        let isBoard = !json && !once && screen.isTerminal
        let watching = Watching(client: WebClient(address: address), tell: isBoard ? mute : teller)
        if once { return try await showOnce(watching, on: screen, at: address) }
        guard isBoard else { return try await follow(watching, at: address) }
        try await withThrowingTaskGroup { group in
            group.addTask { try await follow(watching, at: address) }
            group.addTask { await Onlooker(screen: screen).look(at: watching) }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    private var mute: @Sendable (Watching.Word) -> Void { { _ in } }

    /// Writes what comes to standard output, each thing at once: as JSON, or in words.
    private var teller: @Sendable (Watching.Word) -> Void {
        let (isJSON, isSilent) = (json, once && !json)
        let tale = Mutex(BoardTale())
        return { word in
            guard !isSilent else { return }
            var output = LineOutput(isLive: true)
            switch word {
            case .announcement(let text) where isJSON: output.write(text)
            case .announcement(let text):
                for line in tale.withLock({ $0.take(json: text) }) { output.write(line) }
            case .lost: Console.say("stepupd: no word from the daemon; trying again.")
            case .back: Console.say("stepupd: the daemon is back.")
            }
        }
    }

    private func showOnce(_ watching: Watching, on screen: Screen, at address: WebURL) async throws
    {
        do { try await watching.follow { await $0.isCaughtUp } } catch {
            throw Self.unreachable(address, error)
        }
        guard !json else { return }
        let size = screen.size
        screen.print(await watching.everything(size))
    }

    /// Follows the stream for ever; a daemon that never answered is an error.
    private func follow(_ watching: Watching, at address: WebURL) async throws {
        do { try await watching.follow() } catch {
            guard await watching.isConnected else { throw Self.unreachable(address, error) }
            throw error
        }
    }

    private static func unreachable(_ address: WebURL, _ error: any Error) -> Failure {
        if let failure = error as? Failure { return failure }
        return Failure(
            description: "nothing answers at http://\(address.authority): is 'stepupd run' there, "
                + "and on that port?")
    }
}
