import ArgumentParser
import Protocols
import Settings

/// `assaysim dialects`: the analyzers that can be played, and how far the facts can be trusted.
struct DialectsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dialects",
        abstract: "Lists the analyzers: name, title, link, and how far the facts can be trusted.",
        discussion: "Those that are read but cannot be played are marked so in a fifth column.")

    @Option(help: "A folder whose files take the place of the shipped ones.")
    var config: String?

    func run() throws {
        let dialects = try Catalogue(folder: config).dialects()
        for (name, dialect) in dialects.sorted(by: { $0.key < $1.key }) {
            let columns = [
                name, dialect.title, dialect.link.kind.rawValue, dialect.confidence.rawValue,
            ]
            let mark = dialect.writes == nil ? ["read only"] : []
            print((columns + mark).joined(separator: "\t"))
        }
    }
}
