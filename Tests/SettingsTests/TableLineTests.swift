import Foundation
import Protocols
import Settings
import StepUp
import Testing

/// A table of results that somebody hands over while the room runs.
@Suite struct TableLineTests {
    /// What a room with a listening line for tables tells of a file that is sent to it.
    private func told(of table: String, as dialect: String) throws -> [Announcement] {
        let spoken = try #require(try Catalogue().dialects()[dialect])
        let setup = Setup(
            version: "0", site: "test", simulated: false,
            lines: ["tables": .init(dialect: dialect)], dialects: [dialect: spoken],
            anatomy: Anatomy(regions: [], arteries: [], veins: []))
        var station = Station()
        var (told, number) = ([Announcement](), Int64(0))
        func enter(_ event: Moment.Event, at time: Duration = .zero) {
            number += 1
            let wall = WallTime(nanoseconds: 0)
            let moment = Moment(number: number, time: time, wall: wall, event: event)
            for case .announce(let news) in station.receive(moment) { told.append(news) }
        }
        enter(.began(setup))
        for name in ["tables#1", "tables#2"] {
            enter(.opened(line: name, detail: "127.0.0.1"))
            enter(.bytes(line: name, Array(table.utf8), damage: LineDamage()))
            enter(.lost(line: name, reason: "closed by the other end"))
            while let deadline = station.deadline { enter(.due, at: deadline) }
        }
        return told
    }

    private func results(in told: [Announcement]) -> [String] {
        told.compactMap { announcement in
            guard case .result(let news) = announcement.body else { return nil }
            let value = news.result.value.value?.description ?? "none"
            return "\(news.result.specimen) \(value)\(news.isRepeat ? " again" : "")"
        }
    }

    @Test(arguments: [
        ("generic-csv", "Specimen,Test,Result\r\nA-1,Gastrin,48.2\r\nA-2,Gastrin,361.5\r\n"),
        (
            "generic-csv-semicolon",
            "Specimen;Test;Result\r\nA-1;Gastrin;48,2\r\nA-2;Gastrin;361,5\r\n"
        ),
    ])
    func itsRowsAreResultsAndTheSameFileAgainIsARepeat(dialect: String, table: String) throws {
        let told = try told(of: table, as: dialect)
        #expect(
            results(in: told) == ["A-1 48.2", "A-2 361.5", "A-1 48.2 again", "A-2 361.5 again"])
    }

    @Test func aLastRowWithoutItsEndIsLeftOutAndSaid() throws {
        let told = try told(
            of: "Specimen,Test,Result\nA-1,Gastrin,48.2\nA-2,Gastrin,36", as: "generic-csv")
        #expect(results(in: told) == ["A-1 48.2", "A-1 48.2 again"])
        let codes = told.compactMap { announcement -> String? in
            if case .notice(let news) = announcement.body { news.code } else { nil }
        }
        #expect(codes.contains("cut-record"))
    }
}
