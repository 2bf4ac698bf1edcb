public import Protocols

/// One room as its `stepupd.yaml` describes it; `config/stepupd.yaml` explains every key.
public struct SiteConfiguration: Sendable, Equatable {
    /// The site and room, as shown.
    public var site: String
    /// The journal's path, from the working folder.
    public var journal: String
    /// A folder whose files take the place of shipped ones; nil for the shipped ones alone.
    public var catalogue: String?
    /// Where the page and the API are offered.
    public var web = Web()
    /// The lines, by name.
    public var lines: [String: Line]
    /// What test codes mean at this site, by dialect; nil takes a shipped code away.
    public var analytes: [String: [String: Dialect.Assay?]] = [:]

    /// Where the page and the API are offered.
    public struct Web: Sendable, Equatable {
        /// The address that is listened on; loopback unless it is said otherwise.
        public var host = "127.0.0.1"
        /// The TCP port.
        public var port = 8080

        /// Loopback, port 8080.
        public init() {}
    }

    /// One analyzer's line.
    public struct Line: Sendable, Equatable {
        /// What it is connected to: `serial:…`, `usb:…`, `tty:…`, `tcp:…`, `listen:…`, `pty:…`.
        public var address: String
        /// The name of its dialect.
        public var dialect: String
        /// How it is set; nil for the dialect's own settings.
        public var settings: LineSettings?
        /// True when no real analyzer is at the other end.
        public var simulated = false

        /// The line at `address` that speaks `dialect`.
        public init(address: String, dialect: String) {
            (self.address, self.dialect) = (address, dialect)
        }
    }

    /// A room with these lines, on loopback.
    public init(site: String, journal: String, lines: [String: Line]) {
        (self.site, self.journal, self.lines) = (site, journal, lines)
    }
}

extension SiteConfiguration: Decodable {
    private enum CodingKeys: String, CodingKey {
        case site, journal, catalogue, web, lines, analytes
    }

    /// Reads a site's file; see `config/stepupd.yaml`.
    public init(from decoder: any Decoder) throws {
        let file = try decoder.container(keyedBy: CodingKeys.self)
        site = try file.decode(String.self, forKey: .site)
        journal = try file.decode(String.self, forKey: .journal)
        catalogue = try file.decodeIfPresent(String.self, forKey: .catalogue)
        web = try file.decodeIfPresent(Web.self, forKey: .web) ?? web
        lines = try file.decode([String: Line].self, forKey: .lines)
        func refuse(_ key: CodingKeys, _ words: String) -> DecodingError {
            .dataCorruptedError(forKey: key, in: file, debugDescription: words)
        }
        if site.allSatisfy(\.isWhitespace) { throw refuse(.site, "the site has no name") }
        if site.unicodeScalars.contains(where: Self.isControl) {
            throw refuse(.site, "the site's name contains a control character: leave it out")
        }
        if journal.isEmpty { throw refuse(.journal, "the journal has no path") }
        if let name = lines.keys.sorted().first(where: { !Self.isName($0) }) {
            throw refuse(
                .lines, "'\(name)' is no name of a line: use letters, digits and dashes")
        }
        analytes =
            try file.decodeIfPresent([String: [String: Dialect.Assay?]].self, forKey: .analytes)
            ?? analytes
    }
}

extension SiteConfiguration {
    /// True for what can name a line: `NAME#1` is a caller's, and a name stands on every screen.
    private static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) }
    }
}

extension SiteConfiguration {
    /// True for what no screen can show as it is, and a terminal may obey.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        [.control, .format].contains(scalar.properties.generalCategory)
    }
}

extension SiteConfiguration.Web: Decodable {
    private enum CodingKeys: String, CodingKey { case host, port }

    /// Reads the `web` section.
    public init(from decoder: any Decoder) throws {
        let file = try decoder.container(keyedBy: CodingKeys.self)
        host = try file.decodeIfPresent(String.self, forKey: .host) ?? host
        port = try file.decodeIfPresent(Int.self, forKey: .port) ?? port
        guard (0...65_535).contains(port) else {
            throw DecodingError.dataCorruptedError(
                forKey: .port, in: file, debugDescription: "\(port) is no port (0 to 65535)")
        }
    }
}

extension SiteConfiguration.Line: Decodable {
    private enum CodingKeys: String, CodingKey { case address, dialect, settings, simulated }

    /// Reads one line's section.
    public init(from decoder: any Decoder) throws {
        let file = try decoder.container(keyedBy: CodingKeys.self)
        address = try file.decode(String.self, forKey: .address)
        dialect = try file.decode(String.self, forKey: .dialect)
        settings = try file.decodeIfPresent(LineSettings.self, forKey: .settings)
        simulated = try file.decodeIfPresent(Bool.self, forKey: .simulated) ?? simulated
    }
}
