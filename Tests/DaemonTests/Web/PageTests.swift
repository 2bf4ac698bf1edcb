import Foundation
import Testing

@testable import Daemon

@Suite struct PageTests {
    /// The files of the page as they stand in the sources.
    private var files: [String] {
        let root = URL(filePath: #filePath).appending(path: "../../../../Sources/Daemon/Page")
            .standardized
        return (try? FileManager.default.contentsOfDirectory(atPath: root.path())) ?? []
    }

    @Test func servesEveryFileOfThePage() {
        #expect(files.sorted() == Page.assets.map(\.name).sorted())
        #expect(!files.isEmpty)
    }

    @Test func sendsEverythingThatItsFirstViewNeeds() async throws {
        try await Counter().serve { client in
            let index = try await client.ask(.get, "/")
            #expect(index.status == 200)
            #expect(!index.text.contains("page/HASH/"))
            let links = index.text.matches(of: /page\/[0-9a-f]{12}\/[a-z.]+/).map {
                "/" + $0.output
            }
            #expect(links.count >= 3)
            for link in links {
                let file = try await client.ask(.get, link)
                #expect(file.status == 200)
                #expect(file.header("Cache-Control")?.contains("immutable") == true)
            }
        }
    }

    @Test func importsOnlyItsOwnFiles() {
        for asset in Page.assets where asset.name.hasSuffix(".js") {
            let text = String(decoding: asset.bytes, as: UTF8.self)
            for match in text.matches(of: /from "([^"]*)"/) {
                let file = String(match.output.1.dropFirst(2))
                #expect(match.output.1.hasPrefix("./") && files.contains(file), "\(asset.name)")
            }
        }
    }

    @Test func writesStringsAsTextAndStylesInSheets() {
        let forbidden = ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("]
        for asset in Page.assets {
            let text = String(decoding: asset.bytes, as: UTF8.self)
            for word in forbidden + [" style=", "javascript:", "onclick=", "<style"] {
                #expect(!text.contains(word), "\(asset.name) has \(word)")
            }
            let elsewhere = text.replacing("http://www.w3.org/2000/svg", with: "")
            #expect(!elsewhere.contains("http://") && !elsewhere.contains("https://"))
        }
    }

    @Test func staysSmallEnoughForOneSecondOnASlowTablet() {
        #expect(Page.assets.reduce(0) { $0 + $1.bytes.count } < 100_000)
    }

    @Test func refusesAFileOfAnotherVersion() async throws {
        try await Counter().serve { client in
            let reply = try await client.ask(.get, "/page/000000000000/page.js")
            #expect(reply.status == 404)
        }
    }

    @Test func cannotHideThatResultsAreSimulated() {
        let page = String(decoding: PackageResources.index_html, as: UTF8.self)
        let script = String(decoding: PackageResources.page_js, as: UTF8.self)
        #expect(page.contains("id=\"simulated\""))
        #expect(script.contains(#"part("simulated").hidden = !state.simulated;"#))
        let changes = Page.assets.map { String(decoding: $0.bytes, as: UTF8.self) }
            .map { $0.components(separatedBy: "\"simulated\"").count - 1 }.reduce(0, +)
        #expect(changes == 3, "only the page's frame speaks of the banner")
    }
}
