import Foundation
import Protocols
import Settings
import Testing

/// The program carries every file of `config/`, as it is.
@Suite struct ShippedTests {
    private let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../config").standardizedFileURL

    @Test func everyFileOfTheFolderIsShippedAndNoOther() throws {
        let listed = try #require(FileManager.default.enumerator(atPath: folder.path))
        let files = listed.compactMap { $0 as? String }.filter { $0.hasSuffix(".yaml") }
        #expect(files.sorted() == Shipped.files.keys.sorted())
    }

    @Test(arguments: Shipped.files.keys.sorted())
    func aShippedFileIsTheFile(path: String) throws {
        let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
        #expect(Shipped.files[path] == text)
    }

    /// A dialect that is told nothing says so, so that nobody looks for what is not there.
    @Test func aDialectWithoutOrdersSaysWhy() throws {
        let catalogue = try Catalogue()
        let silent = try catalogue.dialects().values.filter { $0.orders == nil }
        #expect(!silent.isEmpty)
        for dialect in silent {
            let text = try #require(Shipped.files["dialects/\(dialect.name).yaml"])
            let comments = text.split(separator: "\n").filter { $0.hasPrefix("#") }
            #expect(comments.contains { $0.contains("order") }, "\(dialect.name)")
        }
    }
}
