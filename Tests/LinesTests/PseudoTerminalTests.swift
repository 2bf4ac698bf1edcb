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

    @Test func aLinkThatSomebodyRemovesIsPutBackAndThatIsSaid() throws {
        let link = freshPath("analyzer")
        let maker = try Bench(.pseudoTerminal(link: link))
        let detail = maker.open("lab")
        let user = try Bench(.terminal(path: link))
        user.open("lab")
        unlink(link)
        #expect(maker.open("lab") == detail)
        #expect(Folder.target(of: link).map(detail.contains) == true)
        // Who had the terminal open has it still.
        user.send([5], to: "lab")
        #expect(maker.bytes(1, on: "lab") == [5])
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

    @Test func theLinkToAnotherProgramsTerminalIsNotReplaced() throws {
        let link = freshPath("analyzer")
        let script =
            "import os, sys; near, far = os.openpty(); os.symlink(os.ttyname(far), sys.argv[1]); "
            + "print('made', flush=True); sys.stdin.read()"
        let program = try Program("/usr/bin/python3", ["-c", script, link], endsWithInput: true)
        program.wait(for: "made", in: .data)
        let bench = try Bench(.pseudoTerminal(link: link))
        let reason = bench.loss(of: "lab")
        #expect(reason.hasPrefix("\(link) is in use by python3"))
        #expect(reason.contains("(pid \(program.pid))"))
        unlink(link)
    }

    @Test func whatIsNoLinkIsNotReplaced() {
        #expect(throws: LineError.self) { try PseudoTerminal(link: "/tmp") }
    }
}
