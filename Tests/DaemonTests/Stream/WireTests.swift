import Protocols
import StepUp
import Testing

@testable import Daemon

@Suite struct WireTests {
    private let time = WallTime(nanoseconds: 0)

    @Test func showsWhatWentEitherWayInLineNotation() {
        let wire = Wire()
        wire.note([UInt8](line: "<ENQ>"), on: "e411", way: .received, at: time)
        wire.note([UInt8](line: "<ACK>"), on: "e411", way: .sent, at: time)
        let answer = wire.pieces(on: "e411", after: 0)
        #expect(answer.pieces.map(\.text) == ["<ENQ>", "<ACK>"])
        #expect(answer.pieces.map(\.way) == [.received, .sent])
        #expect(answer.last == 2)
    }

    @Test func goesOnAfterTheLastThatWasSeen() {
        let wire = Wire()
        for byte in UInt8(0x41)...0x43 {
            wire.note([byte], on: "a", way: .received, at: time)
        }
        #expect(wire.pieces(on: "a", after: 2).pieces.map(\.text) == ["C"])
        #expect(wire.pieces(on: "b", after: 0).pieces.isEmpty)
    }

    @Test func callsOnOnePortAreOneLine() {
        let wire = Wire()
        wire.note([0x41], on: "a#1", way: .received, at: time)
        wire.note([0x42], on: "a#2", way: .received, at: time)
        #expect(wire.pieces(on: "a", after: 0).pieces.map(\.text) == ["A", "B"])
    }

    @Test func forgetsTheOldestAndKeepsTheNumbers() {
        let wire = Wire()
        let count = Wire.limit + 1
        for _ in 1...count { wire.note([0x41], on: "a", way: .received, at: time) }
        let answer = wire.pieces(on: "a", after: 0)
        #expect(answer.pieces.count <= Wire.limit)
        #expect(answer.last == Int64(count))
        #expect(answer.pieces.last?.number == Int64(count))
    }
}
