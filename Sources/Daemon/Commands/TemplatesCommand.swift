internal import ArgumentParser
internal import Settings
internal import StepUp

/// `stepupd templates`: the protocols that are known, and the file of one, to be copied and edited.
struct TemplatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "templates",
        abstract: "Lists the protocols that are known, or prints the file of one.",
        discussion: "Copy one into the folder that 'catalogue:' in stepupd.yaml names: 'stepupd "
            + "templates hepatic-three-veins > ours/procedures/ours.yaml', edit it, and say "
            + "'stepupd check ours/procedures/ours.yaml'.")

    @Argument(help: "The template whose file is printed.")
    var name: String?

    @Option(help: "A folder with changed files of the catalogue.")
    var catalogue: String?

    func run() throws {
        let catalogue = try Catalogue(folder: catalogue)
        let templates = try catalogue.templates()
        var output = LineOutput()
        if let name {
            guard let text = catalogue.text(at: "procedures/\(name).yaml") else {
                let known = templates.keys.sorted().joined(separator: ", ")
                throw Failure(
                    description: "there is no template '\(name)' (known: \(known))", status: 2)
            }
            output.write(text)
        } else {
            for (name, template) in templates.sorted(by: { $0.key < $1.key }) {
                output.write("\(name)\t\(template.title)\t\(template.source ?? "a site's own")")
            }
        }
        output.flush()
    }
}
