import Foundation
import Protocols
import Settings
import Testing

/// The page that a laboratory connects an analyzer by.
@Suite struct AnalyzerSheetTests {
    @Test func saysWhatTheFileSays() throws {
        let dialect = try #require(Catalogue().dialects()["beckman-access-2"])
        let text = AnalyzerSheet(dialect).text
        #expect(text.hasPrefix("# Beckman Coulter Access 2\n"))
        #expect(text.contains("seen in real bytes whose check sums verify"))
        #expect(text.contains("| speed | 9600 baud |"))
        #expect(text.contains("| specimen ID | `O-3.1` |"))
        #expect(text.contains("- `H-12` is `Q`: control material, never a patient's"))
        #expect(text.contains("| `Insulin` |  | insulin | uIU/mL |"))
        #expect(text.contains("    dialect: beckman-access-2\n"))
    }

    @Test func aDialectWithoutTestsSaysSo() {
        let text = AnalyzerSheet(Dialect(name: "plain", title: "By the standards")).text
        #expect(text.contains("None is mapped: each site names its own."))
    }
}
