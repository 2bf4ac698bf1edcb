import NIOCore

/// Runs a task on the event loop of its own connection.
///
/// A stream that waits and writes there never changes threads: an announcement wakes each loop
/// once, whatever the number of its readers.
final class LoopExecutor: TaskExecutor {
    private let loop: any EventLoop

    init(_ loop: any EventLoop) { self.loop = loop }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
