import Protocols
import Testing

/// What a raw capture asks of the link.
struct LinkOptionsTests {
    @Test func readsACaptureOfBareRecordsAsAListing() {
        #expect(kind(of: "H|\\^&<LF>L|1<LF>") == .listing)
        #expect(kind(of: "<LF>1H|\\^|<LF>2L|1<LF>") == .listing)
    }

    @Test func readsAnythingElseAsFrames() {
        #expect(kind(of: "<STX>1H|\\^&<CR><ETX>E5<CR><LF>") == .e1381)
        #expect(kind(of: "H|\\^&<LF><ENQ>") == .e1381)
        #expect(kind(of: "SampleID=, PAT<CR>") == .e1381)
        #expect(kind(of: "") == .e1381)
    }

    @Test func letsACaptureBeginInTheMiddle() {
        #expect(LinkOptions().reading(capture: [.stx]).enquiry == .optional)
    }

    private func kind(of capture: String) -> LinkOptions.Kind {
        LinkOptions().reading(capture: [UInt8](line: capture)).kind
    }
}
