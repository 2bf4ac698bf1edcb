import Foundation
import Glibc
import Testing

@testable import Lines

/// A program under test, with what it wrote so far.
final class Program {
    /// What is written where.
    enum Stream: Int { case data, words }

    private let process = Process()
    /// Never written to; its end tells programs that read it that nobody needs them any more.
    private let input = Pipe()
    private let pipes = [Pipe(), Pipe()]
    private var texts: [[UInt8]] = [[], []]
    private var ended = [false, false]

    private let endsWithInput: Bool

    init(
        _ path: String, _ arguments: [String], environment: [String: String] = [:],
        endsWithInput: Bool = false
    ) throws {
        self.endsWithInput = endsWithInput
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment
            .merging(environment) { _, new in new }
        process.standardInput = input
        process.standardOutput = pipes[0]
        process.standardError = pipes[1]
        try process.run()
        for pipe in pipes {
            try pipe.fileHandleForWriting.close()
            Descriptor(number: pipe.fileHandleForReading.fileDescriptor).prepare()
        }
    }

    deinit {
        try? input.fileHandleForWriting.close()
        if !endsWithInput, process.isRunning { process.terminate() }
    }

    var pid: Int32 { process.processIdentifier }

    /// What was written so far.
    func text(_ stream: Stream) -> String {
        String(decoding: texts[stream.rawValue], as: UTF8.self)
    }

    /// Waits until the program has written this; the test fails when it does not.
    ///
    /// - Returns: everything written to the stream so far.
    @discardableResult
    func wait(
        for words: String, in stream: Stream, within patience: Duration = .seconds(10),
        sourceLocation: SourceLocation = #_sourceLocation
    ) -> String {
        let deadline = ContinuousClock.now + patience
        while !text(stream).contains(words), !ended[stream.rawValue], .now < deadline {
            read(until: deadline)
        }
        #expect(
            text(stream).contains(words), "stderr: \(text(.words))", sourceLocation: sourceLocation)
        return text(stream)
    }

    /// Asks it to end, as ^C does.
    func interrupt() { process.interrupt() }

    /// Waits for its end and gives its status; nil when it does not end.
    func status(within patience: Duration = .seconds(10)) -> Int32? {
        let deadline = ContinuousClock.now + patience
        while ended.contains(false), .now < deadline { read(until: deadline) }
        guard !ended.contains(false) else { return nil }
        process.waitUntilExit()
        return process.terminationStatus
    }

    private func read(until deadline: ContinuousClock.Instant) {
        var watch = Watch()
        let places = pipes.indices.map { index in
            ended[index] ? nil : watch.add(pipes[index].fileHandleForReading.fileDescriptor)
        }
        watch.wait(ContinuousClock.now.duration(to: deadline))
        for (index, place) in places.enumerated() where watch.outcome(at: place) != 0 {
            let descriptor = pipes[index].fileHandleForReading.fileDescriptor
            switch Descriptor(number: descriptor).read(limit: 65_536) {
            case .bytes(let bytes): texts[index] += bytes
            case .end: ended[index] = true
            case .nothing: break
            }
        }
    }
}
