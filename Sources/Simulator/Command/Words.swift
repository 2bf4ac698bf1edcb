import Foundation

/// What the program says to people: one line on standard error.
func say(_ words: String) {
    FileHandle.standardError.write(Data("assaysim: \(words)\n".utf8))
}
