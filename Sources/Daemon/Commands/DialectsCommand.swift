internal import ArgumentParser
internal import Foundation
internal import Protocols
internal import Settings

/// `stepupd dialects`: the analyzers that are known, and how one is connected.
struct DialectsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dialects",
        abstract: "Lists the analyzers that are known, or prints the page of one.")

    @Argument(help: "The dialect whose page is printed.")
    var name: String?

    @Option(help: "Write the page of every dialect, and the list of them, into this folder.")
    var pages: String?

    @Option(help: "A folder with changed files of the catalogue.")
    var catalogue: String?

    func run() throws {
        let catalogue = try Catalogue(folder: catalogue)
        let dialects = try catalogue.dialects().values.sorted { $0.name < $1.name }
        func sheet(of dialect: Dialect) -> String {
            let file = catalogue.text(at: "dialects/\(dialect.name).yaml") ?? ""
            return AnalyzerSheet(dialect, file: file).text
        }
        var output = LineOutput()
        if let name {
            guard let dialect = dialects.first(where: { $0.name == name }) else {
                let known = dialects.map(\.name).joined(separator: ", ")
                throw Failure(
                    description: "there is no dialect '\(name)' (known: \(known))", status: 2)
            }
            output.write(sheet(of: dialect))
        } else if let pages {
            try FileManager.default.createDirectory(
                atPath: pages, withIntermediateDirectories: true)
            for dialect in dialects {
                try sheet(of: dialect).write(
                    toFile: "\(pages)/\(dialect.name).md", atomically: true, encoding: .utf8)
            }
            try AnalyzerIndex(dialects).text.write(
                toFile: "\(pages)/README.md", atomically: true, encoding: .utf8)
        } else {
            for dialect in dialects {
                output.write("\(dialect.name)\t\(dialect.title)\t\(dialect.confidence.rawValue)")
            }
        }
        output.flush()
    }
}
