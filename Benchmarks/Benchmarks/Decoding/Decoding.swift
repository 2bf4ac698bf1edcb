import Benchmark
import Protocols
import Samples

/// Decoding, stage by stage, over a megabyte of results in reads of 4 KiB.
let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(
        metrics: [.wallClock, .instructions, .throughput, .peakMemoryResident],
        maxDuration: .seconds(3))
    let pieces = SampleLine.pieces(
        of: SampleLine.bytes(1_000_000, options: LinkOptions()), size: 4096)

    Benchmark("Receiver: bytes to messages") { _ in
        var receiver = Receiver()
        for piece in pieces { blackHole(receiver.receive(piece, at: .zero)) }
    }

    Benchmark("Session: bytes to results") { _ in
        var session = Session(dialect: Dialect(name: "plain", title: "By the standards"))
        for piece in pieces { blackHole(session.receive(piece, at: .zero)) }
    }

    Benchmark("LineNotation: bytes to text") { _ in
        for piece in pieces { blackHole(LineNotation.text(of: piece)) }
    }
}
