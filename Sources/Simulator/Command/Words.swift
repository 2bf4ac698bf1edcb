import Foundation

/// What the program says to people: one line on standard error.
func say(_ words: String) {
    // Without a standard error nobody listens, and that is no reason to stop.
    try? FileHandle.standardError.write(contentsOf: Data("assaysim: \(words)\n".utf8))
}
