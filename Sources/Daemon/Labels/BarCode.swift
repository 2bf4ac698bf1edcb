import CZint

/// A bar code as black rectangles in a unit square, drawn by libzint.
struct BarCode {
    /// The kinds that are printed.
    enum Symbology: String, CaseIterable {
        /// Bars, which the analyzers' readers know.
        case code128
        /// A square of dots, for small tubes and scanners with a camera.
        case dataMatrix = "datamatrix"

        /// What libzint calls it.
        fileprivate var number: Int32 {
            switch self {
            case .code128: BARCODE_CODE128
            case .dataMatrix: BARCODE_DATAMATRIX
            }
        }

        /// The white that belongs to it on every side, in modules (ISO/IEC 15417 and 16022).
        var quiet: Int { self == .code128 ? 10 : 1 }
    }

    /// A black rectangle; all four from 0 to 1 of the code's width or height.
    struct Bar: Equatable {
        let x: Double
        let y: Double
        let width: Double
        let height: Double
    }

    /// The rectangles.
    let bars: [Bar]
    /// The modules across, white on the sides not counted.
    let modules: Int

    /// Encodes `text`; throws a sentence when it has characters that the symbology cannot carry.
    init(_ text: String, as symbology: Symbology) throws(Failure) {
        guard text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
            throw Failure(text: text, why: "a bar code of ours carries ASCII alone")
        }
        guard let symbol = ZBarcode_Create() else { throw Failure(text: text, why: "no memory") }
        defer { ZBarcode_Delete(symbol) }
        symbol.pointee.symbology = symbology.number
        symbol.pointee.show_hrt = 0
        if symbology == .dataMatrix { symbol.pointee.option_3 = DM_SQUARE }
        let bytes = Array(text.utf8)
        let code = ZBarcode_Encode_and_Buffer_Vector(symbol, bytes, Int32(bytes.count), 0)
        guard code < ZINT_ERROR, let vector = symbol.pointee.vector else {
            throw Failure(text: text, why: "it cannot be a bar code (\(code))")
        }
        let (width, height) = (Double(vector.pointee.width), Double(vector.pointee.height))
        var bars: [Bar] = []
        var next = vector.pointee.rectangles
        while let bar = next?.pointee {
            bars.append(
                Bar(
                    x: Double(bar.x) / width, y: Double(bar.y) / height,
                    width: Double(bar.width) / width, height: Double(bar.height) / height))
            next = bar.next
        }
        (self.bars, modules) = (bars, Int(symbol.pointee.width))
    }

    /// Why a text cannot be a bar code.
    struct Failure: Error, CustomStringConvertible {
        let text: String
        let why: String

        var description: String { "The specimen ID '\(text)': \(why)." }
    }
}
