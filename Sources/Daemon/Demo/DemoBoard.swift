import ServiceLifecycle
import StepUp

/// The board of a demonstration in the terminal, drawn from the broadcast as `stepupd watch` draws
/// it from the stream.
struct DemoBoard: Service {
    let broadcast: Broadcast
    let shown: ShownTime
    /// What stands above the board: where the page is, and how the demonstration ends.
    let title: @Sendable () -> String

    /// Draws until it is told to stop, or until the end where nobody sees it; what it showed last
    /// then stays on standard output.
    func run() async throws {
        let screen = Screen()
        let canvas = Canvas(shown: shown, title: title)
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                group.addTask {
                    for await piece in broadcast.subscribe() { await canvas.take(piece) }
                }
                group.addTask { await draw(canvas, on: screen) }
                await group.next()
                group.cancelAll()
            }
        }
        screen.print(await canvas.everything(screen.size))
    }

    private func draw(_ canvas: Canvas, on screen: Screen) async {
        guard !screen.isTerminal else { return await Onlooker(screen: screen).look(at: canvas) }
        while !Task.isCancelled {
            if shown.isOver, await canvas.last == broadcast.census.last { return }
            try? await Task.sleep(for: Self.beat)
        }
    }

    /// How often it is asked whether the end has come, where nobody sees the board.
    private static let beat = Duration.milliseconds(200)

    /// The board as it stands, below its title.
    private actor Canvas: Onlooker.Sight {
        private var board = Board()
        private(set) var last: Int64 = 0
        private let shown: ShownTime
        private let title: @Sendable () -> String

        init(shown: ShownTime, title: @escaping @Sendable () -> String) {
            (self.shown, self.title) = (shown, title)
        }

        private var now: Double { Double(shown.now.nanoseconds) / 1e9 }

        func take(_ piece: Piece) {
            board.take(json: piece.json)
            last = piece.id ?? last
        }

        func lines(_ size: BoardSize) -> [BoardLine]? {
            let title = BoardLine(title(), .soft).cut(to: size.width)
            return [title] + board.lines(size.with(height: size.height - 1), now: now)
        }

        func press(_ key: BoardLook.Key, size: BoardSize) -> Bool {
            board.press(key, size: size.with(height: size.height - 1), now: now)
        }

        func everything(_ size: BoardSize) -> [BoardLine] { board.everything(size, now: now) }
    }
}
