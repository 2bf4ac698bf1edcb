import Foundation
import Settings
import Testing

@testable import Daemon
@testable import StepUp

@Suite("Labels are drawn for sheets and for label printers")
struct LabelTests {
    private static let label = TubeLabel.sample(specimen: "T-01-RHV-B120")

    @Test("A bar code has the modules of its standard: 11 a character, and 35 more")
    func modules() throws {
        let code = try BarCode("ABCDEFGH", as: .code128)
        #expect(code.modules == 8 * 11 + 35)
        // The first bar of every start character is two modules wide, the last of stop too.
        let first = try #require(code.bars.first)
        #expect((first.width * Double(code.modules)).rounded() == 2)
        #expect(code.bars.allSatisfy { $0.x >= 0 && $0.x + $0.width <= 1.000_1 })
    }

    @Test("A DataMatrix is a square with a solid left and lower edge")
    func square() throws {
        let code = try BarCode("T-01-RHV-B120", as: .dataMatrix)
        let left = code.bars.filter { $0.x < 0.001 }
        #expect(left.reduce(0) { $0 + $1.height } > 0.99)
    }

    @Test("A character that no bar code carries is told by the specimen's name")
    func refused() {
        let failure = #expect(throws: BarCode.Failure.self) {
            try BarCode("試料", as: .code128)
        }
        #expect(failure?.description.contains("試料") == true)
    }

    @Test("A sheet shows site, vein, second, ID and check character, and markup as text")
    func sheet() throws {
        let papers = try Catalogue().papers()
        let labels = [Self.label, .sample(specimen: "T-01-RHV-000", patient: "<b>&")]
        let html = try LabelSheets(
            labels: labels, sheet: papers.sheets[0], symbology: .code128, skipped: 3
        ).html()
        for words in ["RHV", "−120 s", "1 · RHA", "T-01-RHV-B120 [", "&lt;b&gt;&amp;"] {
            #expect(html.contains(words), "\(words)")
        }
        #expect(!html.contains("<b>"))
        // Three labels of the first row are gone: the first one printed begins the second row.
        #expect(html.contains(#"<g transform="translate(0 40.5)">"#))
    }

    @Test("More labels than a sheet holds go on with the next sheet")
    func pages() throws {
        let papers = try Catalogue().papers()
        let labels = (0..<25).map { TubeLabel.sample(specimen: "T-01-RHV-\(100 + $0)") }
        let html = try LabelSheets(
            labels: labels, sheet: papers.sheets[0], symbology: .dataMatrix, skipped: 0
        ).html()
        #expect(html.components(separatedBy: "<svg").count == 3)
    }

    @Test("A label printer gets one program a label, in which names are no commands")
    func tape() throws {
        let papers = try Catalogue().papers()
        let labels = [Self.label, .sample(specimen: "T-01-RHV-000", patient: "^XZ~JA")]
        let zpl = try LabelTape(labels: labels, tape: papers.tapes[0], symbology: .code128).zpl()
        #expect(zpl.components(separatedBy: "^XA").count == 3)
        #expect(zpl.components(separatedBy: "^XZ").count == 3)
        #expect(zpl.contains("_5EXZ_7EJA"))
        #expect(zpl.contains("^PW480^LL200"))
    }

    @Test("An ID too long for the tape is told with the cure")
    func tooLong() throws {
        let papers = try Catalogue().papers()
        let long = TubeLabel.sample(specimen: String(repeating: "W", count: 60))
        let failure = #expect(throws: BarCode.Failure.self) {
            try LabelTape(labels: [long], tape: papers.tapes[0], symbology: .code128).zpl()
        }
        #expect(failure?.description.contains("take a wider one") == true)
    }
}

extension TubeLabel {
    /// A label of no patient.
    fileprivate static func sample(specimen: String, patient: String = "P-017") -> TubeLabel {
        TubeLabel(
            specimen: specimen, check: CheckCharacter.of(specimen), vein: "RHV", second: "−120 s",
            injection: "1 · RHA", patient: patient, isSimulated: false)
    }
}
