import Foundation
import Protocols
import Testing

@testable import StepUp

/// What holds for every history, tried on imagined ones.
@Suite struct ImaginedHistoryTests {
    @Test(arguments: 1...25 as ClosedRange<UInt64>)
    func theSameMomentsGiveTheSameEffects(seed: UInt64) {
        let moments = Imagined.moments(seed: seed, length: 120)
        let isSame = Self.effects(of: moments) == Self.effects(of: moments)
        #expect(isSame)
    }

    @Test(arguments: 1...25 as ClosedRange<UInt64>)
    func howBytesAreCutIntoMomentsChangesNothing(seed: UInt64) {
        let moments = Imagined.moments(seed: seed, length: 120)
        var dice = Dice(seed: seed)
        let cut = moments.flatMap { Self.pieces(of: $0, &dice) }
        let whole = Self.brief(Self.effects(of: moments))
        let pieces = Self.brief(Self.effects(of: cut))
        let first = zip(whole, pieces).first { $0 != $1 }
        #expect(first.map { "\($0.inBrief) / \($1.inBrief)" } == nil)
        #expect(whole.count == pieces.count)
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func aStationThatGoesOnFromRestTellsTheSame(seed: UInt64) throws {
        let moments = Imagined.moments(seed: seed, length: 90)
        var station = Station()
        var rests: [(after: Int, rest: Station.Rest)] = []
        var told: [[Station.Effect]] = []
        for (index, moment) in moments.enumerated() {
            told.append(station.receive(moment))
            if let rest = station.rest { rests.append((index + 1, rest)) }
        }
        #expect(!rests.isEmpty)
        for (after, rest) in rests {
            let stored = try JSONDecoder().decode(
                Station.Rest.self, from: JSONEncoder().encode(rest))
            let isSame = stored == rest
            #expect(isSame)
            var resumed = Station(rest: stored)
            let first = (after..<moments.count).first {
                resumed.receive(moments[$0]) != told[$0]
            }
            #expect(first == nil, "differs at this moment after rest at \(after)")
        }
    }

    @Test(arguments: 1...25 as ClosedRange<UInt64>)
    func atMostOneResultOfASpecimenAndAnalyteCounts(seed: UInt64) {
        var station = Station()
        for moment in Imagined.moments(seed: seed, length: 120) { _ = station.receive(moment) }
        for procedure in station.procedures {
            let current = procedure.results.filter(\.news.isCurrent).map {
                "\($0.news.result.specimen) \($0.news.result.analyte ?? $0.news.result.test)"
            }
            #expect(Set(current).count == current.count)
        }
    }

    @Test(arguments: 1...25 as ClosedRange<UInt64>)
    func everyRecordGivesOneResultAtATimeAndNumbersHaveNoGap(seed: UInt64) {
        var station = Station()
        var told: [Announcement] = []
        for moment in Imagined.moments(seed: seed, length: 120) {
            for case .announce(let news) in station.receive(moment) { told.append(news) }
        }
        #expect(told.map(\.id) == Array(1...Int64(told.count)))
        var last: [String: Int64] = [:]
        for announcement in told {
            guard case .result(let news) = announcement.body else { continue }
            let place = "\(news.line) \(news.moment) \(news.result.bytes)"
            // A result that is told again stands in the place of what was told of the same record.
            if let before = last[place] { #expect(news.replaces == before) }
            last[place] = announcement.id
        }
    }

    @Test(arguments: 1...25 as ClosedRange<UInt64>)
    func everyResultLeadsBackToItsBytes(seed: UInt64) {
        var station = Station()
        var line: [UInt8] = []
        for moment in Imagined.moments(seed: seed, length: 120) {
            if case .bytes("A", let bytes, _) = moment.event { line += bytes }
            for case .announce(let told) in station.receive(moment) {
                guard case .result(let news) = told.body, news.line == "A" else { continue }
                let record = String(decoding: line[news.result.bytes], as: UTF8.self)
                #expect(record.hasPrefix("R|1|^^^\(news.result.test)|\(news.result.text)|"))
            }
        }
    }

    private static func effects(
        of moments: some Sequence<Moment>, from station: Station = Station()
    ) -> [Station.Effect] {
        var station = station
        return moments.flatMap { station.receive($0) }
    }

    /// The announcements alone, without the moments' numbers.
    private static func brief(_ effects: [Station.Effect]) -> [Announcement] {
        effects.compactMap { effect in
            guard case .announce(var told) = effect else { return nil }
            if case .result(var news) = told.body {
                news.moment = 0
                told.body = .result(news)
            }
            return told
        }
    }

    private static func pieces(of moment: Moment, _ dice: inout Dice) -> [Moment] {
        guard case .bytes(let line, let bytes, let damage) = moment.event else { return [moment] }
        var pieces: [Moment] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = Array(rest.prefix(1 + dice.below(30)))
            rest = rest.dropFirst(piece.count)
            var part = moment
            part.event = .bytes(line: line, piece, damage: damage)
            pieces.append(part)
        }
        return pieces
    }
}
