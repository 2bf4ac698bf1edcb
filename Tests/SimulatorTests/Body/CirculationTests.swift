import Testing

@testable import Simulator

@Suite struct CirculationTests {
    private func circulation(_ sources: [Source]) -> Circulation {
        Circulation(
            hormone: Imagined.hormone, flow: 1500, veinFlows: [600, 375], sources: sources)
    }

    private let islets = Source(region: "tail", basal: 9000, gain: 1.5, drains: nil)
    private let tumour = Source(region: "S6", basal: 7000, gain: 7, drains: [0.9, 0])

    @Test func staysAtRestUntilSomethingIsInjected() {
        var blood = circulation([islets, tumour])
        let before = blood.veins + [blood.artery]
        blood.advance(to: 3600)
        for (was, now) in zip(before, blood.veins + [blood.artery]) {
            #expect(abs(was - now) < 1e-6 * was)
        }
    }

    @Test func bringsPancreaticHormoneToAllVeinsAlike() {
        var blood = circulation([islets])
        blood.inject(at: 10, doses: [0.02], returning: 0)
        blood.advance(to: 60)
        #expect(blood.veins[0] == blood.veins[1])
        #expect(blood.veins[0] > 1.3 * circulation([islets]).veins[0])
    }

    @Test func raisesTheVeinThatDrainsTheTumourAndHardlyTheOther() {
        var blood = circulation([islets, tumour])
        let before = blood.veins
        blood.inject(at: 10, doses: [0, 0.00625], returning: 0)
        blood.advance(to: 50)
        #expect(blood.veins[0] > 2.5 * before[0])
        #expect(blood.veins[1] < 1.4 * before[1])
    }

    @Test func comesBackLateAndEverywhere() {
        var blood = circulation([islets, tumour])
        let before = blood.veins
        blood.inject(at: 0, doses: [0, 0], returning: 0.0003)
        blood.advance(to: 40)
        #expect(blood.veins.elementsEqual(before) { abs($0 - $1) < 1e-6 * $1 })
        blood.advance(to: 120)
        #expect(zip(blood.veins, before).allSatisfy { $0 > 1.01 * $1 })
    }

    @Test func washesOutUntilTheNextInjection() {
        var blood = circulation([islets, tumour])
        let before = blood.veins
        blood.inject(at: 0, doses: [0.02, 0.00625], returning: 0.0003)
        blood.advance(to: 60)
        let peak = blood.veins
        blood.advance(to: 900)
        for (rest, (start, top)) in zip(blood.veins, zip(before, peak)) {
            #expect(rest < start + 0.35 * (top - start))
            #expect(rest >= start)
        }
    }
}
