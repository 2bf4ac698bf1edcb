import Foundation
import Protocols
import Settings

/// A line of some link, what it is sent that nobody can read, and a message that can be read.
///
/// The bytes are written by hand, so that no codec of the program vouches for itself.
struct HostileLink: Sendable {
    /// One piece of a message, and what the host answers to it: nothing where `count` is 0.
    struct Piece {
        let bytes: [UInt8]
        var answer = "\u{6}"
        var count = 1
    }

    /// The line's name, and its dialect's.
    let name: String
    /// The shipped dialect that it speaks, with small limits.
    let dialect: String
    /// True for a line that is called over TCP, else it is a pseudo-terminal.
    var isCalled = false
    /// Keys of the dialect's `link` besides.
    var keys = ""
    /// A message with one result.
    let message: @Sendable (_ specimen: String, _ value: String) -> [Piece]
    /// What opens a message that goes on and on, and what it goes on with.
    let endless: (opening: String, unit: String)
    /// What is counted when nobody ends such a message, and when half of one is all that comes.
    let defects: (endless: Defect, silence: Defect)

    /// A limit that is soon reached.
    static let limit = 20_000

    /// The dialect's file.
    func file(in catalogue: Catalogue) -> String? {
        let limits = "link:\n  message-limit: \(Self.limit)\n  frame-limit: \(Self.limit)\n\(keys)"
        return catalogue.text(at: "dialects/\(dialect).yaml")?
            .replacing("name: \(dialect)\n", with: "name: \(name)\n", maxReplacements: 1)
            .replacing("\nlink:\n", with: "\n\(limits)", maxReplacements: 1)
    }

    /// A message up to the middle of its value: its pieces, of which the last is cut.
    var half: [Piece] {
        let mark = [UInt8]("77.5".utf8)
        var pieces = message("HALF", "77.5")
        for index in pieces.indices {
            guard let place = pieces[index].bytes.firstRange(of: mark) else { continue }
            let cut = Array(pieces[index].bytes[...place.lowerBound])
            pieces = Array(pieces[..<index]) + [Piece(bytes: cut, count: 0)]
            return pieces
        }
        return []
    }
}

extension HostileLink {
    /// Each kind of link but E1381, whose own tests are elsewhere.
    static let all: [HostileLink] = [
        HostileLink(
            name: "simplified", dialect: "snibe-maglumi", isCalled: true,
            message: { specimen, value in
                let text = records(specimen, value, test: "Insulin").map { $0 + "\r" }.joined()
                return [
                    Piece(bytes: [0x05]),
                    Piece(bytes: [0x02] + Array(text.utf8) + [0x03], count: 2),
                    Piece(bytes: [0x04]),
                ]
            }, endless: ("\u{5}\u{2}H|\\^&\r", "R|1|^^^X|1\r"),
            defects: (.messageTooLong, .timeOut)),
        HostileLink(
            name: "listing", dialect: "tosoh-aia-360-records", isCalled: true,
            message: { listing($0, $1, isAnswered: false) }, endless: ("\r\nH|\\^&", "R|"),
            defects: (.frameTooLong, .cutRecord)),
        HostileLink(
            name: "listing-answered", dialect: "tosoh-aia-360-records", isCalled: true,
            keys: "  acknowledge-lines: true\n",
            message: { listing($0, $1, isAnswered: true) }, endless: ("\r\nH|\\^&", "R|"),
            defects: (.frameTooLong, .cutRecord)),
        HostileLink(
            name: "lines", dialect: "tosoh-aia-360", isCalled: true,
            message: { specimen, value in
                let line =
                    "SampleID=, \(specimen) , Analyte=, #IRI , Conc=, \(value), Unit=, uIU/ml , "
                    + "Position=, 1, TestNumber=, 1, Rate=, 2.67, Flag=,  ,Date=, 13/04/26 10:15"
                return [Piece(bytes: Array((line + "\r\n").utf8), count: 0)]
            }, endless: ("\r\nSampleID=,", "x,"), defects: (.frameTooLong, .cutRecord)),
        HostileLink(
            name: "vidas", dialect: "biomerieux-vidas-pc", message: vidas,
            endless: ("\u{5}\u{2}\u{1E}mtrsl|", "pi|"), defects: (.frameTooLong, .timeOut)),
        HostileLink(
            name: "hl7", dialect: "generic-hl7", message: observation,
            endless: ("\u{B}MSH|^~\\&|", "x|"), defects: (.messageTooLong, .timeOut)),
        HostileLink(
            name: "hl7-called", dialect: "generic-hl7", isCalled: true, message: observation,
            endless: ("\u{B}MSH|^~\\&|", "x|"), defects: (.messageTooLong, .timeOut)),
        HostileLink(
            name: "poct1a", dialect: "generic-poct1a", isCalled: true,
            message: { specimen, value in
                let head = "<HDR><HDR.control_id V=\"7\"/><HDR.version_id V=\"POCT1\"/></HDR>"
                let result =
                    "<SVC><SVC.role_cd V=\"OBS\"/><PT><PT.patient_id V=\"\(specimen)\"/><OBS>"
                    + "<OBS.observation_id V=\"INS\"/><OBS.value V=\"\(value)\" U=\"uIU/mL\"/>"
                    + "</OBS></PT></SVC>"
                return [
                    Piece(
                        bytes: Array("<OBS.R01>\(head)\(result)</OBS.R01>".utf8),
                        answer: "</ACK.R01>")
                ]
            }, endless: ("<OBS.R01>", "<a>"), defects: (.frameTooLong, .timeOut)),
        HostileLink(
            name: "table", dialect: "generic-csv", isCalled: true,
            message: { specimen, value in
                let rows = "Specimen,Test,Result,Unit\r\n\(specimen),Insulin,\(value),uIU/mL\r\n"
                return [Piece(bytes: Array(rows.utf8), count: 0)]
            }, endless: ("\r\n", "a,"), defects: (.frameTooLong, .cutRecord)),
    ]

    private static func records(_ specimen: String, _ value: String, test: String) -> [String] {
        [
            #"H|\^&|||TESTER|||||||P|1|20260413101500"#, "P|1", "O|1|\(specimen)||^^^\(test)|R",
            "R|1|^^^\(test)|\(value)|uIU/mL||N||F||||20260413101500", "L|1|N",
        ]
    }

    private static func listing(
        _ specimen: String, _ value: String, isAnswered: Bool
    ) -> [Piece] {
        records(specimen, value, test: "IRI").map {
            Piece(bytes: Array(($0 + "\r\n").utf8), count: isAnswered ? 1 : 0)
        }
    }

    private static func vidas(_ specimen: String, _ value: String) -> [Piece] {
        let text =
            "\u{1E}mtrsl|pi|ci\(specimen)|rtINS|rnInsulin|tt10:15|td13/04/2026|ql|"
            + "qn\(value) uIU/ml|y3uIU/ml|qd1|ncvalid|\u{1D}"
        let sum = text.utf8.reduce(0) { ($0 + Int($1)) % 256 }
        let digits = (sum < 16 ? "0" : "") + String(sum, radix: 16)
        return [
            Piece(bytes: [0x05]), Piece(bytes: [0x02] + Array((text + digits).utf8), count: 0),
            Piece(bytes: [0x03]), Piece(bytes: [0x04], count: 0),
        ]
    }

    private static func observation(_ specimen: String, _ value: String) -> [Piece] {
        let segments = [
            "MSH|^~\\&|TESTER||LIS||20260413101500||ORU^R01^ORU_R01|M-\(specimen)|P|2.5.1",
            "OBR|1||\(specimen)|INS",
            "OBX|1|NM|INS||\(value)|uU/mL||N|||F|||20260413101500",
        ]
        let text = segments.map { $0 + "\r" }.joined()
        return [
            Piece(
                bytes: [0x0B] + Array(text.utf8) + [0x1C, 0x0D], answer: "MSA|AA|M-\(specimen)\r")
        ]
    }
}
