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
        ("maglumi_x3_3.bin", "snibe-maglumi"),
        ("hl7_maglumi_qc.hl7", "snibe-maglumi-hl7"),
        ("hl7_maglumi_qc.hl7", "generic-hl7"),
        ("hl7_seamaty.hl7", "generic-hl7"),
        ("tosoh_aia360.bin", "tosoh-aia-360"),
        ("vidas_fsh.bin", "biomerieux-vidas-pc"),
        ("vidas_mini.txt", "biomerieux-mini-vidas"),
        ("siemens_immulite_records.txt", "siemens-immulite"),
        ("siemens_centaur_cp.bin", "siemens-centaur-cp"),
        ("ortho_eciq_frames.bin", "ortho-vitros"),
        ("ortho_vitros3600_1111111.bin", "ortho-vitros"),
        ("ortho_vitros3600_4444441.bin", "ortho-vitros"),
        ("ortho_vitros3600_hostreply_1.bin", "ortho-vitros"),
        ("ortho_vitros3600_query_O.bin", "ortho-vitros"),
        ("senaite_cobas_c111.txt", "roche-cobas-c111"),
        ("diasorin_liaison_query.bin", "diasorin-liaison"),
        ("erba_xl_DBILL.bin", "erba-xl"),
        ("euroimmun_iga.astm", "euroimmun"),
        ("mindray_bs240.bin", "mindray-bs"),
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
        var truth = try JSONDecoder().decode(Truth.self, from: text)
        var shipped = try shippedDialect(dialect)
        truth.spellTimes(shipped.reads.labels.dates)
        shipped.link = shipped.link.reading(capture: bytes)
        let actions = reading(of: bytes, as: shipped)
        #expect(truth.differences(from: actions.results, actions.queries) == [])
    }
}
