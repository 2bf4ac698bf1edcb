public import Protocols

/// The bytes of one analyzer that reports and reports, as long as is asked.
public struct SampleLine {
    /// A dialect that follows the standards, and knows the two assays of the line.
    public static var dialect: Dialect {
        var dialect = Dialect(name: "plain", title: "By the standards")
        dialect.analytes["Insulin"] = Dialect.Assay(analyte: "insulin", unit: "uIU/mL")
        dialect.analytes["C-peptide"] = Dialect.Assay(analyte: "c-peptide", unit: "ng/mL")
        return dialect
    }

    /// The records of one message: a patient, and four tubes with two tests each.
    ///
    /// Neighbours differ as they do on a real line: in test, value, unit, range, flag and time.
    /// What repeats is what repeats there: a menu of tests, with their units, and one analyzer.
    private static func message(_ number: Int) -> [[UInt8]] {
        let tubes = (1...4).flatMap { tube -> [String] in
            let serial = number &* 4 &+ tube
            let specimen = "T" + String(10_000_000_000 + serial &* 7_919 % 9_999_999_967)
            let order = "O|\(tube)|\(specimen)|^\(serial % 90)^\(tube)|^^^Insulin\\^^^C-peptide|R"
            return [order] + (0...1).flatMap { test in result(of: serial, test: test) }
        }
        let head = [
            #"H|\^&|||ACCESS^575707|||||LIS||P|1|20260301104500"#, "P|1|PSEUDO-\(number)",
        ]
        return (head + tubes + ["L|1|F"]).map { Array($0.utf8) }
    }

    /// The result of one test on a tube, with a comment behind every third.
    private static func result(of serial: Int, test: Int) -> [String] {
        let count = serial &* 2 &+ test
        let isLow = count % 11 == 0
        let isHigh = count % 7 == 0 && !isLow
        // Insulin and C-peptide, each with its own range, of which high values leave the upper end.
        let limits = test == 0 ? (high: 900, normal: 25, least: 3) : (high: 30, normal: 4, least: 1)
        let whole = count &* 31 % 1000 % (isHigh ? limits.high : limits.normal) + limits.least
        let value = isLow ? "<0.20" : "\(whole).\(count % 10)\(serial % 8)"
        let assay =
            test == 0
            ? "^^^Insulin^1|\(value)|uIU/mL|2.6 to 24.9^normal"
            : "^^^C-peptide^1|\(value)|ng/mL|1.1 to 4.4^normal"
        let time = 10_080_000 + 10_000 * (count % 12) + 100 * (count % 47) + count % 59
        let result =
            "R|\(test + 1)|\(assay)|\(isLow ? "L" : isHigh ? "H" : "N")||F|||20260301101500"
            + "|202603\(time)|575707"
        return count % 3 == 0 ? [result, "C|1|I|CAL|I"] : [result]
    }

    /// At least `count` bytes in whole transfer phases, framed as `options` say.
    public static func bytes(_ count: Int, options: LinkOptions) -> [UInt8] {
        let framer = Framer(options: options)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 4096)
        var number = 0
        while bytes.count < count {
            bytes.append(0x05)
            for (index, text) in framer.texts(of: message(number)).enumerated() {
                bytes += framer.frame(text, number: index + 1)
            }
            bytes.append(0x04)
            number += 1
        }
        return bytes
    }

    /// `bytes` in pieces of `size`, as reads would bring them.
    public static func pieces(of bytes: [UInt8], size: Int) -> [[UInt8]] {
        stride(from: 0, to: bytes.count, by: size).map {
            Array(bytes[$0..<min($0 + size, bytes.count)])
        }
    }
}
