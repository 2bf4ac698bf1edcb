import Foundation
import StepUp
import Testing

@testable import Daemon

/// A disk that is full: nothing is acknowledged, the page says so, and it goes on without loss.
///
/// Needs root, for a small file system of its own; elsewhere ``DeskTests`` fill the journal alone.
@Suite(.enabled(if: getuid() == 0)) struct FullDiskTests {
    @Test func acknowledgesNothingUntilThereIsRoom() async throws {
        let disk = try SmallDisk()
        let site = try TestSite(journal: disk.file("j.sqlite"))
        let daemon = try RunningDaemon(site)
        let analyzer = try site.analyzer()
        try disk.fill()
        // Between messages this is noise: stored like everything, and never answered.
        var sent = 0
        while try await daemon.get("/healthz").status == 200, sent < 64 {
            analyzer.send([UInt8](repeating: UInt8(ascii: "~"), count: 65_536))
            sent += 1
        }
        #expect(try await daemon.get("/healthz").status == 503)
        #expect(try await daemon.get("/").status == 200)

        try disk.clear()
        while try await daemon.get("/healthz").status != 200 {}
        // The line was closed meanwhile, and is another terminal now.
        let again = try site.analyzer()
        #expect(again.send(message: AnalyzerEnd.message) == AnalyzerEnd.message.count)
        #expect(daemon.stop() == 0)
        #expect(JournalCheck(try JournalReader(path: site.journal)).fault == nil)
    }
}

/// A file system of a few megabytes in memory.
private final class SmallDisk {
    private let folder: Folder

    init() throws {
        folder = try Folder()
        guard mount("tmpfs", folder.path, "tmpfs", 0, "size=8m") == 0 else {
            throw POSIXError(.EPERM)
        }
    }

    deinit { umount2(folder.path, Int32(MNT_DETACH)) }

    func file(_ name: String) -> String { folder.file(name) }

    /// Leaves no room for anything.
    func fill() throws {
        let ballast = open(file("ballast"), O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        guard ballast >= 0 else { throw POSIXError(.EIO) }
        defer { close(ballast) }
        let block = [UInt8](repeating: 0, count: 4096)
        while write(ballast, block, block.count) > 0 {}
    }

    func clear() throws { try FileManager.default.removeItem(atPath: file("ballast")) }
}
