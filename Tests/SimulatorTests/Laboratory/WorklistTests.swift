import Protocols
import Testing

@testable import Simulator

@Suite struct WorklistTests {
    private let laboratory = Scenario.Laboratory(transport: 0, turnaround: 900, interval: 36)
    private let assay = Scenario.Assay(
        cv: 0, blank: 0, from: 0.2, to: 300, dilution: 10)

    private func measurements(_ truths: [Double], _ times: [Double]) -> [Worklist.Measurement] {
        let arrivals = truths.indices.map {
            Worklist.Arrival(tube: $0, time: times[$0], truth: truths[$0])
        }
        return Worklist.measurements(
            of: arrivals, laboratory: laboratory, assay: assay, seed: 1)
    }

    @Test func letsTubesWaitForTheOneBefore() {
        let done = measurements([5, 6, 7], [0, 0, 500])
        #expect(done.map(\.ready) == [900, 936, 1400])
        #expect(done.map(\.reading.value) == [5, 6, 7])
    }

    @Test func measuresAgainDilutedWhatIsOverTheRange() {
        let done = measurements([450, 5], [0, 0])
        #expect(done.map(\.tube) == [0, 1, 0])
        #expect(done.map(\.dilution) == [1, 1, 10])
        #expect(done.map(\.reading.bound) == [.above, nil, nil])
        #expect(done.map(\.ready) == [900, 936, 1800])
        #expect(done.last?.reading.value == 450)
    }
}
