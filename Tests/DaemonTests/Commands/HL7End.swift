import Foundation

/// The analyzer's end of a line that carries HL7, written for tests alone.
extension AnalyzerEnd {
    /// Sends one block of MLLP.
    func send(block segments: [String]) {
        let text = segments.map { $0 + "\r" }.joined()
        send([0x0B] + Array(text.utf8) + [0x1C, 0x0D])
    }

    /// The segments of the next block from the host; nil when none comes.
    func block() -> [String]? {
        var bytes: [UInt8] = []
        while let byte = reply() {
            switch byte {
            case 0x0B: bytes = []
            case 0x1C:
                guard reply() == 0x0D else { return nil }
                return bytes.split(separator: 0x0D).map { String(decoding: $0, as: UTF8.self) }
            default: bytes.append(byte)
            }
        }
        return nil
    }

    /// Asks what to measure on `specimen`, in a message with the control ID `id`.
    func ask(about specimen: String, id: String) {
        send(block: [
            "MSH|^~\\&|TESTER||LIS||20260301080000||QBP^Q11^QBP_Q11|\(id)|P|2.5.1|||NE|AL||"
                + "UNICODE UTF-8|||LAB-27^IHE",
            "QPD|WOS^Work Order Step^IHELAW|\(id)-T|\(specimen)", "RCP|I||R^Real Time^HL70394",
        ])
    }

    /// Says `code` to the order with the control ID `order`.
    func answer(_ code: String, to order: String) {
        send(block: [
            "MSH|^~\\&|TESTER||LIS||20260301080000||ORL^O34^ORL_O42|A-\(order)|P|2.5.1",
            "MSA|\(code)|\(order)", "ORC|OK||||SC",
        ])
    }

    /// Sends the result `value` of `specimen`.
    func report(_ value: String, of specimen: String, id: String) {
        send(block: [
            "MSH|^~\\&|TESTER||LIS||20260301080500||ORU^R01^ORU_R01|\(id)|P|2.5.1",
            "OBR|1||\(specimen)|INS", "OBX|1|NM|INS||\(value)|uU/mL||N|||F|||20260301080400",
        ])
    }
}
