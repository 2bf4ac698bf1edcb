import Protocols
import Testing

/// How messages are acknowledged.
@Suite struct AcknowledgementTests {
    @Test func theOriginalModeAnswersOnceWithBothSidesSwapped() {
        #expect(
            contents(of: msh(), "OBR|1|S").answer
                == "<VT>MSH|^~\\&|LIS|LAB|AN|SITE|20260102030405||ACK^R01|M7-1|P|2.5.1<CR>"
                + "MSA|AA|M7<CR><FS><CR>")
    }

    @Test(arguments: [
        ("ORU^R01", "ACK^R01"), ("ORU^R01^ORU_R01", "ACK^R01^ACK"), ("ORU", "ACK"),
        ("OUL^R22^OUL_R22", "ACK^R22^ACK"),
    ])
    func theTypeHasAsManyComponentsAsTheSenders(type: String, answer: String) {
        #expect(contents(of: msh(type), "OBR|1|S").answer.contains("||\(answer)|M7-1|"))
    }

    @Test(arguments: [
        ("", "", "AA"), ("AL", "", "CA"), ("AL", "NE", "CA"), ("NE", "AL", "AA"),
        ("AL", "AL", "CA AA"), ("SU", "SU", "CA AA"), ("ER", "ER", ""), ("NE", "NE", ""),
        ("", "AL", "AA"), ("AL", "0", "CA"), ("", "0", "AA"),
    ])
    func theEnhancedModeAnswersWhatTheHeaderWants(
        accept: String, application: String, codes: String
    ) {
        let read = contents(of: msh(behind: "|||\(accept)|\(application)"), "OBR|1|S")
        #expect(self.codes(in: read) == codes)
    }

    @Test(arguments: [
        ("", "", "AR"), ("AL", "AL", "CR"), ("NE", "AL", "AR"), ("ER", "NE", "CR"),
        ("SU", "SU", ""), ("SU", "ER", "AR"), ("NE", "NE", ""),
    ])
    func whatIsRejectedAtItsAcceptanceHasNoSecondAnswer(
        accept: String, application: String, codes: String
    ) {
        let read = contents(of: msh("ADT^A01", behind: "|||\(accept)|\(application)"), "PID|1")
        #expect(self.codes(in: read) == codes)
        #expect(read.defects == [.unsupportedMessage])
    }

    @Test func aProfileAndACharacterSetAreGivenBack() {
        let answer = contents(
            of: msh("OUL^R22^OUL_R22", behind: "|||NE|AL||UNICODE UTF-8|||LAB-29^IHE"), "SPM|1|T"
        ).answer
        #expect(
            answer.contains("||ACK^R22^ACK|M7-1|P|2.5.1|||NE|NE||UNICODE UTF-8|||LAB-29^IHE<CR>"))
        #expect(answer.contains("MSA|AA|M7"))
    }

    @Test(arguments: [
        ("ADT^A01|M7|P|2.5.1", "ERR||MSH^1^9|200^Unsupported message type^HL70357|E"),
        ("ORU^R01|M7|P|3.0", "ERR||MSH^1^12|203^Unsupported version id^HL70357|E"),
        ("ADT^A01|M7|P|2.3.1", "ERR|MSH^1^9^200&Unsupported message type&HL70357"),
    ])
    func aRejectionSaysWhy(header: String, error: String) {
        let read = contents(
            of: "MSH|^~\\&|AN||||20260102030405||\(header)", "OBR|1|S", "OBX|1|NM|A||5")
        #expect(read.answer.contains("MSA|AR|M7<CR>\(error)<CR><FS>"))
        #expect(read.results == [])
        #expect(read.defects == [.unsupportedMessage])
    }

    @Test(arguments: ["HELLO", "PID|1", "MSH", "MSH||", "MSHA"])
    func whatHasNoHeaderIsAnErrorAndNotRead(line: String) {
        let read = contents(of: line, "OBX|1|NM|A||5")
        #expect(read.answer.contains("MSA|AE|<CR>ERR||MSH|100^Segment sequence error^HL70357|E"))
        #expect(read.defects.contains(.noHeader))
        #expect(read.results == [])
    }

    @Test(arguments: ["ACK^R01", "RSP^K11", "ORU^R01"])
    func anAcknowledgementIsNeverAcknowledged(type: String) {
        let read = contents(of: msh(type), "MSA|AA|17")
        #expect(read.reply == [] && read.results == [] && read.defects == [])
    }

    @Test func theControlIDStaysWithinTwentyCharacters() {
        let header = msh().replacing("|M7|", with: "|ABCDEFGHIJKLMNOPQRSTUVWXYZ|")
        let answer = contents(of: header, "OBR|1|S").answer
        #expect(answer.contains("|IJKLMNOPQRSTUVWXYZ-1|P|"))
        #expect(answer.contains("MSA|AA|ABCDEFGHIJKLMNOPQRSTUVWXYZ<CR>"))
    }

    @Test func nothingInAnAnswerIsLongerThanItMayBe() {
        let long = String(repeating: "x", count: 100_000)
        let header =
            "MSH|^~\\&|\(long)|\(long)|||\(long)||ORU^R01^\(long)|\(long)|P|2.5.1||||||\(long)"
        #expect(contents(of: header, "OBR|1|S").reply.count < 2_000)
    }

    private func codes(in contents: MessageReader.Contents) -> String {
        contents.answer.split(separator: "MSA|").dropFirst().map { $0.prefix(2) }
            .joined(separator: " ")
    }
}
