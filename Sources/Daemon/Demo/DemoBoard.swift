import ServiceLifecycle
import StepUp

/// The board of a demonstration in the terminal, drawn from the broadcast as `stepupd watch` draws
/// it from the stream.
struct DemoBoard: Service {
    let broadcast: Broadcast
    let shown: ShownTime
    /// What stands above the board: where the page is, and how the demonstration ends.
    let title: @Sendable () -> String

    /// How often it is drawn: often enough for a timer that runs sixty times as fast.
    private static let beat = Duration.milliseconds(200)

    /// Draws until it is told to stop, or until the end where nobody sees it; what it showed last
    /// then stays on standard output.
    func run() async throws {
        let screen = Screen()
        let canvas = Canvas()
        screen.enter()
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
        screen.leave()
        let (width, height) = screen.size
        screen.print(await canvas.lines(width: width, height: height, now: shown.now))
    }

    private func draw(_ canvas: Canvas, on screen: Screen) async {
        while !Task.isCancelled {
            if screen.isTerminal {
                let (width, height) = screen.size
                let title = BoardLine(title(), .soft).cut(to: width)
                let lines = await canvas.lines(width: width, height: height - 1, now: shown.now)
                screen.show([title] + lines)
            } else if shown.isOver, await canvas.last == broadcast.census.last {
                return
            }
            try? await Task.sleep(for: Self.beat)
        }
    }

    /// The board as it stands.
    private actor Canvas {
        private var board = Board()
        private(set) var last: Int64 = 0

        func take(_ piece: Piece) {
            board.take(json: piece.json)
            last = piece.id ?? last
        }

        func lines(width: Int, height: Int, now: WallTime) -> [BoardLine] {
            board.lines(width: width, height: height, now: Double(now.nanoseconds) / 1e9)
        }
    }
}

extension Screen {
    /// Writes `lines` below what stands there.
    fileprivate func print(_ lines: [BoardLine]) {
        for line in lines { Swift.print(isTerminal ? line.ansi : line.text) }
    }
}
