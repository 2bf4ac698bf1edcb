import StepUp

/// Labels in ZPL, the language of label printers: a tape, a label after the other.
struct LabelTape {
    let labels: [TubeLabel]
    let tape: LabelPapers.Tape
    let symbology: BarCode.Symbology

    /// The printer's program; the bar codes are drawn by the printer itself.
    func zpl() throws(BarCode.Failure) -> String {
        var text = ""
        for label in labels { text += try zpl(of: label) }
        return text
    }

    private func zpl(of label: TubeLabel) throws(BarCode.Failure) -> String {
        let (width, height) = (dots(tape.label[0]), dots(tape.label[1]))
        let margin = dots(2)
        let (large, small) = (height * 22 / 100, height * 10 / 100)
        let mark = label.isSimulated ? "SIMULATED" : label.patient
        let check = label.check.map { " [\($0)]" } ?? ""
        var lines = [
            "^XA^CI28^PW\(width)^LL\(height)^LH0,0",
            field(label.vein, x: margin, y: margin, size: large),
            field(label.second, x: margin, y: margin, size: large, right: width - 2 * margin),
            field(label.injection, x: margin, y: height * 28 / 100, size: small),
            field(mark, x: margin, y: height * 28 / 100, size: small, right: width - 2 * margin),
        ]
        lines += try code(label.specimen, width: width, height: height)
        lines.append(
            field(label.specimen + check, x: margin, y: height * 88 / 100 - small / 2, size: small))
        return lines.joined(separator: "\n") + "\n^XZ\n"
    }

    /// The bar code, with modules of as many dots as fit.
    private func code(_ id: String, width: Int, height: Int) throws(BarCode.Failure) -> [String] {
        let modules = try BarCode(id, as: symbology).modules
        let room = symbology == .code128 ? width : height / 2
        let module = room / (modules + 2 * symbology.quiet)
        guard module > 0 else {
            throw BarCode.Failure(
                text: id, why: "its bar code is too wide for the label: take a wider one")
        }
        let top = height * 40 / 100
        switch symbology {
        case .code128:
            let left = (width - module * modules) / 2
            return [
                "^BY\(module),3,\(height * 36 / 100)^FO\(left),\(top)^BCN,,N,N,N^FH_^FD"
                    + "\(escaped(id, code128: true))^FS"
            ]
        case .dataMatrix:
            return ["^FO\(dots(2)),\(top)^BXN,\(module),200^FH_^FD\(escaped(id))^FS"]
        }
    }

    private func field(
        _ content: String, x: Int, y: Int, size: Int, right width: Int? = nil
    ) -> String {
        let block = width.map { "^FB\($0),1,0,R" } ?? ""
        return "^FO\(x),\(y)\(block)^A0N,\(size),\(size)^FH_^FD\(escaped(content))^FS"
    }

    /// The text as field data: what is a command elsewhere goes as its hexadecimal number.
    private func escaped(_ content: String, code128: Bool = false) -> String {
        var text = ""
        for character in content.unicodeScalars {
            switch character {
            case "^": text += "_5E"
            case "~": text += "_7E"
            case "_": text += "_5F"
            case "\\": text += "_5C"
            case ">" where code128: text += "><"
            case _ where character.value < 0x20: break
            default: text.unicodeScalars.append(character)
            }
        }
        return text
    }

    private func dots(_ millimetres: Double) -> Int {
        Int((millimetres * Double(tape.dots)).rounded())
    }
}
