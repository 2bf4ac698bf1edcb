import Glibc
import Protocols
import Testing

@testable import Lines

/// The analyzer's end of a cable: writes and reads raw bytes on a descriptor.
struct FarEnd {
    let descriptor: Int32

    func write(_ bytes: [UInt8]) {
        #expect(Descriptor(number: descriptor).write(bytes[...]) == bytes.count)
    }

    /// What has arrived so far, up to `limit` bytes.
    func read(limit: Int = 65_536) -> [UInt8] {
        if case .bytes(let bytes) = Descriptor(number: descriptor).read(limit: limit) {
            return bytes
        }
        return []
    }
}

extension PseudoTerminal {
    /// The analyzer's end; it hangs up with the pseudo-terminal, as an adapter that is pulled.
    var farEnd: FarEnd { FarEnd(descriptor: descriptor) }
}

/// A path that no other test uses.
func freshPath(_ name: String) -> String {
    "/tmp/stepupd-lines-\(getpid())-\(UInt32.random(in: 0 ... .max))-\(name)"
}

/// A folder that no other test uses; it goes with its owner.
final class ScratchFolder {
    let path = freshPath("folder")

    init() throws { try #require(mkdir(path, 0o755) == 0) }

    deinit {
        for name in Folder.names(in: path) { unlink("\(path)/\(name)") }
        rmdir(path)
    }
}
