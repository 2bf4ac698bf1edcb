import Protocols
import Settings
import StepUp
import Testing

/// The site's own file.
@Suite struct SiteConfigurationTests {
    @Test func theShippedExampleIsAWorkingConfiguration() throws {
        let text = try #require(Shipped.files["stepupd.yaml"])
        let site = try load(SiteConfiguration.self, text: text, file: "stepupd.yaml")
        let setup = try site.setup(version: "1", catalogue: Catalogue(), text: text)
        #expect(setup.lines["immunoassay"]?.dialect == "roche-cobas-e411")
        #expect(setup.dialects.keys.sorted() == ["roche-cobas-e411"])
        #expect(setup.simulated)
    }

    /// The manual is the file: what it says behind one "#" can be used as it stands there.
    @Test func everyKeyThatTheExampleMentionsIsKnown() throws {
        let text = try #require(Shipped.files["stepupd.yaml"])
        let keys = ["# catalogue:", "# web:", "#   host:", "#   port:", "    # settings:"]
        #expect(keys.allSatisfy(text.contains))
        let site = try load(
            SiteConfiguration.self, text: uncommented(text), file: "stepupd.yaml")
        #expect(site.web == SiteConfiguration.Web())
        #expect(site.lines["immunoassay"]?.settings == LineSettings())
        #expect(site.analytes["roche-cobas-e411"]?["230"]??.analyte == "insulin")
        #expect(site.analytes["roche-cobas-e411"]?["991"] == .some(nil))
    }

    @Test func theSitesTestCodesAreAddedAndTakenAway() throws {
        let site = try load(SiteConfiguration.self, text: codes, file: "s.yaml")
        let dialect = try #require(try site.dialects(from: Catalogue())["roche-cobas-e411"])
        #expect(dialect.analytes["230"] == Dialect.Assay(analyte: "insulin", unit: "uU/ml"))
        #expect(dialect.analytes["991"] == nil)
        #expect(dialect.analytes["992"]?.analyte == "c-peptide")
    }

    @Test func aDialectThatNobodyKnowsIsNamedWithItsLine() throws {
        let text = codes.replacing("dialect: roche-cobas-e411", with: "dialect: roche-e411")
        let site = try load(SiteConfiguration.self, text: text, file: "s.yaml")
        let error = #expect(throws: SettingsError.self) {
            try site.dialects(from: Catalogue(), text: text, file: "s.yaml")
        }
        #expect(error?.description.hasPrefix("s.yaml:4: there is no dialect 'roche-e411'") == true)
    }

    @Test func aPortThatIsNoneIsRefused() {
        let error = #expect(throws: SettingsError.self) {
            try load(
                SiteConfiguration.self, text: codes + "\nweb: {port: 80800}\n", file: "s.yaml")
        }
        #expect(error?.description == "s.yaml:9: 80800 is no port (0 to 65535) in 'web.port'")
    }

    @Test(arguments: [
        (
            "e411:", "\"e#1\":",
            "s.yaml:4: 'e#1' is no name of a line: use letters, digits and dashes"
        ),
        ("e411:", "\"\":", "s.yaml:4: '' is no name of a line: use letters, digits and dashes"),
        ("Room 1", "\" \"", "s.yaml:1: the site has no name"),
        (
            "Room 1", "\"Room\\e[2J\"",
            "s.yaml:1: the site's name contains a control character: leave it out"
        ),
        (
            "dialect:", "settings: {parity: maybe}, dialect:",
            "s.yaml:4: 'maybe' in 'lines.e411.settings.parity' is none of: none, odd, even"
        ),
        ("room.journal", "\"\"", "s.yaml:2: the journal has no path"),
        (
            "dialect:", "settings: {baud: -1}, dialect:",
            "s.yaml:4: -1 is not 50 to 4000000"
        ),
        ("dialect:", "settings: {data-bits: 9}, dialect:", "s.yaml:4: 9 is not 7 to 8"),
    ])
    func whatCouldNotRunIsNamedWithItsLine(part: String, other: String, words: String) throws {
        let text = codes.replacing(part, with: other, maxReplacements: 1)
        let error = #expect(throws: SettingsError.self) {
            try load(SiteConfiguration.self, text: text, file: "s.yaml")
        }
        #expect(error?.description.hasPrefix(words) == true)
    }

    private let codes = """
        site: Room 1
        journal: room.journal
        lines:
          e411: {address: "tty:/dev/pts/3", dialect: roche-cobas-e411}
        analytes:
          roche-cobas-e411:
            "230": {analyte: insulin, unit: uU/ml}
            "991": ~
        """

    /// The example with its optional keys put in.
    private func uncommented(_ text: String) -> String {
        let optional = [
            "# web:", "#   host:", "#   port:", "# analytes:", "#   roche-cobas-e411:",
            "#     \"230\"", "#     \"991\"", "    # settings:", "    #   baud:",
            "    #   data-bits:", "    #   parity:", "    #   stop-bits:",
        ]
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            guard optional.contains(where: line.hasPrefix) else { return String(line) }
            return String(line).replacing("# ", with: "", maxReplacements: 1)
        }.joined(separator: "\n")
    }
}
