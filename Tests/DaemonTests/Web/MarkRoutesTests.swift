import StepUp
import Testing

@testable import Daemon

@Suite struct MarkRoutesTests {
    private let marks = "/api/procedures/P/marks"

    @Test func handsAMarkToTheStation() async throws {
        let counter = Counter()
        try await counter.serve { client in
            let reply = try await client.post(
                marks, #"{"action":"injection","site":"RHA","by":"nurse"}"#,
                [("Idempotency-Key", "k1")])
            #expect(reply.status == 200)
            #expect(reply.text == #"{"again":false,"procedure":"P","taken":true}"#)
        }
        let mark = Mark(
            key: "k1", procedure: "P", by: "nurse", action: .injection(site: "RHA", number: nil))
        #expect(counter.heard == [mark])
    }

    @Test func handsOnWhatATestCodeMeasures() async throws {
        let counter = Counter()
        try await counter.serve { client in
            let said = #"{"key":"1","action":"map","line":"e411","test":"IRI","analyte":"insulin"}"#
            let taken = try await client.post(marks, said)
            #expect(taken.status == 200)
            let back = #"{"key":"2","action":"map","line":"e411","test":"IRI"}"#
            let again = try await client.post(marks, back)
            #expect(again.status == 200)
        }
        #expect(
            counter.heard.map(\.action) == [
                .map(line: "e411", test: "IRI", analyte: "insulin"),
                .map(line: "e411", test: "IRI", analyte: nil),
            ])
    }

    @Test func handsOnWhatWasMarkedByMistake() async throws {
        let counter = Counter()
        try await counter.serve { client in
            let injection =
                #"{"key":"1","action":"withdraw-injection","number":2,"reason":"slipped"}"#
            #expect(try await client.post(marks, injection).status == 200)
            let draw =
                #"{"key":"2","action":"withdraw-draw","reason":"slipped","#
                + #""place":{"injection":1,"vein":"RHV","second":30}}"#
            #expect(try await client.post(marks, draw).status == 200)
            let silent = try await client.post(
                marks, #"{"key":"3","action":"withdraw-injection","number":2}"#)
            #expect(silent.object["key"] as? String == "reason")
        }
        #expect(
            counter.heard.map(\.action) == [
                .withdrawInjection(number: 2, reason: "slipped"),
                .withdrawDraw(
                    .init(injection: 1, vein: "RHV", second: 30), reason: "slipped"),
            ])
    }

    @Test func handsOnDosesAndWholeRules() async throws {
        let counter = Counter()
        try await counter.serve { client in
            let dose = #"{"key":"1","action":"set-dose","dose":"half"}"#
            #expect(try await client.post(marks, dose).status == 200)
            let rule = try JSONLine.text(of: Fixture.criterion())
            let added = #"{"key":"2","action":"add-criterion","criterion":\#(rule)}"#
            #expect(try await client.post(marks, added).status == 200)
        }
        #expect(
            counter.heard.map(\.action) == [
                .change(.setDose("half"), reason: nil),
                .change(.addCriterion(Fixture.criterion()), reason: nil),
            ])
    }

    @Test func aNoticeIsAcknowledgedByItsNumberWithoutAProcedure() async throws {
        let counter = Counter()
        try await counter.serve { client in
            let reply = try await client.post(
                "/api/notices/17/acknowledgement", #"{"key":"1","by":"nurse"}"#)
            #expect(reply.text == #"{"again":false,"taken":true}"#)
            let nameless = try await client.post("/api/notices/x/acknowledgement", #"{"key":"2"}"#)
            #expect(nameless.status == 404)
            let more = try await client.post(
                "/api/notices/17/acknowledgement", #"{"key":"3","reason":"seen"}"#)
            #expect(more.status == 422)
        }
        #expect(
            counter.heard == [
                Mark(key: "1", procedure: "", by: "nurse", action: .acknowledge(notice: 17))
            ])
    }

    @Test func saysThatTheSameKeyWasToldBefore() async throws {
        try await Counter().serve { client in
            let body = #"{"key":"k1","action":"close"}"#
            let first = try await client.post(marks, body)
            #expect(first.object["again"] as? Bool == false)
            let second = try await client.post(marks, body)
            #expect(second.status == 200)
            #expect(second.object["again"] as? Bool == true)
        }
    }

    @Test func passesOnWhyTheStationRefused() async throws {
        try await Counter().serve { client in
            let reply = try await client.post(marks, #"{"key":"1","action":"note","text":"no"}"#)
            #expect(reply.status == 409)
            #expect(reply.text == #"{"error":"refused","reason":"Not so."}"#)
        }
    }

    @Test func refusesAMarkOnAProcedureThatDoesNotExist() async throws {
        let counter = Counter()
        try await counter.serve { client in
            let reply = try await client.post(
                "/api/procedures/Q/marks", #"{"key":"1","action":"close"}"#)
            #expect(reply.status == 404)
            #expect(reply.text.contains("No procedure 'Q' is known"))
        }
        #expect(counter.heard.isEmpty)
    }

    @Test(arguments: [
        (#"{"action":"close"}"#, "key"),
        (#"{"key":"1"}"#, "action"),
        (#"{"key":"1","action":"explode"}"#, "action"),
        (#"{"key":"1","action":"injection"}"#, "site"),
        (#"{"key":"1","action":"injection","site":7}"#, "site"),
        (#"{"key":"1","action":"void","specimen":"A"}"#, "reason"),
        (#"{"key":"1","action":"draw","specimne":"A"}"#, "specimne"),
        (
            #"{"key":"1","action":"draw","place":{"injection":1,"vein":"RHV"}}"#,
            "place.second"
        ),
        (#"{"key":"1","procedure":"Q","action":"close"}"#, "procedure"),
        (#"{"key":"1","procedure":7,"action":"close"}"#, "procedure"),
        (#"{"key":"1","by":"\u001b[2J","action":"close"}"#, "by"),
        (#"{"key":"1","action":"draw","specimen":" "}"#, "specimen"),
        (#"{"key":"1","action":"map","line":"A","test":" ","analyte":"pth"}"#, "test"),
        (#"{"key":"1","action":"map","line":7,"test":"X"}"#, "line"),
        (#"{"key":"1","action":"close","site":"RHA"}"#, "site"),
        (
            #"{"key":"1","action":"draw","place":{"injection":1,"vein":"V","second":0,"x":1}}"#,
            "place.x"
        ),
    ])
    func namesTheKeyThatIsWrong(body: String, key: String) async throws {
        let counter = Counter()
        try await counter.serve { client in
            let reply = try await client.post(marks, body)
            #expect(reply.status == 422)
            #expect(reply.object["key"] as? String == key)
        }
        #expect(counter.heard.isEmpty)
    }

    @Test func saysThatANumberDoesNotFit() async throws {
        try await Counter().serve { client in
            let body = #"{"key":"1","action":"injection","site":"RHA","number":1.5}"#
            let reply = try await client.post(marks, body)
            #expect(reply.status == 422)
            #expect(reply.text.contains("A number is not whole, or too large"))
        }
    }

    @Test func readsTheProcedureInThePathAsAPersonWritesIt() async throws {
        try await Counter().serve { client in
            let reply = try await client.post(
                "/api/procedures/M%C3%BC%20%2F1/marks", #"{"key":"1","action":"close"}"#)
            #expect(reply.status == 404)
            #expect(reply.text.contains("No procedure 'Mü /1' is known"))
        }
    }

    @Test(arguments: ["", "[]", "7", "{", "\u{0}"])
    func refusesABodyThatIsNoObject(body: String) async throws {
        try await Counter().serve { client in
            let reply = try await client.post(marks, body)
            #expect(reply.status == 422)
        }
    }

    @Test func refusesABodyWithoutEnd() async throws {
        try await Counter().serve { client in
            let body = String(repeating: " ", count: 300_000)
            let reply = try await client.post(marks, body)
            #expect(reply.status == 413)
        }
    }

    @Test func opensAProcedureFromATemplateOnce() async throws {
        let counter = Counter()
        try await counter.serve { client in
            let body = #"{"key":"k","template":"hepatic","pseudonym":"P-017"}"#
            let first = try await client.post("/api/procedures", body)
            #expect(first.status == 201)
            #expect((first.object["plan"] as? [String: Any])?["title"] as? String == "Hepatic map")
            let second = try await client.post("/api/procedures", body)
            #expect(second.status == 200)
            #expect(
                second.object["procedure"] as? String == first.object["procedure"] as? String)
        }
        #expect(counter.heard.first?.action == .open(Fixture.plan()))
    }

    @Test func opensAProcedureWithTheTubesOfASpecimenSheet() async throws {
        let counter = Counter()
        let site = try #require(Fixture.plan().sites.first).id
        let vein = try #require(Fixture.plan().veins.first).id
        try await counter.serve { client in
            let sheet = #"Specimen;Site;Vein;Second\n4711;\#(site);\#(vein);30"#
            let reply = try await client.post(
                "/api/procedures",
                #"{"key":"k","template":"hepatic","pseudonym":"P-017","sheet":"\#(sheet)"}"#)
            #expect(reply.status == 201)
        }
        guard case .open(let plan)? = counter.heard.first?.action else {
            Issue.record("nothing was opened")
            return
        }
        let place = Mark.Place(injection: 1, vein: vein, second: 30)
        #expect(plan.tagging.sheet == [Plan.Tagging.Row(key: "4711", place: place)])
    }

    @Test(arguments: [
        (#"{"key":"k","template":"hepatic","pseudonym":"P","sheet":"4711;1"}"#, "sheet"),
        (#"{"key":"k","template":"hepatic","pseudonym":"P","positions":""}"#, "positions"),
        (#"{"key":"k","template":"nose","pseudonym":"P"}"#, "template"),
        (#"{"key":"k","template":"hepatic"}"#, "pseudonym"),
        (#"{"key":"k","template":"hepatic","pseudonym":"P","patient":"x"}"#, "patient"),
        (#"{"key":"k","template":"hepatic","pseudonym":"P","procedure":5}"#, "procedure"),
        (#"{"key":"k","template":"hepatic","pseudonym":"P","tag":7}"#, "tag"),
        (#"{"key":"k","template":"hepatic","pseudonym":"P","tag":null}"#, "tag"),
        (#"{"key":"k","template":"hepatic","pseudonym":"P","criterion":["x"]}"#, "criterion"),
        (#"{"key":"k","template":"hepatic","pseudonym":"P","criterion":null}"#, "criterion"),
        (#"{"key":"k","template":"hepatic","pseudonym":"P","by":{}}"#, "by"),
        (#"{"key":"k","template":"hepatic","pseudonym":"P","by":null}"#, "by"),
        (#"{"key":"k","template":"hepatic","pseudonym":"P","alongside":"x"}"#, "alongside"),
        (#"{"key":"k","template":"hepatic","pseudonym":"P","alongside":[7]}"#, "alongside"),
        (#"{"key":"k","template":"hepatic","pseudonym":"P","alongside":null}"#, "alongside"),
        (#"{"key":7,"template":"hepatic","pseudonym":"P"}"#, "key"),
        (#"{"key":"k","template":"hepatic","pseudonym":"P","procedure":"a\u0000b"}"#, "procedure"),
    ])
    func namesWhatCannotBeOpened(body: String, key: String) async throws {
        let counter = Counter()
        try await counter.serve { client in
            let reply = try await client.post(
                "/api/procedures", body,
                body.contains(#""key":7"#) ? [("Idempotency-Key", "k")] : [])
            #expect(reply.status == 422)
            #expect(reply.object["key"] as? String == key)
            #expect((reply.object["reason"] as? String)?.contains(key) == true)
        }
        #expect(counter.heard.isEmpty)
    }
}
