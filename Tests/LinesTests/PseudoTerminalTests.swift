import Glibc
import Protocols
import Testing

@testable import Lines

struct PseudoTerminalTests {
    @Test func aLineMakesTheTerminalAndALinkThatAnotherProgramOpens() throws {
        let link = freshPath("analyzer")
        let maker = try Bench(.pseudoTerminal(link: link))
        maker.open("lab")
        let user = try Bench(.terminal(path: link))
        maker.send([5], to: "lab")  // Waits in the cable for whoever comes.
        user.open("lab")
        #expect(user.bytes(1, on: "lab") == [5])
        user.send([6], to: "lab")
        #expect(maker.bytes(1, on: "lab") == [6])
    }

    @Test func theLineStaysOpenWhileProgramsComeAndGo() throws {
        let link = freshPath("analyzer")
        let maker = try Bench(.pseudoTerminal(link: link))
        maker.open("lab")
        for byte in UInt8(1)...3 {
            let user = try Bench(.device(path: link))
            user.open("lab")
            user.send([byte], to: "lab")
            #expect(maker.bytes(1, on: "lab") == [byte])
            user.exchange.close()
        }
        #expect(maker.others(after: .zero) == [])
    }

    @Test func theLinkGoesWithTheTerminalUnlessItIsAnothers() throws {
        let link = freshPath("analyzer")
        var first: PseudoTerminal? = try PseudoTerminal(link: link)
        var second: PseudoTerminal? = try PseudoTerminal(link: link)
        #expect(Folder.target(of: link) == second?.path)
        first = nil
        #expect(Folder.target(of: link) == second?.path)
        second = nil
        #expect(Folder.target(of: link) == nil)
        _ = (first, second)
    }

    @Test func whatIsNoLinkIsNotReplaced() {
        #expect(throws: LineError.self) { try PseudoTerminal(link: "/tmp") }
    }
}
