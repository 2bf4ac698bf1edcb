import Testing

@testable import StepUp

/// A laboratory hands its tubes over as a CSV file.
@Suite struct SpecimenSheetTests {
    private let plan = Plan.insulin()

    private func rows(
        _ csv: String, _ key: SpecimenSheet.Key = .specimen
    ) throws(SpecimenSheet.Problem) -> [Plan.Tagging.Row] {
        try SpecimenSheet(csv: csv, key: key, plan: plan).rows
    }

    private func problem(_ csv: String) -> String? {
        do throws(SpecimenSheet.Problem) {
            _ = try rows(csv)
            return nil
        } catch { return error.description }
    }

    @Test func `each row is one tube`() throws {
        let read = try rows("specimen,injection,vein,second\n4711,1,RHV,0\n4712,2,MHV,30\n")
        #expect(read.map(\.key) == ["4711", "4712"])
        #expect(read.map(\.place.injection) == [1, 2])
        #expect(read.map(\.place.vein) == ["RHV", "MHV"])
        #expect(read.map(\.place.second) == [0, 30])
    }

    @Test(arguments: [
        "Second;Vein;Specimen;Site\r\n30;MHV;\"47;11\";LHA\r\n",
        "\u{FEFF}specimen\tsite\tnote\tvein\tsecond\n47;11\tLHA\tfrom the ward\tMHV\t30",
        "specimen,injection,site,vein,second\n\n , \n47;11,2,LHA,MHV,30\n",
    ])
    func `columns, delimiters and ends of lines are those of whoever wrote it`(csv: String) throws {
        let place = Mark.Place(injection: 2, vein: "MHV", second: 30)
        #expect(try rows(csv) == [Plan.Tagging.Row(key: "47;11", place: place)])
    }

    @Test func `positions are read as the analyzer sends them`() throws {
        let read = try rows("position,site,vein,second\n3^1,RHA,RHV,0\n", .position)
        #expect(read.map(\.key) == ["3^1"])
    }

    @Test(arguments: [
        ("", "The specimen sheet is empty."),
        ("ID,vein,second\n1,RHV,0", "specimen, injection cannot be found"),
        ("specimen,specimen,vein,second,site\n", "two columns \"specimen\""),
        ("specimen,site,vein,second\n1,RHA,RHV\n", "Line 2 of the specimen sheet: it has 3 cells"),
        ("specimen,site,vein,second\n\n1,RHA,,0\n", "Line 3 of the specimen sheet: its vein"),
        ("specimen,site,vein,second\n1,RHA,RHV,30 s\n", "\"30 s\", no whole number"),
        ("specimen,site,vein,second\n1,GDA,RHV,0\n", "the plan has no site \"GDA\""),
        ("specimen,injection,site,vein,second\n1,1,LHA,RHV,0\n", "injection 1 is not \"LHA\""),
        ("specimen,injection,vein,second\n1,x,RHV,0\n", "its injection is \"x\""),
        ("specimen,injection,vein,second\n\"1,1,RHV,0\n", "a quotation mark is not closed"),
    ])
    func `what is wrong is said by line, and nothing is taken`(csv: String, words: String) {
        #expect(problem(csv)?.contains(words) == true, "\(problem(csv) ?? "taken")")
    }

    @Test func `many wrong lines are counted, not all told`() {
        let wrong = Array(repeating: "1,RHA,RHV,x", count: 9).joined(separator: "\n")
        let said = problem("specimen,site,vein,second\n" + wrong) ?? ""
        #expect(said.hasSuffix("4 more lines are wrong."))
    }

    @Test func `a tube that the plan does not have is for the plan to refuse`() throws {
        var tagged = plan
        try tagged.tag(
            by: SpecimenSheet(
                csv: "specimen,injection,vein,second\n1,1,LHV,45\n", key: .specimen, plan: plan))
        #expect(tagged.problems().contains { $0.contains("not in the plan") })
    }
}
