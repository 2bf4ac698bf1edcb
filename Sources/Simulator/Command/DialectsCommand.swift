import ArgumentParser
import Protocols
import Settings
import Simulator

/// `assaysim dialects`: what can be played, in which manner, and what can go wrong on the way.
struct DialectsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dialects",
        abstract: "Lists the analyzers with their links and habits, and the menu of faults.",
        discussion: """
            Three kinds of lines, with tabs between their columns: 'dialect', its name, title, \
            link, how far the facts can be trusted, and its habits; 'link', its name, and the \
            dialects that speak it; 'fault', its name for --faults, the links on which it can \
            happen, and what happens.
            """)

    @Option(help: "A folder whose files take the place of the shipped ones.")
    var config: String?

    func run() throws {
        let dialects = try Catalogue(folder: config).dialects().values.sorted { $0.name < $1.name }
        for dialect in dialects {
            row(
                "dialect", dialect.name, dialect.title, dialect.link.kind.rawValue,
                dialect.confidence.rawValue, dialect.habits.joined(separator: "; "))
        }
        for kind in LinkOptions.Kind.allCases {
            let speaking = dialects.filter { $0.link.kind == kind }.map(\.name)
            row("link", kind.rawValue, speaking.joined(separator: ", "))
        }
        for fault in Fault.allCases {
            let isEverywhere = fault.links == LinkOptions.Kind.allCases
            let links = fault.links.map(\.rawValue).joined(separator: ", ")
            row("fault", fault.rawValue, isEverywhere ? "every link" : links, fault.sentence)
        }
    }

    private func row(_ columns: String...) { print(columns.joined(separator: "\t")) }
}
