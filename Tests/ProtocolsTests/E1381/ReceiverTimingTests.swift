import Protocols
import Testing

/// The receiver's timers (LIS01-A2 8.3.2.4): thirty seconds for the next frame or EOT.
struct ReceiverTimingTests {
    @Test func waitsForNothingInTheNeutralState() {
        var receiver = Receiver()
        #expect(receiver.deadline == nil)
        #expect(receiver.isAtRest)
        _ = receiver.receive(line("<ENQ>{1L<CR>}<EOT>"), at: .seconds(5))
        #expect(receiver.deadline == nil)
        #expect(receiver.isAtRest)
    }

    @Test func waitsThirtySecondsForTheNextFrame() {
        var receiver = Receiver()
        _ = receiver.receive(line("<ENQ>"), at: .seconds(5))
        #expect(receiver.deadline == .seconds(35))
        _ = receiver.receive(line("{1H|x<CR>}"), at: .seconds(20))
        #expect(receiver.deadline == .seconds(50))
        #expect(!receiver.isAtRest)
    }

    @Test func deliversWhatItAcknowledgedAtTheTimeOut() {
        var receiver = Receiver()
        _ = receiver.receive(line("<ENQ>{1H|x<CR>}<STX>2R|1"), at: .zero)
        #expect(receiver.expire(at: .seconds(29)) == [])
        #expect(picture(of: receiver.expire(at: .seconds(30))) == "(time-out) 'H|x<CR>'…")
        #expect(receiver.isAtRest)
    }

    @Test func noticesATimeOutThatNobodyToldIt() {
        var receiver = Receiver()
        _ = receiver.receive(line("<ENQ>{1H|x<CR>}"), at: .zero)
        #expect(
            picture(of: receiver.receive(line("<ENQ>"), at: .seconds(31)))
                == "(time-out) 'H|x<CR>'… <ACK>")
    }

    @Test func doesNotWaitLongerBecauseOfNoise() {
        var receiver = Receiver()
        _ = receiver.receive(line("<ENQ>"), at: .zero)
        _ = receiver.receive(line("noise"), at: .seconds(20))
        #expect(receiver.deadline == .seconds(30))
    }

    @Test func waitsForASlowFrameAsLongAsItGoesOn() {
        var receiver = Receiver()
        _ = receiver.receive(line("<ENQ><STX>1L"), at: .zero)
        for second in stride(from: 20, to: 200, by: 20) {
            #expect(receiver.receive([UInt8](line: "|"), at: .seconds(second)) == [])
        }
        #expect(receiver.deadline == .seconds(210))
    }

    @Test func answersAnENQInsideAFrameWhenNothingFollowsIt() {
        var receiver = Receiver()
        _ = receiver.receive(line("<ENQ>"), at: .zero)
        #expect(receiver.receive(line("<STX>1A<ENQ>"), at: .seconds(5)) == [])
        #expect(receiver.deadline == .seconds(6))
        #expect(picture(of: receiver.expire(at: .seconds(6))) == "(interrupted-frame) <ACK>")
        #expect(receiver.deadline == .seconds(36))
        _ = receiver.receive(line("<STX>1A<EOT>"), at: .seconds(7))
        #expect(picture(of: receiver.expire(at: .seconds(8))) == "(interrupted-frame)")
        #expect(receiver.isAtRest)
    }

    @Test func forgetsAStrayFrameInTheNeutralState() {
        var receiver = Receiver()
        _ = receiver.receive(line("<STX>1L"), at: .zero)
        #expect(!receiver.isAtRest)
        #expect(picture(of: receiver.expire(at: .seconds(30))) == "(time-out)")
        #expect(receiver.isAtRest)
        #expect(picture(of: receiver.receive(line("x"), at: .seconds(40))) == "(noise)")
        #expect(receiver.expire(at: .seconds(70)) == [])
        #expect(receiver.isAtRest)
    }

    @Test func dropsTheFrameInProgressWhenThePortIsLost() {
        var receiver = Receiver()
        _ = receiver.receive(line("<ENQ>{1H|x<CR>}<STX>2R|1"), at: .zero)
        #expect(picture(of: receiver.lose(at: .seconds(1))) == "(lost-frame)")
        #expect(
            picture(of: receiver.receive(line("{2R|1|5<CR>}{3L<CR>}"), at: .seconds(9)))
                == "<ACK> <ACK> 'H|x<CR>R|1|5<CR>L<CR>'")
    }

    @Test func keepsAcknowledgedFramesUntilTheTimeOutWhenThePortIsLost() {
        var receiver = Receiver()
        _ = receiver.receive(line("<ENQ>{1H|x<CR>}"), at: .zero)
        #expect(receiver.lose(at: .seconds(1)) == [])
        #expect(picture(of: receiver.expire(at: .seconds(31))) == "(time-out) 'H|x<CR>'…")
    }
}
