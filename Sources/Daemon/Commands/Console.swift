internal import Foundation

/// Where a command talks: data on standard output, words on standard error.
enum Console {
    /// Writes a line of data at once, so that a pipe sees it when it happens.
    static func put(_ line: String) throws {
        try FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8))
    }

    /// Says a sentence to whoever runs the program, without what could command the terminal.
    static func say(_ sentence: String) {
        let lines = sentence.split(separator: "\n", omittingEmptySubsequences: false)
        let sentence = lines.map { harmless(String($0)) }.joined(separator: "\n")
        // Without a standard error nobody listens, and that is no reason to stop.
        try? FileHandle.standardError.write(contentsOf: Data((sentence + "\n").utf8))
    }

    /// Ends the program, whose standard output takes nothing more: without a word when nobody reads
    /// it any longer, else with the reason.
    static func leave(_ error: any Error) -> Never {
        let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        if cause?.code == Int(EPIPE) {
            signal(SIGPIPE, SIG_DFL)
            raise(SIGPIPE)
        }
        say("stepupd: standard output takes nothing more: \((cause ?? error).localizedDescription)")
        exit(1)
    }

    /// The text without what could command a terminal: adapters may call themselves anything.
    static func harmless(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { scalar in
            [.control, .format].contains(scalar.properties.generalCategory) ? "\u{FFFD}" : scalar
        }
        return String(String.UnicodeScalarView(scalars))
    }
}
