internal import Glibc

/// Folders and links, as far as finding ports and their holders needs them.
enum Folder {
    /// The names in a folder; none when it cannot be read.
    static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// Where a link points, in one step; nil when it is no link.
    static func target(of link: String) -> String? {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { buffer in
            let count = buffer.baseAddress.map { readlink(link, $0, buffer.count) } ?? -1
            guard count > 0 else { return nil }
            return String(
                decoding: UnsafeRawBufferPointer(
                    rebasing: UnsafeRawBufferPointer(buffer)[..<count]),
                as: UTF8.self)
        }
    }

    /// The path without any link in it.
    ///
    /// - Throws: ``LineError/opening(_:code:)`` when nothing is there.
    static func resolve(_ path: String) throws(LineError) -> String {
        guard let target = realpath(path, nil) else { throw .opening(path, code: errno) }
        defer { free(target) }
        return String(cString: target)
    }
}
