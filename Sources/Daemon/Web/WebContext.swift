import Hummingbird
import Logging
import NIOCore

/// What a request is answered with: the library's own, and the way to close its connection.
struct WebContext: RequestContext {
    var coreContext: CoreRequestContextStorage

    /// Closes the connection under a reader that takes nothing any more.
    let close: @Sendable () -> Void
    /// The thread of its connection, for what goes on for long.
    let executor: LoopExecutor

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        close = { [channel = source.channel] in channel.close(promise: nil) }
        executor = LoopExecutor(source.channel.eventLoop)
    }

    /// Bytes of a request's body: a plan with a specimen sheet of 1,000 rows takes about 100 kB.
    var maxUploadSize: Int { Self.bodyLimit }
    static let bodyLimit = 256 << 10
}
