import Testing

@testable import Daemon

@Suite struct BoardLookTests {
    private func pressed(_ keys: BoardLook.Key..., first: Int = 0) -> BoardLook {
        var look = BoardLook()
        for key in keys { _ = look.press(key, first: first, height: 20) }
        return look
    }

    @Test func goesFromViewToViewAndRound() {
        #expect(pressed(.view(3)).view == .map)
        #expect(pressed(.view(9)).view == .room)
        #expect(pressed(.previous).view == .lines)
        #expect(pressed(.previous, .next).view == .room)
    }

    @Test func scrollsFromWhereItIs() {
        #expect(pressed(.down, first: 4).offset == 5)
        #expect(pressed(.up, first: 0).offset == 0)
        #expect(pressed(.pageDown, first: 4).offset == 22)
        #expect(pressed(.down, .view(2)).offset == nil)
    }

    @Test func helpGoesAsItCame() {
        #expect(pressed(.help).isHelping)
        #expect(!pressed(.help, .help).isHelping)
        #expect(!pressed(.help, .back).isHelping)
        #expect(!pressed(.help, .next).isHelping)
    }

    @Test func onlyTheEndEnds() {
        var look = BoardLook()
        let (goesOn, ends) = (
            look.press(.back, first: 0, height: 20), !look.press(.quit, first: 0, height: 20)
        )
        #expect(goesOn && ends)
    }
}
