import Foundation
import CYardstick
import Protocols

@main
struct Decode {
    static func main() {
        var packed = LinkOptions()
        packed.frames = .packed
        for (name, options) in [("a record a frame", LinkOptions()), ("240-byte frames", packed)] {
            compare(name, SampleLine.bytes(16_000_000, options: options))
        }
    }

    static func compare(_ name: String, _ bytes: [UInt8]) {
        let pieces = SampleLine.pieces(of: bytes, size: 65_536)
        var ours = Duration.seconds(100)
        var theirs = Duration.seconds(100)
        var text = [UInt8](repeating: 0, count: bytes.count)
        var tally = yardstick_tally()
        var messages = 0
        for _ in 0..<9 {
            let clock = ContinuousClock()
            tally = yardstick_tally()
            theirs = min(theirs, clock.measure {
                yardstick_decode(bytes, bytes.count, &text, &tally)
            })
            messages = 0
            ours = min(ours, clock.measure {
                var receiver = Receiver()
                for piece in pieces {
                    for action in receiver.receive(piece, at: .zero) {
                        if case .deliver = action { messages += 1 }
                    }
                }
            })
        }
        precondition(messages == tally.messages, "\(messages) \(tally)")
        let mega = Double(bytes.count) / 1e6
        Row(
            figure: "link " + name, measured: (mega / (ours / .seconds(1))).rounded(to: 0) + " MB/s",
            peer: (mega / (theirs / .seconds(1))).rounded(to: 0) + " MB/s",
            ratio: (theirs / ours).rounded(to: 2), goal: "", isHeld: true
        ).show()
    }
}
