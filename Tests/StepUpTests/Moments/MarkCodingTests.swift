import Foundation
import Testing

@testable import StepUp

@Suite struct MarkCodingTests {
    @Test(
        arguments: [
            .open(.rehearsal), .injection(site: "RHA", number: nil),
            .injection(site: "RHA", number: 3), .draw(specimen: "S1", place: nil),
            .draw(specimen: nil, place: .init("1/RHV/-120")),
            .void(specimen: "S1", reason: "clotted"),
            .assign(specimen: "S1", place: .init("1/RHV/30"), reason: "mistyped"),
            .correctDraw(specimen: "S1", second: 33.5, reason: "stopwatch"),
            .correctInjection(number: 2, shift: -1.5, reason: "stopwatch"),
            .withdrawInjection(number: 2, reason: "pressed by mistake"),
            .withdrawDraw(.init("1/RHV/30"), reason: "pressed by mistake"),
            .acknowledge(notice: 17), .note("a \"note\""),
            .map(line: "A", test: "IRI", analyte: "insulin"),
            .map(line: "A", test: "IRI", analyte: nil),
            .anatomy(.feeds(artery: "RHA", ["S5"]), reason: "angiography"),
            .anatomy(.feeds(artery: "RHA", nil), reason: "mistaken"),
            .anatomy(.drains(vein: "RHV", []), reason: "angiography"),
            .anatomy(.variant("replaced-RHA", isChosen: false), reason: "mistaken"),
            .change(.addSite("LHA", name: "Left"), reason: nil),
            .change(.dropSite("LHA"), reason: "spasm"),
            .change(.addVein("MHV", name: nil), reason: nil),
            .change(.dropVein("MHV"), reason: "slipped"), .change(.addDraw(90), reason: nil),
            .change(.dropDraw(90), reason: nil), .change(.moveDraw(90, to: 100), reason: nil),
            .change(.addInjection(site: "RHA"), reason: nil),
            .change(.dropInjection(3), reason: nil), .change(.setWait(300), reason: nil),
            .change(.setDose("0.0125 mEq/kg"), reason: "hypertension"),
            .change(.addCriterion(.moreThanTwice), reason: nil),
            .close,
        ] as [Mark.Action])
    func aMarkComesBackFromItsJSON(action: Mark.Action) throws {
        let mark = Mark(key: "k", procedure: "P", by: "operator", action: action)
        #expect(try JSONDecoder().decode(Mark.self, from: JSONEncoder().encode(mark)) == mark)
    }

    @Test func isOneFlatObject() throws {
        let text = """
            {"key":"7","procedure":"P","by":"nurse","action":"draw","specimen":"S1",\
            "place":{"injection":1,"vein":"RHV","second":30}}
            """
        #expect(
            try JSONDecoder().decode(Mark.self, from: Data(text.utf8))
                == Mark(
                    key: "7", procedure: "P", by: "nurse",
                    action: .draw(specimen: "S1", place: .init("1/RHV/30"))))
    }

    @Test(arguments: [
        #"{"key":"7","procedure":"P","by":"n","action":"drink"}"#,
        #"{"key":"7","procedure":"P","by":"n","action":"injection"}"#,
        #"{"key":"7","procedure":"P","action":"close"}"#,
        #"{"key":"7","procedure":"P","by":"n","action":"correct-draw","specimen":"S","second":"x","reason":""}"#,
        #"{"key":"7","procedure":"P","by":"n","action":"anatomy","reason":"r"}"#,
        #"{"key":"7","procedure":"P","by":"n","action":"anatomy","artery":"A","vein":"V","reason":"r"}"#,
        #"{"key":"7","procedure":"P","by":"n","action":"anatomy","artery":"A","chosen":true,"reason":"r"}"#,
        #"{"key":"7","procedure":"P","by":"n","action":"anatomy","variant":"A","regions":[],"reason":"r"}"#,
    ])
    func whatIsNoMarkIsAnError(text: String) {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(Mark.self, from: Data(text.utf8))
        }
    }
}
