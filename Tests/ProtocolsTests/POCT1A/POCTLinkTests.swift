import Testing

@testable import Protocols

/// XML messages without frames: where each ends, and what is never read.
struct POCTLinkTests {
    @Test func aMessageIsAsLongAsItsOutermostElement() {
        #expect(
            messages("<a><b V=\"</a>\"/></a> \r\n<c/><?x ?><!-- it's --><d></d>")
                == ["<a><b V=\"</a>\"/></a>", "<c/>", "<?x ?><!-- it's --><d></d>"])
    }

    @Test func whatStandsBeforeAMessageIsNoise() {
        var link = POCTLink()
        #expect(link.receive(Array("xy".utf8), at: .zero) == [.defect(.noise)])
        #expect(link.receive(Array("z<a".utf8), at: .zero) == [])
        #expect(!link.isAtRest)
        #expect(link.expire(at: .seconds(30)) == [.defect(.timeOut)])
        #expect(link.isAtRest)
    }

    @Test func aDamagedOrEndlessMessageIsRefused() {
        var link = POCTLink()
        _ = link.receive(Array("<a>".utf8), at: .zero)
        #expect(
            link.receive(Array("</a>".utf8), damaged: true, at: .zero) == [.defect(.damaged)])
        var options = LinkOptions()
        options.frameLimit = 4
        var short = POCTLink(options: options)
        #expect(short.receive(Array("<abcdef/>".utf8), at: .zero) == [.defect(.frameTooLong)])
    }

    @Test(arguments: [
        "<!DOCTYPE a [<!ENTITY b \"c\">]><a V='&b;'/>", "<a V='&b;'/>", "<a></b>", "<a V=1/>",
        "<a V='<'/>", "<a V='&#0;'/>", "<a/><b/>", "</a>", "<a", "",
        String(repeating: "<a>", count: 40) + String(repeating: "</a>", count: 40),
    ])
    func whatIsNoPlainXMLIsNotRead(text: String) {
        #expect(MarkupText.events(of: Array(text.utf8)) == nil)
    }

    @Test func charactersMayBeSpelled() {
        guard
            case .start(let name, let attributes, _) =
                MarkupText.events(of: Array("<a V='&lt;5 &amp; &#xB5;'/>".utf8))?.first
        else {
            Issue.record("no element")
            return
        }
        #expect(name == "a")
        #expect(attributes.map { String(decoding: $0.text, as: UTF8.self) } == ["<5 & µ"])
    }

    @Test func eachMessageIsAnsweredByItsKind() {
        func reply(_ text: String) -> String {
            let message = KeyedMessage.poct(Message(text: Array(text.utf8)))
            return String(decoding: message.reply, as: UTF8.self)
        }
        let header = "<HDR><HDR.control_id V=\"7&quot;\"/></HDR>"
        #expect(reply("<HEL.R01>\(header)</HEL.R01>").contains("<ACK.ack_control_id V=\"7\"/>"))
        #expect(reply("<EOT.R01>\(header)</EOT.R01>").hasPrefix("<END.R01>"))
        #expect(reply("<ACK.R01>\(header)</ACK.R01>") == "")
        #expect(reply("<HEL.R01>") == "")
    }

    private func messages(_ text: String) -> [String] {
        var link = POCTLink()
        return link.receive(Array(text.utf8), at: .zero).compactMap { action in
            guard case .deliver(let message) = action else { return nil }
            return String(decoding: message.text, as: UTF8.self)
        }
    }
}
