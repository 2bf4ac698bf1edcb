import Foundation

/// A folder of its own for one run, which is removed at its end.
struct TemporaryFolder {
    let path: String

    /// Makes the folder where the system keeps such things.
    init() throws {
        let base = FileManager.default.temporaryDirectory
        path = base.appendingPathComponent("stepupd-demo.\(UUID().uuidString)").path
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
    }

    /// Removes it with all that is in it; what cannot be removed is left to the system.
    func remove() { try? FileManager.default.removeItem(atPath: path) }
}
