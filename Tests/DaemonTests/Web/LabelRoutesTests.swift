import Foundation
import StepUp
import Testing

@testable import Daemon

@Suite("Labels and the form are asked for by address")
struct LabelRoutesTests {
    @Test("A query is read strictly, and what is wrong is named")
    func query() throws {
        let wish = try LabelWish([
            ("injection", "2"), ("paper", "zpl-300"), ("symbology", "datamatrix"), ("skip", "4"),
        ])
        #expect(wish.injection == 2)
        #expect(wish.paper == "zpl-300")
        #expect(wish.symbology == .dataMatrix)
        #expect(wish.skip == 4)
        for (key, value) in [
            ("injection", "0"), ("injection", "two"), ("symbology", "qr"), ("skip", "-1"),
            ("colour", "red"),
        ] {
            let problem = #expect(throws: Problem.self) { try LabelWish([(key, value)]) }
            #expect(problem?.key == key)
        }
    }

    @Test("Sheets, tapes, papers and the form are served, SIMULATED where they are")
    func served() async throws {
        try await Counter().serve { client in
            let sheet = try await client.ask(.get, "/api/procedures/P/labels?injection=1")
            #expect(sheet.status == 200)
            #expect(sheet.header("content-type")?.hasPrefix("text/html") == true)
            #expect(sheet.text.contains("SIMULATED"))
            let tape = try await client.ask(.get, "/api/procedures/P/labels?paper=zpl-203")
            #expect(tape.text.hasPrefix("^XA"))
            let form = try await client.ask(.get, "/api/procedures/P/form")
            #expect(form.text.contains("SIMULATED"))
            #expect(form.text.contains("T-01-RHV-B120"))
            #expect(try await client.ask(.get, "/api/papers").text.contains("a4-3x8"))
            #expect(try await client.ask(.get, "/api/procedures/X/labels").status == 404)
            for (query, status) in [("injection=77", 404), ("paper=papyrus", 422)] {
                let answer = try await client.ask(.get, "/api/procedures/P/labels?\(query)")
                #expect(answer.status == status)
            }
        }
    }

    @Test("A typed ID with a wrong check character is refused, and with the right one taken")
    func typed() throws {
        let mark = try MarkReading.mark(
            from: Data(#"{"key":"k","action":"draw","specimen":"R1-01-RHV-B120 [5]"}"#.utf8),
            procedure: "P", header: nil)
        guard case .draw(let specimen, _) = mark.action else {
            Issue.record("not a draw")
            return
        }
        #expect(specimen == "R1-01-RHV-B120")
        let problem = #expect(throws: Problem.self) {
            try MarkReading.mark(
                from: Data(#"{"key":"k","action":"draw","specimen":"R1-01-RHV-B120 [6]"}"#.utf8),
                procedure: "P", header: nil)
        }
        #expect(problem?.key == "specimen")
    }
}
