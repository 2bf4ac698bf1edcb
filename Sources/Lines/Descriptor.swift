internal import Glibc

/// A file descriptor that never waits.
struct Descriptor {
    /// Its number.
    let number: Int32

    /// What a read gave.
    enum Reading {
        case bytes([UInt8])
        /// Nothing yet.
        case nothing
        /// Nothing ever again; 0 or the code of the error.
        case end(code: Int32)
    }

    /// What has arrived, `limit` bytes at most.
    func read(limit: Int) -> Reading {
        withUnsafeTemporaryAllocation(byteCount: limit, alignment: 1) { buffer in
            while true {
                let count = Glibc.read(number, buffer.baseAddress, limit)
                if count > 0 { return .bytes(Array(buffer[..<count])) }
                if count == 0 { return .end(code: 0) }
                if errno == EAGAIN { return .nothing }
                if errno != EINTR { return .end(code: errno) }
            }
        }
    }

    /// Writes what the port takes now.
    ///
    /// - Returns: how many bytes it took, or the negative code of the error.
    func write(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.withUnsafeBytes { buffer in
            while true {
                let count = Glibc.write(number, buffer.baseAddress, buffer.count)
                if count >= 0 { return count }
                if errno == EAGAIN { return 0 }
                if errno != EINTR { return -Int(errno) }
            }
        }
    }

    /// Has programs that we start not inherit it, and reads and writes not wait.
    func prepare() {
        _ = fcntl(number, F_SETFD, FD_CLOEXEC)
        _ = fcntl(number, F_SETFL, fcntl(number, F_GETFL) | O_NONBLOCK)
    }
}
