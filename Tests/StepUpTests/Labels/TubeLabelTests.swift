import Testing

@testable import StepUp

@Suite("Labels are for the tubes that are still to be filled")
struct TubeLabelTests {
    @Test("A strip has a label for each vein and second, with site and check character")
    func strip() throws {
        var room = Rehearsal()
        room.mark(.open(.rehearsal))
        let view = try #require(room.station.procedures.first)
        let labels = view.labels(of: 1, isSimulated: false)
        let plan = Plan.rehearsal
        #expect(labels.count == plan.draws.count * plan.veins.count)
        let first = try #require(labels.first)
        #expect(first.check == CheckCharacter.of(first.specimen))
        #expect(first.injection == "1 · \(plan.sites[0].id)")
        #expect(labels.allSatisfy { $0.patient == plan.pseudonym && !$0.isSimulated })
    }

    @Test("A drawn tube needs no label any more")
    func drawn() throws {
        var room = Rehearsal()
        room.mark(.open(.rehearsal))
        let before = try #require(room.station.procedures.first).labels(of: nil, isSimulated: true)
        let first = try #require(before.first)
        room.mark(.draw(specimen: first.specimen, place: nil))
        let after = try #require(room.station.procedures.first).labels(of: nil, isSimulated: true)
        #expect(after == Array(before.dropFirst()))
    }
}

@Suite("Papers for labels are checked")
struct LabelPapersTests {
    private func sheet(grid: [Int]) -> LabelPapers.Sheet {
        LabelPapers.Sheet(
            id: "a", title: "A", page: [210, 297], grid: grid, label: [70, 36], first: [0, 4.5],
            pitch: [70, 36])
    }

    @Test("Labels that fit on their page are no problem")
    func fits() {
        var papers = LabelPapers()
        papers.sheets = [sheet(grid: [3, 8])]
        #expect(papers.problems.isEmpty)
    }

    @Test("A column too many, a missing number and a name twice are told with their place")
    func tells() {
        var papers = LabelPapers()
        papers.sheets = [sheet(grid: [4, 8]), sheet(grid: [3])]
        papers.tapes = [LabelPapers.Tape(id: "t", title: "T", label: [50, 25], dots: 1)]
        let problems = papers.problems
        #expect(
            problems.map(\.place) == [["sheets", "0"], ["sheets", "1"], ["tapes", "0"], []])
        #expect(problems.last?.words == "two papers are called a")
    }
}
