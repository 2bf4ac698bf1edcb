import Glibc
import Protocols
import Testing

@testable import Lines

/// Two readers on one port would each get half of the bytes: the second is told who has it.
struct ExclusionTests {
    private let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    @Test func aSecondOpeningNamesTheHolderAndComesInWhenTheFirstEnds() throws {
        let terminal = try PseudoTerminal()
        let first = try Bench(.terminal(path: terminal.path))
        first.open("lab")
        let second = try Bench(.terminal(path: terminal.path))
        let reason = second.loss(of: "lab")
        #expect(reason.hasPrefix("\(terminal.path) is in use by "))
        #expect(reason.hasSuffix("(pid \(getpid())): end that program, or run 'kill \(getpid())'."))
        first.exchange.close()
        second.open("lab")
    }

    @Test func aPortThatIsLockedWithoutALockFileIsBusyToo() throws {
        let terminal = try PseudoTerminal()
        let other = open(terminal.path, O_RDWR | O_NOCTTY)
        defer { close(other) }
        #expect(flock(other, LOCK_EX) == 0)
        let bench = try Bench(.terminal(path: terminal.path))
        #expect(bench.loss(of: "lab").contains("is in use by another program"))
    }

    @Test func aProgramThatLocksNothingIsFoundByWhatItHasOpen() throws {
        let path = "\(scratch.path)/port"
        write("", to: path)
        #expect(PortHolder.find(holding: path) == nil)
        let program = try Program(
            "/bin/sh", ["-c", "exec 3<\(path); echo open; exec cat"], endsWithInput: true)
        program.wait(for: "open", in: .data)
        let holder = try #require(PortHolder.find(holding: path))
        #expect(holder.pid == program.pid)
        #expect(["sh", "cat"].contains(holder.program))
    }

    @Test func aLockOfALivingProcessHolds() throws {
        let folder = scratch.path
        write("\(String(repeating: " ", count: 9))1 ", to: "\(folder)/LCK..ttyX1")
        #expect(throws: LineError.busy("/dev/ttyX1", PortHolder(running: 1))) {
            try PortLock.take("/dev/ttyX1", folder: folder)
        }
    }

    @Test(arguments: [
        "4194304999 minicom\n", "         1 no-such-program\n", "", "\u{0}\u{1}garbage",
        "-1\n", "0\n",
    ])
    func aStaleLockIsTakenOver(text: String) throws {
        let folder = scratch.path
        write(text, to: "\(folder)/LCK..ttyX1")
        let lock = try PortLock.take("/dev/ttyX1", folder: folder)
        #expect(lock != nil)
    }

    @Test func aLockThatNamesUsButIsNotHeldIsStale() throws {
        let folder = scratch.path
        write("\(getpid())\n", to: "\(folder)/LCK..ttyX1")
        #expect(try PortLock.take("/dev/ttyX1", folder: folder) != nil)
    }

    @Test func theLockHasTheFormOfUUCPAndGoesWithItsOwner() throws {
        let folder = scratch.path
        let path = "\(folder)/LCK..pts_7"
        var lock = try PortLock.take("/dev/pts/7", folder: folder)
        let text = try #require(SmallFile.read(path))
        let pid = "\(getpid())"
        #expect(text.hasPrefix(String(repeating: " ", count: 10 - pid.count) + pid + " "))
        #expect(text.hasSuffix("\n"))
        #expect(lock != nil)
        lock = nil
        #expect(access(path, F_OK) != 0)
    }

    @Test func withoutAFolderForLocksAPortOpensAllTheSame() throws {
        #expect(try PortLock.take("/dev/ttyX1", folder: "/nowhere") == nil)
    }

    private func write(_ text: String, to path: String) {
        let file = open(path, O_WRONLY | O_CREAT, 0o644)
        defer { close(file) }
        #expect(SmallFile.write(text, to: file))
    }
}
