import Dispatch
import Foundation
import Glibc

/// Somebody at a terminal: what they press, what happens to their window, and when they go.
struct Onlooker: Sendable {
    let screen: Screen

    /// What is looked at.
    protocol Sight: Sendable {
        /// The board as it stands; nil while there is nothing to show yet.
        func lines(_ size: BoardSize) async -> [BoardLine]?
        /// Takes a key; false ends the show.
        func press(_ key: BoardLook.Key, size: BoardSize) async -> Bool
    }

    /// How often the board is drawn: a timer of seconds is never half a second behind.
    private static let beat = DispatchTimeInterval.milliseconds(200)

    private enum Event: Sendable {
        case beat
        case typed([UInt8])
        case signal(Int32)
        case hungUp
    }

    /// Shows `sight` until a key or a signal ends it, or the terminal is gone; the terminal is then
    /// as it was before.
    func look(at sight: any Sight) async {
        let (events, continuation) = AsyncStream.makeStream(
            of: Event.self, bufferingPolicy: .bufferingNewest(64))
        let sources = Self.sources { continuation.yield($0) }
        screen.enter()
        defer {
            for source in sources { source.cancel() }
            screen.leave()
        }
        var keyboard = Keyboard()
        for await event in events {
            var isFresh = false
            switch event {
            case .beat: break
            case .typed(let bytes):
                for key in keyboard.receive(bytes) {
                    isFresh = isFresh || key == .redraw
                    guard await sight.press(key, size: screen.size) else { return }
                }
            case .signal(SIGWINCH): isFresh = true
            case .signal(SIGTSTP):
                screen.leave()
                raise(SIGSTOP)
                screen.enter()
                isFresh = true
            case .signal, .hungUp: return
            }
            let size = screen.size
            if let lines = await sight.lines(size) {
                guard screen.show(lines, width: size.width, isFresh: isFresh) else { return }
            }
        }
    }

    private static func sources(_ tell: @escaping @Sendable (Event) -> Void)
        -> [any DispatchSourceProtocol]
    {
        let queue = DispatchQueue(label: "stepupd.terminal")
        var sources: [any DispatchSourceProtocol] = []
        for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGWINCH] {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler { tell(.signal(number)) }
            sources.append(source)
        }
        // A terminal that is gone is seen when it is written to, not by a signal that kills.
        signal(SIGPIPE, SIG_IGN)
        let clock = DispatchSource.makeTimerSource(queue: queue)
        clock.schedule(deadline: .now(), repeating: beat)
        clock.setEventHandler { tell(.beat) }
        sources.append(clock)
        if isatty(STDIN_FILENO) == 1 {
            let keys = DispatchSource.makeReadSource(fileDescriptor: STDIN_FILENO, queue: queue)
            keys.setEventHandler {
                var bytes = [UInt8](repeating: 0, count: 256)
                let count = read(STDIN_FILENO, &bytes, bytes.count)
                tell(count > 0 ? .typed(Array(bytes.prefix(count))) : .hungUp)
            }
            sources.append(keys)
        }
        for source in sources { source.activate() }
        return sources
    }
}
