import ArgumentParser
import Settings

/// Which journal a command is about.
struct JournalOptions: ParsableArguments {
    @Option(help: "The site's file, which names the journal.")
    var config: String?

    @Option(help: "The journal's path, when no file names it.")
    var journal: String?

    /// The path: as given, else as the site's file says, else the default of `stepupd run`.
    var path: String {
        get throws {
            if let journal { return journal }
            guard let config else { return Site.unconfigured.configuration.journal }
            return try Site(file: config).configuration.journal
        }
    }
}
