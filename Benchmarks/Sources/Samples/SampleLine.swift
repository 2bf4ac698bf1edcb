public import Protocols

/// The bytes of one analyzer that reports and reports, as long as is asked.
public struct SampleLine {
    /// The records of one message: a patient, an order, six results with a comment behind two.
    private static func message(_ number: Int) -> [[UInt8]] {
        let results = (1...6).flatMap { index -> [String] in
            let value = "\((number &* 31 &+ index &* 977) % 1000).\(number % 10)\(index)"
            let result =
                "R|\(index)|^^^Insulin^1|\(value)|uIU/mL|2.6 to 24.9^normal|N||F|||20260301101500"
                + "|20260301103\(index)00|575707"
            return index % 3 == 0 ? [result, "C|1|I|CAL|I"] : [result]
        }
        return
            ([
                #"H|\^&|||ACCESS^575707|||||LIS||P|1|20260301104500"#, "P|1|PSEUDO-\(number)",
                "O|1|TAG-\(number % 10)\(number / 10 % 10)|^1^\(number % 6)|^^^Insulin|R",
            ] + results + ["L|1|F"]).map { Array($0.utf8) }
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
