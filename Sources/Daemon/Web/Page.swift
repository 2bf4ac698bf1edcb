import Crypto
import Foundation
import HTTPTypes
import Hummingbird

/// The page as it stands in the binary: every file, and the hash that names them all.
///
/// The files are served under `/page/HASH/`, so a browser may keep them for ever and never mixes
/// two versions; `index.html` alone is asked for anew.
enum Page {
    /// One file of the page.
    struct Asset: Sendable {
        let name: String
        let type: String
        let bytes: [UInt8]
    }

    /// The files, `index.html` first.
    static let assets = [
        Asset(name: "index.html", type: html, bytes: PackageResources.index_html),
        Asset(name: "anatomy.js", type: script, bytes: PackageResources.anatomy_js),
        Asset(name: "clock.js", type: script, bytes: PackageResources.clock_js),
        Asset(name: "curve.js", type: script, bytes: PackageResources.curve_js),
        Asset(name: "details.js", type: script, bytes: PackageResources.details_js),
        Asset(name: "dialog.js", type: script, bytes: PackageResources.dialog_js),
        Asset(name: "dom.js", type: script, bytes: PackageResources.dom_js),
        Asset(name: "forms.js", type: script, bytes: PackageResources.forms_js),
        Asset(name: "grid.css", type: style, bytes: PackageResources.grid_css),
        Asset(name: "grid.js", type: script, bytes: PackageResources.grid_js),
        Asset(name: "header.js", type: script, bytes: PackageResources.header_js),
        Asset(name: "held.js", type: script, bytes: PackageResources.held_js),
        Asset(name: "icon.svg", type: image, bytes: PackageResources.icon_svg),
        Asset(name: "map.css", type: style, bytes: PackageResources.map_css),
        Asset(name: "map.js", type: script, bytes: PackageResources.map_js),
        Asset(name: "marks.js", type: script, bytes: PackageResources.marks_js),
        Asset(name: "notices.js", type: script, bytes: PackageResources.notices_js),
        Asset(name: "now.css", type: style, bytes: PackageResources.now_css),
        Asset(name: "now.js", type: script, bytes: PackageResources.now_js),
        Asset(name: "page.js", type: script, bytes: PackageResources.page_js),
        Asset(name: "panels.css", type: style, bytes: PackageResources.panels_css),
        Asset(name: "plan.js", type: script, bytes: PackageResources.plan_js),
        Asset(name: "state.js", type: script, bytes: PackageResources.state_js),
        Asset(name: "stream.js", type: script, bytes: PackageResources.stream_js),
        Asset(name: "style.css", type: style, bytes: PackageResources.style_css),
        Asset(name: "tree.js", type: script, bytes: PackageResources.tree_js),
        Asset(name: "words.js", type: script, bytes: PackageResources.words_js),
    ]

    /// Twelve digits of the SHA-256 of all files: enough to tell versions apart.
    static let hash: String = {
        var hasher = SHA256()
        for asset in assets { hasher.update(data: asset.bytes) }
        return hasher.finalize().prefix(6).map {
            String($0 >> 4, radix: 16) + String($0 & 15, radix: 16)
        }.joined()
    }()

    /// `index.html` with the hash in its links.
    static let index: String = {
        let text = String(decoding: PackageResources.index_html, as: UTF8.self)
        return text.replacingOccurrences(of: "page/HASH/", with: "page/\(hash)/")
    }()

    private static let html = "text/html; charset=utf-8"
    private static let script = "text/javascript; charset=utf-8"
    private static let style = "text/css; charset=utf-8"
    private static let image = "image/svg+xml; charset=utf-8"
}

extension Front {
    /// The page and its files.
    var pageRoutes: [Route] {
        [
            .get("/") { _, _ in .text(Page.index, type: "text/html; charset=utf-8") },
            .get("/page/{hash}/{file}") { _, context in
                let name = try context.parameters.require("file")
                guard try context.parameters.require("hash") == Page.hash,
                    let asset = Page.assets.first(where: { $0.name == name })
                else {
                    throw Problem.notFound("The page has changed: load it anew.")
                }
                return Response(
                    status: .ok,
                    headers: [
                        .contentType: asset.type,
                        .cacheControl: "public, max-age=31536000, immutable",
                    ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes)))
            },
        ]
    }
}
