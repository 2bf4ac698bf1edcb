import Foundation
import Testing

@testable import Daemon

@Suite struct PageTests {
    /// The files of the page as they stand in the sources, by their place in its folder.
    private var files: [String] {
        let root = URL(filePath: #filePath).appending(path: "../../../../Sources/Daemon/Page")
            .standardized
        let all = (try? FileManager.default.subpathsOfDirectory(atPath: root.path())) ?? []
        return all.filter { $0.contains(".") }
    }

    private func text(of name: String) -> String {
        let bytes = Page.assets.first { $0.name == name }?.bytes ?? []
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The files that `name` imports; all that it names, or only what it needs at once.
    private func imports(of name: String, atOnce: Bool = false) -> [String] {
        let folder = name.split(separator: "/").dropLast().map(String.init)
        let pattern =
            atOnce ? /(?:from|import) "(\.[^"]*)"/ : /(?:from |import |import\()"(\.[^"]*)"/
        return text(of: name).matches(of: pattern).map { match in
            var place = folder
            for step in match.output.1.split(separator: "/") {
                switch step {
                case ".": break
                case "..": place = place.dropLast()
                default: place.append(String(step))
                }
            }
            return place.joined(separator: "/")
        }
    }

    @Test func servesEveryFileOfThePage() {
        #expect(files.sorted() == Page.assets.map(\.name).sorted())
        #expect(!files.isEmpty)
    }

    @Test func noTwoFilesShareTheirLastName() {
        let names = Page.assets.map { $0.name.split(separator: "/").last ?? "" }
        #expect(Set(names).count == names.count)
    }

    @Test func givesEveryViewItsOwnAddress() async throws {
        try await Counter().serve { client in
            for view in Page.views {
                let reply = try await client.ask(.get, "/\(view)")
                #expect(reply.status == 200)
                #expect(reply.text == Page.index)
            }
        }
    }

    @Test func knowsAFileOfEachViewAndItsStyles() {
        for view in Page.views {
            #expect(!text(of: "views/\(view).js").isEmpty, "\(view)")
            #expect(!text(of: "styles/\(view).css").isEmpty, "\(view)")
        }
    }

    @Test func sendsEverythingThatItsFirstViewNeeds() async throws {
        try await Counter().serve { client in
            let index = try await client.ask(.get, "/")
            #expect(index.status == 200)
            #expect(!index.text.contains("page/HASH/"))
            let links = index.text.matches(of: /page\/[0-9a-f]{12}\/[a-z.\/]+/).map {
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
            for file in imports(of: asset.name) {
                #expect(files.contains(file), "\(asset.name) imports \(file)")
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

    @Test func showsItsFirstViewForLessThan100Kilobytes() {
        var needed: Set<String> = ["index.html", "views/room.js", "styles/room.css"]
        var next = ["early.js", "page.js", "views/room.js"]
        while let file = next.popLast() {
            needed.insert(file)
            next += imports(of: file, atOnce: true).filter { !needed.contains($0) }
        }
        for match in text(of: "index.html").matches(of: /HASH\/(styles\/[a-z]+\.css)/) {
            needed.insert(String(match.output.1))
        }
        let sizes = needed.map { text(of: $0).utf8.count }
        #expect(needed.count > 20 && !sizes.contains(0))
        #expect(sizes.reduce(0, +) < 100_000, "\(sizes.reduce(0, +)) bytes")
    }

    @Test func refusesAFileOfAnotherVersion() async throws {
        try await Counter().serve { client in
            let reply = try await client.ask(.get, "/page/000000000000/page.js")
            #expect(reply.status == 404)
        }
    }

    @Test func translatesOnlyWhatTheStationSays() throws {
        let root = URL(filePath: #filePath).appending(path: "../../../../Sources/StepUp")
            .standardized
        let files = try FileManager.default.subpathsOfDirectory(atPath: root.path())
            .filter { $0.hasSuffix(".swift") }
        let source = try files.map {
            try String(contentsOf: root.appending(path: $0), encoding: .utf8)
        }.joined()
        for words in ["words/de-said.js", "words/ja-said.js"] {
            let known = text(of: words)
            let start = try #require(known.range(of: "const phrases = {"))
            let end = try #require(known.range(of: "};", range: start.upperBound..<known.endIndex))
            let phrases = known[start.upperBound..<end.lowerBound].matches(of: /"([^"]+)":/)
            #expect(phrases.count > 5)
            for phrase in phrases {
                #expect(source.contains("\"\(phrase.output.1)\""), "\(words): \(phrase.output.1)")
            }
        }
    }

    @Test func cannotHideThatResultsAreSimulated() {
        let frame = text(of: "parts/frame.js")
        #expect(text(of: "index.html").contains("id=\"simulated\""))
        #expect(frame.contains(#"part("simulated").hidden = !state.simulated;"#))
        for asset in Page.assets where !["index.html", "parts/frame.js"].contains(asset.name) {
            let words = String(decoding: asset.bytes, as: UTF8.self)
            #expect(!words.contains("\"simulated\""), "\(asset.name) speaks of the banner")
        }
    }
}
