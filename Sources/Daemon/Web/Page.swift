import Crypto
import Foundation
import HTTPTypes
import Hummingbird

/// The page as it stands in the binary: every file, and the hash that names them all.
///
/// The files are served under `/page/HASH/`, so a browser may keep them for ever and never mixes
/// two versions; `index.html` alone is asked for anew, at the address of each view.
enum Page {
    /// The views of the page, each at its own address; the page itself knows what they show.
    static let views = [
        "room", "map", "curves", "tubes", "plan", "line", "procedures", "report",
    ]

    /// One file of the page.
    struct Asset: Sendable {
        /// Its place in the page's folder: `views/room.js`.
        let name: String
        let bytes: [UInt8]

        init(_ name: String, _ bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }

        /// Its media type, by the end of its name.
        var type: String {
            switch name.split(separator: ".").last {
            case "js": "text/javascript; charset=utf-8"
            case "css": "text/css; charset=utf-8"
            case "svg": "image/svg+xml; charset=utf-8"
            default: "text/html; charset=utf-8"
            }
        }
    }

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
        return text.replacingOccurrences(of: "/page/HASH/", with: "/page/\(hash)/")
    }()

    /// The file at `name`, while the page is of version `version`.
    fileprivate static func file(_ name: String, of version: String) throws(Problem) -> Response {
        guard version == hash, let asset = assets.first(where: { $0.name == name }) else {
            throw .notFound("The page has changed: load it anew.")
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: asset.type, .cacheControl: "public, max-age=31536000, immutable",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes)))
    }
}

extension Front {
    /// The page at the address of each view, and its files.
    var pageRoutes: [Route] {
        let pages = [""] + Page.views
        return pages.map { view in
            .get("/" + view) { _, _ in .text(Page.index, type: "text/html; charset=utf-8") }
        } + [
            .get("/page/{hash}/{place}") { _, context in
                try Page.file(
                    context.parameters.require("place"), of: context.parameters.require("hash"))
            },
            .get("/page/{hash}/{place}/{file}") { _, context in
                let folder = try context.parameters.require("place")
                let file = try context.parameters.require("file")
                return try Page.file(
                    "\(folder)/\(file)", of: context.parameters.require("hash"))
            },
        ]
    }
}
