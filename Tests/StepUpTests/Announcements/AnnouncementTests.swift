import Foundation
import Protocols
import Testing

@testable import StepUp

/// The objects of the stream, as text.
@Suite struct AnnouncementTests {
    @Test func aResultSaysEverythingAndNullWhereThereIsNothing() throws {
        var room = Rehearsal.withBaseline("16.64")
        room.hush()
        room.sends("T-01-RHV-030", "<2.50")
        let result = try #require(room.announcements.first)
        let text = try json(result)
        #expect(
            text == """
                {"actual":30,"analyte":"insulin","at":"2026-01-31T12:10:00.000Z","bound":"<",\
                "bytes":[286,336],"comments":[],"complete":true,"current":true,"dilution":"",\
                "flags":[],"id":33,"instrument":"","line":"A","measured":"2026-01-31T12:15:00",\
                "moment":8,"place":{"injection":1,"second":30,"vein":"RHV"},"position":"",\
                "procedure":"P","qualitative":null,"repeat":false,"replaces":null,\
                "replicate":"","role":"result","run":1,"simulated":false,"site":"RHA",\
                "specimen":"T-01-RHV-030","status":"F","test":"Insulin","text":"<2.50",\
                "type":"result","unit":"uU/mL","value":2.5}
                """)
    }

    @Test(arguments: ["16.64", "0.1", "0.902", "173", "1000", "12.5", "123456.789", "0.001"])
    func aValueIsPrintedAsItWasSent(text: String) throws {
        var room = Rehearsal()
        room.sends("X1", text)
        let result = try #require(room.announcements.first { $0.body.content.type == "result" })
        #expect(try json(result).contains("\"value\":\(text)}"))
    }

    @Test func everyVerdictNamesItsRuleHowStrictItIsAndItsSource() throws {
        var plan = Plan.rehearsal
        plan.alongside = [
            Criterion(
                id: "none", title: "No rule", source: "Nobody", read: "Nothing", analytes: [],
                stimulants: [], ratio: nil, strict: true, window: .init(from: 0, to: 300),
                baseline: .last)
        ]
        var room = Rehearsal()
        room.mark(.open(plan))
        room.mark(.injection(site: "RHA", number: nil))
        room.sends("T-01-RHV-000", "10")
        room.sends("T-01-RHV-030", "25")
        let told = try room.announcements.filter { $0.body.content.type == "verdict" }.map(json)
        let rule = Criterion.moreThanTwice
        #expect(told.count > 3)
        for text in told where text.contains(#""criterion":"\#(rule.id)""#) {
            let origin = #""read":"\#(rule.read)","source":"\#(rule.source)""#
            let said = #""rule":{"asks":"more than 2 ×",\#(origin),"title":"\#(rule.title)"}"#
            #expect(text.contains(said))
        }
        #expect(
            told.contains {
                $0.contains(#""rule":{"read":"Nothing","source":"Nobody","title":"No rule"}"#)
            })
    }

    @Test func ratiosAreShort() throws {
        let ratio = VerdictNews.Ratio(low: 25.0 / 9, high: 1e6 / 3)
        #expect(try json(ratio) == #"{"high":333333.3333,"low":2.7778}"#)
        #expect(
            try json(VerdictNews.Ratio(low: 2.0004, high: nil)) == #"{"high":null,"low":2.0004}"#)
    }

    @Test func evidenceIsShortToo() throws {
        let evidence = MapNews.Evidence(
            injection: 1, site: "RHA", vein: "RHV", ratio: 25.0 / 9, second: 30)
        #expect(
            try json(evidence)
                == #"{"injection":1,"ratio":2.7778,"second":30,"site":"RHA","vein":"RHV"}"#)
    }

    @Test func everyKindCarriesItsHeadAndItsType() throws {
        var room = Rehearsal.withBaseline("10")
        room.sends("T-01-RHV-030", "25")
        room.mark(.close, in: "nowhere")
        let types = Set(room.announcements.map(\.body.content.type))
        #expect(
            types == [
                "hello", "line", "procedure", "prompt", "specimen", "result", "verdict", "map",
                "notice",
            ])
        for announcement in room.announcements {
            let object = try JSONSerialization.jsonObject(with: JSONEncoder().encode(announcement))
            let keys = Set((object as? [String: Any] ?? [:]).keys)
            #expect(keys.isSuperset(of: ["id", "at", "type", "simulated"]))
        }
    }

    @Test func aViewCarriesNumbersBesideItsResultsAndVerdicts() throws {
        var room = Rehearsal.withBaseline("10")
        room.sends("T-01-RHV-030", "25")
        let view = try #require(room.station.procedure("P"))
        let text = try json(view)
        #expect(text.contains(#""id":\#(view.results[0].id)"#))
        #expect(view.verdicts.map(\.news.state) == [.stepUp, .awaitingBaseline])
        #expect(view.specimens.count == 12)
        #expect(view.prompt?.injection == 2)
        #expect(room.station.procedure("Q") == nil)
    }

    private func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
