import Testing

@testable import Protocols

/// Times as analyzers print them.
@Suite struct LocalTimeTests {
    @Test(arguments: [
        ("20250701181127", "2025-07-01T18:11:27"), ("20250701", "2025-07-01"),
        ("202507011811", "2025-07-01T18:11"), ("20240229235959", "2024-02-29T23:59:59"),
        ("20250701181127+0200", "2025-07-01T18:11:27"), ("20250701-0500", "2025-07-01"),
        ("20250701181127.25", "2025-07-01T18:11:27"),
        ("20250701181127.1234-0500", "2025-07-01T18:11:27"),
    ])
    func aTimeBecomesISO(digits: String, iso: String) {
        #expect(LocalTime.iso8601(Array(digits.utf8).span) == iso)
    }

    @Test(arguments: [
        "", "2025", "20251301", "20250230", "20230229", "19000229", "20250701240000",
        "20250701186000", "20250701181160", "2025-07-01", "01/07/2025", "2025070118", "20250701Z",
        "20250701181127+02", "20250701181127.", "20250701181127.12345", "202507011811.1",
        "000000", "00000000000000", "12345678901234567890",
    ])
    func whatIsNoTimeIsNone(text: String) {
        #expect(LocalTime.iso8601(Array(text.utf8).span) == nil)
    }

    @Test func theDigitsComeBack() {
        #expect(LocalTime.digits(of: "2025-07-01T18:11:27") == Array("20250701181127".utf8))
    }
}
