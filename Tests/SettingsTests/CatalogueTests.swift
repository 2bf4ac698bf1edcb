import Foundation
import Protocols
import Settings
import StepUp
import Testing

/// What the catalogue gives, and that a site's folder comes before the shipped files.
@Suite struct CatalogueTests {
    @Test func everyDialectSaysWhereItIsFromAndCanBeWritten() throws {
        let dialects = try Catalogue().dialects()
        #expect(dialects.keys.sorted() == (try Catalogue()).names(in: "dialects"))
        for dialect in dialects.values {
            #expect(!dialect.provenance.isEmpty, "\(dialect.name) does not say where it is from")
            if dialect.writes != nil { _ = try RecordWriter(dialect) }
        }
    }

    @Test func everyTestOfADialectMeasuresAHormoneThatPlansKnow() throws {
        let hormones: Set = ["insulin", "c-peptide", "proinsulin", "gastrin", "glucagon", "pth"]
        for dialect in try Catalogue().dialects().values {
            for (code, assay) in dialect.analytes {
                #expect(hormones.contains(assay.analyte), "\(dialect.name): \(code)")
                #expect(assay.unit?.isEmpty != true, "\(dialect.name): \(code)")
            }
        }
    }

    @Test func criteriaAnatomyAndTemplatesAreReadable() throws {
        let catalogue = try Catalogue()
        #expect(try catalogue.criteria().contains { $0.id == "seed-gt2" })
        #expect(try !catalogue.anatomy().arteries.isEmpty)
        let templates = try catalogue.templates()
        let criteria = Set(try catalogue.criteria().map(\.id))
        #expect(!templates.isEmpty)
        for (name, template) in templates {
            #expect(criteria.contains(template.criterion), "\(name): \(template.criterion)")
        }
    }

    @Test func aDialectComesBackFromItsOwnEncoding() throws {
        for dialect in try Catalogue().dialects().values {
            let text = try JSONEncoder().encode(dialect)
            #expect(try JSONDecoder().decode(Dialect.self, from: text) == dialect)
        }
    }

    @Test func aFileInTheSitesFolderTakesThePlaceOfTheShippedOne() throws {
        try withFolder(["dialects/siemens-immulite.yaml": small, "dialects/other.yaml": other]) {
            let dialects = try Catalogue(folder: $0).dialects()
            #expect(dialects["siemens-immulite"]?.title == "Ours")
            #expect(dialects["other"]?.title == "Another")
            #expect(dialects["abbott-architect"] != nil)
        }
    }

    @Test func aNameThatIsNotTheFilesIsRefusedWithItsLine() throws {
        try withFolder(["dialects/mine.yaml": other]) { folder in
            let error = #expect(throws: SettingsError.self) {
                try Catalogue(folder: folder).dialects()
            }
            #expect(
                error?.description
                    == "\(folder)/dialects/mine.yaml:1: the name must be that of the file: 'mine' "
                    + "(in 'name')")
        }
    }

    @Test func aLayoutWithAnUnknownPlaceholderIsRefusedWithItsLine() throws {
        let writes = """
            writes: {header: 'H|\\^&', patient: P, order: 'O|{specimn}', results: {}, terminator: L}
            """
        try withFolder(["dialects/other.yaml": other + "\n" + writes + "\n"]) { folder in
            let error = #expect(throws: SettingsError.self) {
                try Catalogue(folder: folder).dialects()
            }
            #expect(error?.line == 5)
            #expect(error?.problem.contains("specimn") == true)
        }
    }

    @Test func anAnatomyThatContradictsItselfIsRefused() throws {
        let anatomy = """
            regions: [{ id: S6, name: Segment VI, organ: liver }]
            arteries: [{ id: RHA, name: Right hepatic artery, aliases: [], feeds: [S9] }]
            veins: []
            """
        try withFolder(["anatomy.yaml": anatomy]) { folder in
            let error = #expect(throws: SettingsError.self) {
                try Catalogue(folder: folder).anatomy()
            }
            let problem =
                "Artery \"RHA\" feeds \"S9\", which is no region. (in 'arteries.0.feeds')"
            #expect(error?.description == "\(folder)/anatomy.yaml:2: \(problem)")
        }
    }

    @Test func aFolderThatIsNotThereIsRefused() {
        #expect(throws: SettingsError.self) { try Catalogue(folder: "/nowhere/at/all") }
    }

    private let small = """
        name: siemens-immulite
        title: Ours
        provenance: [the manual]
        confidence: documented
        """

    private let other = """
        name: other
        title: Another
        provenance: [the manual]
        confidence: unverified
        """

    /// Calls `body` with a folder that holds `files`, and takes it away again.
    private func withFolder(
        _ files: [String: String], _ body: (String) throws -> Void
    ) throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "catalogue-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for (path, text) in files {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        try body(folder.path)
    }
}
