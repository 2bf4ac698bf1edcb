import Foundation
import Testing

@testable import Daemon

/// Every view of a simulated procedure on three terminals; `STEPUPD_RECORD=1` writes them anew.
@Suite struct GoldenBoardTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Expected").standardizedFileURL

    private static let isRecording = ProcessInfo.processInfo.environment["STEPUPD_RECORD"] == "1"

    /// In the middle of the fourth injection: results stand, are awaited, and one tube is held.
    private static let moment = "2026-03-02T08:49:50.000Z"

    private static let told = Task {
        try await Performance("insulinoma-left-lobe-mishaps", in: Folder()).told
    }

    private func board() async throws -> Board {
        var board = Board()
        for json in try await Self.told.value {
            guard let news = StreamNews(json: json) else { continue }
            if (news.at ?? "") > Self.moment { break }
            board.take(json: json)
        }
        return board
    }

    private func compare(_ name: String, _ found: String) throws {
        let file = Self.folder.appending(path: "\(name).txt")
        if Self.isRecording { try found.write(to: file, atomically: true, encoding: .utf8) }
        #expect(try String(contentsOf: file, encoding: .utf8) == found)
    }

    @Test(arguments: [(80, 24, true), (120, 40, true), (200, 60, true), (80, 24, false)])
    func theViewsAreThoseThatWereRecorded(width: Int, height: Int, isUnicode: Bool) async throws {
        var board = try await board()
        let size = BoardSize(width: width, height: height, isUnicode: isUnicode)
        let now = try #require(StreamTime.seconds(Self.moment))
        var found = ""
        for view in BoardLook.View.allCases {
            _ = board.press(.view(view.rawValue + 1), size: size, now: now)
            let lines = board.lines(size, now: now).map(\.text)
            found +=
                lines.joined(separator: "\n") + "\n" + String(repeating: "=", count: width) + "\n"
        }
        try compare("\(width)x\(height)\(isUnicode ? "" : "-ascii")", found)
    }

    @Test func paperShowsEveryView() async throws {
        let now = try #require(StreamTime.seconds(Self.moment))
        let lines = try await board().everything(BoardSize(width: 100, height: 48), now: now)
        try compare("paper", lines.map(\.text).joined(separator: "\n") + "\n")
    }
}
