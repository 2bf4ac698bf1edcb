import Protocols
import Testing

/// A tolerant dialect takes any number, but not in the place of a frame that was refused: an answer
/// that comes late has the sender credit it to the wrong frame, and go on.
struct RefusedFrameTests {
    private let picture =
        "<ENQ>{1H|x<CR>}<STX>2O|1|A<CR><ETX>00<CR><LF>{3R|1<CR>}{2O|1|A<CR>}{3R|1<CR>}{4L|1<CR>}"

    @Test func nothingIsTakenInThePlaceOfARefusedFrame() {
        #expect(
            reply(to: picture) { $0.frameNumbers = .tolerant }
                == "<ACK> <ACK> (bad-checksum) <NAK> (wrong-frame-number) <NAK> <ACK> <ACK> <ACK> "
                + "'H|x<CR>O|1|A<CR>R|1<CR>L|1<CR>'")
    }

    @Test func aDeviceThatAlwaysSaysOneMaySendItAgain() {
        #expect(
            reply(to: "<ENQ>{1H|x<CR>}<STX>1O|1|A<CR><ETX>00<CR><LF>{1O|1|A<CR>}{1L|1<CR>}") {
                $0.frameNumbers = .tolerant
            } == "<ACK> <ACK> (bad-checksum) <NAK> <ACK> <ACK> 'H|x<CR>O|1|A<CR>L|1<CR>'")
    }

    @Test func aCaptureHasNoAnswersAndIsReadAsItStands() {
        let found = reply(to: picture) {
            $0.frameNumbers = .tolerant
            $0.enquiry = .optional
        }
        #expect(found.contains("'H|x<CR>R|1<CR>O|1|A<CR>R|1<CR>L|1<CR>'"))
    }
}
