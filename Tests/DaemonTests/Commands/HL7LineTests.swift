import Foundation
import Protocols
import StepUp
import Testing

@testable import Daemon

/// HL7 through the built program: an analyzer asks, is told what to measure, and reports, over TCP
/// and over a serial line.
@Suite(.serialized) struct HL7LineTests {
    @Test(arguments: [nil, "listen:127.0.0.1:0"])
    func anAnalyzerThatAsksIsToldWhatToMeasureAndReportsIt(address: String?) async throws {
        let site = try TestSite(address: address, dialect: "generic-hl7")
        let daemon = try RunningDaemon(site)
        try await open("P", at: daemon)
        let analyzer =
            address == nil ? try site.analyzer() : try AnalyzerEnd(port: await port(of: daemon))

        analyzer.ask(about: "T-01-RHV-000", id: "Q1")
        let response = try #require(analyzer.block())
        #expect(response[0].contains("|LIS||TESTER||20260301080000||RSP^K11^RSP_K11|Q1-1|P|2.5.1|"))
        #expect(response[1...2] == ["MSA|AA|Q1", "QAK|Q1-T|OK|WOS^Work Order Step^IHELAW"])
        let order = try #require(analyzer.block())
        #expect(order[0].contains("||OML^O33^OML_O33|Q1-2|P|2.5.1|||NE|AL||"))
        #expect(order.contains("SAC|||T-01-RHV-000|||||||"))
        #expect(order.last == "OBR|1|Q1-2-1||INS")
        analyzer.answer("AA", to: "Q1-2")

        analyzer.ask(about: "STRANGE", id: "Q2")
        _ = analyzer.block()
        #expect(analyzer.block()?.last == "ORC|DC||||||||20260301080000")
        analyzer.answer("AA", to: "Q2-2")
        analyzer.ask(about: "T-01-LHV-000", id: "Q3")
        _ = analyzer.block()
        #expect(analyzer.block()?.last == "OBR|1|Q3-2-1||INS")
        analyzer.answer("AE", to: "Q3-2")

        analyzer.report("12.5", of: "T-01-RHV-000", id: "R1")
        #expect(analyzer.block()?.last == "MSA|AA|R1")
        #expect(daemon.stop() == 0)
        #expect(
            try told(by: site) == [
                "ordered T-01-RHV-000", "query-unknown STRANGE", "order-failed T-01-LHV-000",
                "result T-01-RHV-000 12.5",
            ])
    }

    @Test func whoAsksAgainAfterTheDaemonWasKilledIsToldTheSame() async throws {
        let site = try TestSite(dialect: "generic-hl7")
        let first = try RunningDaemon(site)
        try await open("P", at: first)
        let before = try site.analyzer()
        before.ask(about: "T-01-RHV-000", id: "Q1")
        let told = [before.block(), before.block()]
        kill(first.identifier, SIGKILL)
        first.wait()

        let again = try RunningDaemon(site)
        let analyzer = try site.analyzer()
        analyzer.ask(about: "T-01-RHV-000", id: "Q1")
        #expect([analyzer.block(), analyzer.block()] == told)
        analyzer.answer("AA", to: "Q1-2")
        analyzer.report("12.5", of: "T-01-RHV-000", id: "R1")
        #expect(analyzer.block()?.last == "MSA|AA|R1")
        #expect(again.stop() == 0)
        #expect(
            try self.told(by: site) == [
                "order-failed T-01-RHV-000", "ordered T-01-RHV-000", "result T-01-RHV-000 12.5",
            ])
    }

    /// Opens a procedure whose labels begin with `T`.
    private func open(_ procedure: String, at daemon: RunningDaemon) async throws {
        let opened = try await daemon.post(
            "/api/procedures",
            #"{"key":"o","procedure":"\#(procedure)","template":"hepatic-three-veins","#
                + #""pseudonym":"X1","tag":"T"}"#)
        #expect(opened.status == 201, "\(opened.body)")
    }

    /// The port that the kernel gave to the listening line, as the daemon shows it.
    private func port(of daemon: RunningDaemon) async throws -> UInt16 {
        let patience = ContinuousClock.now + .seconds(20)
        while ContinuousClock.now < patience {
            let lines = try await daemon.get("/api/lines").body
            if let port = lines.firstMatch(of: /127\.0\.0\.1:(\d+)/).flatMap({ UInt16($0.1) }) {
                return port
            }
        }
        throw POSIXError(.ETIMEDOUT)
    }

    /// What was told of orders and results, by the journal.
    private func told(by site: TestSite) throws -> [String] {
        let codes = ["ordered", "order-failed", "query-unknown"]
        var (station, told) = (Station(), [String]())
        try JournalReader(path: site.journal).moments(after: 0) { moment in
            for case .announce(let news) in station.receive(moment) {
                switch news.body {
                case .notice(let notice) where codes.contains(notice.code):
                    told.append("\(notice.code) \(notice.specimen ?? "")")
                case .result(let result):
                    told.append("result \(result.result.specimen) \(result.result.text)")
                default: break
                }
            }
        }
        return told
    }
}
