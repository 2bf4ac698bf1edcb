import Lines
import Protocols
import Settings
import StepUp

/// A site's file, read, with everything that it names.
struct Site {
    var configuration: SiteConfiguration
    var file: String
    var text: String

    /// The site described by `file`.
    init(file: String) throws(SettingsError) {
        self.file = file
        text = try Catalogue.read(file)
        configuration = try Settings.load(SiteConfiguration.self, text: text, file: file)
    }

    /// The site described by `file`, or one without lines whose catalogue has the template `file`.
    init(checked file: String) throws(SettingsError) {
        let folders = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        guard folders.last == "procedures" else {
            self = try Site(file: file)
            return
        }
        _ = try Catalogue.read(file)
        self = .unconfigured
        let catalogue = folders.dropLast().joined(separator: "/")
        configuration.catalogue =
            catalogue.isEmpty ? (file.hasPrefix("/") ? "/" : ".") : catalogue
    }

    private init(_ configuration: SiteConfiguration) {
        (self.configuration, file, text) = (configuration, "stepupd.yaml", "")
    }

    /// A room without lines, for whoever has no file yet.
    static let unconfigured = Site(
        SiteConfiguration(site: "Unnamed room", journal: "stepupd.journal", lines: [:]))

    /// The catalogue: shipped, and over it the site's own folder.
    var catalogue: Catalogue {
        get throws(SettingsError) { try Catalogue(folder: configuration.catalogue) }
    }

    /// Everything that the fold depends on.
    func setup(_ catalogue: Catalogue) throws(SettingsError) -> Setup {
        try configuration.setup(
            version: Stepupd.version, catalogue: catalogue, text: text, file: file)
    }

    /// The lines to open, each set as the site or its dialect says.
    func lines(_ setup: Setup) throws(SettingsError) -> [Exchange.Line] {
        var lines: [Exchange.Line] = []
        for (name, line) in configuration.lines.sorted(by: { $0.key < $1.key }) {
            let address: LineAddress
            do { address = try LineAddress(parsing: line.address) } catch {
                throw SettingsError(
                    file: file, line: Settings.line(of: ["lines", name, "address"], in: text),
                    problem: "\(error)")
            }
            let settings = line.settings ?? setup.dialects[line.dialect]?.line
            lines.append(
                Exchange.Line(name: name, address: address, settings: settings ?? .init()))
        }
        return lines
    }

    /// Where the page is.
    var web: WebAddress {
        get throws(SettingsError) {
            let web = configuration.web
            let host = web.host.contains(":") ? "[\(web.host)]" : web.host
            do { return try WebAddress(parsing: "\(host):\(web.port)") } catch {
                throw SettingsError(
                    file: file, line: Settings.line(of: ["web", "host"], in: text),
                    problem: "\(error)")
            }
        }
    }
}
