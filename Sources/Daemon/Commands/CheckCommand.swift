import ArgumentParser
import Settings
import StepUp

/// `stepupd check`: says what is wrong with a site's file and the catalogue, by file, line and key.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Say what is wrong with a configuration, by file, line and key.",
        discussion: "Status 0 when all is in order, 2 when something is wrong. Without a file, the "
            + "shipped catalogue is checked; of a template in a folder 'procedures', the catalogue "
            + "that this folder belongs to.")

    @Argument(help: "The site's file, or a template of the site.")
    var config: String?

    func run() throws {
        let problems = Self.problems(file: config)
        for problem in problems { Console.say(problem) }
        if !problems.isEmpty { throw ExitCode(2) }
        Console.say("\(config ?? "The shipped catalogue") is in order.")
    }

    /// Everything that is wrong, one sentence each; what stands behind a mistake is found too.
    static func problems(file: String?) -> [String] {
        var problems: [String] = []
        func attempt<Value>(_ work: () throws -> Value) -> Value? {
            do { return try work() } catch {
                problems.append("\(error)")
                return nil
            }
        }
        let read = attempt { try file.map { try Site(checked: $0) } ?? Site.unconfigured }
        guard let site = read, let catalogue = attempt({ try site.catalogue }) else {
            return problems
        }
        if let setup = attempt({ try site.setup(catalogue) }) {
            _ = attempt { try site.lines(setup) }
        }
        _ = attempt { try site.web }
        let templates = attempt { try catalogue.templates() } ?? [:]
        guard let rules = attempt({ try catalogue.rulebook() }) else { return problems }
        guard let anatomy = attempt({ try catalogue.anatomy() }) else { return problems }
        for (name, template) in templates.sorted(by: { $0.key < $1.key }) {
            problems += catalogue.problems(of: template, named: name, by: rules, on: anatomy)
                .map(\.description)
        }
        var seen: Set<String> = []
        return problems.filter { seen.insert($0).inserted }
    }
}
