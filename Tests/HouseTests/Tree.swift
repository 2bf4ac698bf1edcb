import Foundation

/// The repository as the house tests read it: files by their path from its root.
struct Tree {
    /// The repository's root, found from this file's own place.
    let root = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The files below `folders` whose names end in `suffix`, as paths from the root.
    func files(in folders: [String], suffix: String = ".swift") -> [String] {
        folders.flatMap { folder -> [String] in
            let below = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
            let paths = below?.compactMap { $0 as? String } ?? []
            return paths.filter { $0.hasSuffix(suffix) && !$0.contains(".build") }
                .map { folder + "/" + $0 }
        }.sorted()
    }

    /// The lines of a file.
    func lines(of path: String) throws -> [String] {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
}
