import StepUp

/// One tube's label as SVG; all lengths in millimetres.
struct LabelDrawing {
    let label: TubeLabel
    let symbology: BarCode.Symbology
    let width: Double
    let height: Double

    /// The margin, which no cutter and no printer's edge reaches.
    private static let margin = 2.0

    /// The label with its upper left corner at a place of the page.
    func svg(x: Double, y: Double) throws(BarCode.Failure) -> String {
        let margin = Self.margin
        let top = height * 0.25
        var parts = [
            text(label.vein, x: margin, y: top, size: height * 0.22, bold: true),
            text(
                label.second, x: width - margin, y: top, size: height * 0.22, bold: true,
                anchor: "end"),
            text(label.injection, x: margin, y: height * 0.38, size: height * 0.09),
            text(
                label.isSimulated ? "SIMULATED" : label.patient, x: width - margin,
                y: height * 0.38, size: height * 0.09, bold: label.isSimulated, anchor: "end"),
        ]
        parts.append(try code)
        return #"<g transform="translate(\#(x.short) \#(y.short))">\#(parts.joined())</g>"#
    }

    /// The bar code, and the ID that it carries with its check character.
    private var code: String {
        get throws(BarCode.Failure) {
            let code = try BarCode(label.specimen, as: symbology)
            let quiet = Double(symbology.quiet)
            switch symbology {
            case .code128:
                // All that the label's width gives, with the white that belongs to the code.
                let module = min(
                    0.5, (width - Self.margin) / (Double(code.modules) + 2 * quiet))
                let span = module * Double(code.modules)
                return draw(
                    code, x: (width - span) / 2, y: height * 0.44, width: span,
                    height: height * 0.34) + written(y: height * 0.92, x: width / 2, in: "middle")
            case .dataMatrix:
                let side = height * 0.5
                let left = Self.margin + side * quiet / Double(code.modules)
                return draw(code, x: left, y: height * 0.44, width: side, height: side)
                    + written(y: height * 0.72, x: left + side + 3, in: "start")
            }
        }
    }

    private func draw(
        _ code: BarCode, x: Double, y: Double, width: Double, height: Double
    ) -> String {
        let path = code.bars.map { bar in
            let (left, top) = (x + bar.x * width, y + bar.y * height)
            return "M\(left.short) \(top.short)h\((bar.width * width).short)"
                + "v\((bar.height * height).short)h-\((bar.width * width).short)z"
        }
        return #"<path d="\#(path.joined())"/>"#
    }

    /// The ID, and behind it the check character in a box.
    private func written(y: Double, x: Double, in anchor: String) -> String {
        let size = min(height * 0.11, 1.4 * width / Double(label.specimen.count + 6))
        let check = label.check.map { " [\($0)]" } ?? ""
        return text(label.specimen + check, x: x, y: y, size: size, anchor: anchor, mono: true)
    }

    private func text(
        _ content: String, x: Double, y: Double, size: Double, bold: Bool = false,
        anchor: String = "start", mono: Bool = false
    ) -> String {
        let weight = bold ? #" font-weight="700""# : ""
        let family = mono ? #" class="mono""# : ""
        return #"<text x="\#(x.short)" y="\#(y.short)" font-size="\#(size.short)""#
            + #" text-anchor="\#(anchor)"\#(weight)\#(family)>\#(content.escaped)</text>"#
    }
}

extension Double {
    /// To a hundredth of a millimetre.
    var short: String {
        let rounded = (self * 100).rounded() / 100
        return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
    }
}

extension String {
    /// The text as it stands in HTML and SVG, whoever wrote it.
    var escaped: String {
        var text = ""
        for character in unicodeScalars {
            switch character {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "'": text += "&#39;"
            default: text.unicodeScalars.append(character)
            }
        }
        return text
    }
}
