import Foundation
import Protocols
import Testing

/// Captures of real analyzers, which may lie beside the repository, against what is true of them.
@Suite struct CaptureTests {
    /// Captures and the dialects that they are in.
    private static let captures = [
        ("roche_e411_A.bin", "roche-cobas-e411"),
        ("abbott_architect_overrange.bin", "abbott-architect"),
        ("abbott_architect_query.bin", "abbott-architect"),
        ("beckman_access2.bin", "beckman-access-2"),
        ("siemens_immulite_std.bin", "siemens-immulite"),
        ("siemens_immulite_records.txt", "siemens-immulite"),
    ]

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../../shared/captures").standardizedFileURL

    private static var isThere: Bool {
        let isThere = FileManager.default.fileExists(atPath: folder.path)
        if !isThere {
            print("SKIPPED: no captures of real analyzers in \(folder.path)")
        }
        return isThere
    }

    @Test(.enabled(if: isThere, "no captures beside the repository"), arguments: captures)
    func aCaptureIsReadWithoutADifferenceFromItsTruth(file: String, dialect: String) throws {
        let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: file)))
        let name = file.split(separator: ".").first.map(String.init) ?? file
        let text = try Data(contentsOf: Self.folder.appending(path: name + ".truth.json"))
        let truth = try JSONDecoder().decode(Truth.self, from: text)
        var shipped = try shippedDialect(dialect)
        shipped.link = shipped.link.reading(capture: bytes)
        let actions = reading(of: bytes, as: shipped)
        #expect(truth.differences(from: actions.results, actions.queries) == [])
    }
}
