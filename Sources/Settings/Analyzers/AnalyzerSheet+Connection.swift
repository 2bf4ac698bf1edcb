import Protocols

/// What is set, plugged in and written: the line and its link.
extension AnalyzerSheet {
    /// Settings on the analyzer's screen, and the cable.
    var connection: [String] {
        let kind = dialect.link.kind
        let line = dialect.line
        let stop = "\(line.stopBits) stop \(line.stopBits == 1 ? "bit" : "bits")"
        let serial = [
            "| speed | \(line.baud) baud |",
            "| characters | \(line.dataBits) data bits, parity \(line.parity.rawValue), \(stop) |",
            "| flow control | none |",
        ]
        var rows = [
            "## On the analyzer's screen", "", "| setting | value |", "| --- | --- |",
            "| host interface | \(kind.words) |",
        ]
        rows +=
            kind.isNetworked ? ["| network | the analyzer calls this computer's port |"] : serial
        rows += [
            "| direction | \(dialect.orders == nil ? "results only" : "results and host query") |",
            "",
            "Operators can change all of it. Where the dialect's settings are not the "
                + "analyzer's, write `settings:` under the line (see `config/stepupd.yaml`).", "",
        ]
        rows += bullets(notes.texts(of: "line") + notes.texts(of: "link"))
        return rows + ["## Cable", ""] + (kind.isNetworked ? Self.network : Self.serial) + [""]
    }

    private static let network = [
        "- TCP: the analyzer is the client and connects to `stepupd`, which listens "
            + "(`listen:HOST:PORT`); several may come to one port.",
        "- The connection is not encrypted: keep it on the analyzers' own network.",
        "- Over a serial cable or a device server the same bytes are read: give its address instead.",
    ]

    private static let serial = [
        "- RS-232, at most 15 m. Three wires do: in a nine-pin plug 2 and 3 carry the data and 5 is "
            + "ground; in one of 25 pins 3, 2 and 7.",
        "- Whether 2 and 3 are crossed (null modem) depends on the analyzer's plug. Nothing "
            + "heard for 30 s on the right port: use the other kind of cable.",
        "- No handshake wires are needed; DTR and RTS are held on for analyzers that look at them.",
        "- USB adapters must be RS-232 ones; those with 3.3 or 5 V logic hear nothing or noise.",
        "- Over the network: a serial device server, as `tcp:HOST:PORT`.",
    ]

    /// Where the link leaves the standard, and what that means.
    var deviations: [String] {
        let link = dialect.link
        let standard = LinkOptions()
        var words: [String] = []
        if link.frameNumbers == .tolerant {
            words.append("Frame numbers are not checked: the same frame again is a repeat.")
        }
        if link.enquiry == .optional { words.append("A frame is taken though no ENQ came first.") }
        for checksum in link.checksums {
            words.append("Check sums are also taken \(checksum.words).")
        }
        if link.etbEndsRecord { words.append("ETB ends a record.") }
        if link.acknowledgesLines { words.append("Each line is answered by ACK.") }
        if link.frames == .packed, link.kind == .e1381 {
            words.append(
                "Frames hold up to \(link.textLength) characters, and records are cut where they end."
            )
        }
        if link.etbOnCompleteRecords { words.append("Frames with whole records end with ETB too.") }
        if link.returnBeforeEnd != standard.returnBeforeEnd {
            words.append("No CR stands before the end of a frame.")
        }
        let notes = notes.texts(in: "link").filter { $0.key != "link" }.map(\.text)
        guard !words.isEmpty || !notes.isEmpty else { return [] }
        return ["## Quirks of the link", ""] + words.map { "- \($0)" } + bullets(notes)
    }

    /// How queries are answered.
    var orders: [String] {
        let words =
            dialect.orders == nil
            ? "How this analyzer takes orders is not known here, so a query is shown on the page "
                + "and not answered: order the test at the analyzer."
            : "A query for a specimen of the open plan is answered with its test; for any other "
                + "with \"no information\"."
        return ["## Orders", "", words, ""] + bullets(notes.texts(in: "orders").map(\.text))
    }

    /// Each text as an item, nothing in it taken for a mark.
    func bullets(_ texts: [String]) -> [String] {
        texts.isEmpty ? [] : texts.map { "- " + Markdown.plain($0) } + [""]
    }
}

extension LinkOptions.Kind {
    /// True where the link is mostly spoken over the network.
    var isNetworked: Bool { self == .mllp || self == .poct1a }

    /// True when nothing comes unless it is answered.
    var isAnswered: Bool {
        switch self {
        case .e1381, .simplified, .bci, .mllp, .poct1a: true
        case .lines, .table, .listing: false
        }
    }

    /// Where such an analyzer usually is, as a line's address with a word on it.
    var address: String {
        isNetworked
            ? "listen:0.0.0.0:4001  # the analyzer connects to this port"
            : "serial:/dev/serial/by-id/…  # see 'stepupd ports'"
    }

    /// What comes first on such a line.
    var greeting: String {
        switch self {
        case .e1381: "`<ENQ>`, then frames `<STX>1H|…` with two digits and `<CR><LF>` at their ends"
        case .simplified: "`<ENQ>`, then `<STX>H|…` without a number, `<ETX>` and `<EOT>`"
        case .bci: "`<ENQ>`, then `<STX>` and fields such as `mtrsl|…` between `<x1E>`"
        case .poct1a: "XML that begins with `<HEL.R01>`"
        case .lines: "lines of names and values"
        case .table: "a first row that names the columns, then the results"
        case .listing: "records such as `H|…`, one a line"
        case .mllp: "`<x0B>MSH|…`, a segment a line, and `<x1C><CR>` at the end"
        }
    }

    /// What the instrument must be set to, in words.
    var words: String {
        switch self {
        case .e1381: "ASTM (LIS01-A2 / E1381), with check sums"
        case .simplified: "MAGLUMI's own (ENQ, STX, ETX, EOT), without check sums"
        case .bci: "bioMérieux computer interface (BCI), with check sums"
        case .poct1a: "POCT1-A (XML messages)"
        case .lines: "printed lines, without a handshake"
        case .table: "rows of a table (CSV), from a file or a line"
        case .listing: "records without a handshake, one a line"
        case .mllp: "HL7 version 2 in blocks (MLLP), over TCP or a serial cable"
        }
    }
}

extension LinkOptions.Checksum {
    /// How it is made, in words.
    fileprivate var words: String {
        switch self {
        case .oneDigit: "with one digit where it is below 16"
        case .withSTX: "with STX counted in"
        }
    }
}
