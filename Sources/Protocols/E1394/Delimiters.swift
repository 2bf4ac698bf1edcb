/// The characters that divide a record, as a header declares them (LIS02-A2 5.4).
///
/// `H|\^&` declares field, repeat, component and escape in this order. Instruments leave out the
/// last ones, or choose others; each header holds for what follows it.
public struct Delimiters: Sendable, Equatable {
    /// Ends a field.
    public let field: UInt8
    /// Divides the repeats of a field; nil when the header declares none.
    public let `repeat`: UInt8?
    /// Divides the components of a field or repeat; nil when the header declares none.
    public let component: UInt8?
    /// Encloses the name of a character that cannot stand for itself; nil when none is declared.
    public let escape: UInt8?
    /// Divides the subcomponents of a component, which only HL7 has; nil elsewhere.
    public let subcomponent: UInt8?

    /// The standard's own example, which most instruments use: `|\^&`.
    public static let standard = Delimiters(declaredBy: Array(#"H|\^&"#.utf8).span)

    /// The delimiters that a header record declares.
    ///
    /// A character that cannot divide records (a letter, a digit, a blank, a control character, or
    /// one that was declared already) is not taken; the standard's own stands for the field
    /// delimiter, and nothing for the others.
    ///
    /// - Parameter header: the record from its `H`.
    public init(declaredBy header: Span<UInt8>) {
        var declared: [UInt8] = []
        func fits(_ byte: UInt8) -> Bool { Self.canDivide(byte) && !declared.contains(byte) }
        let field: UInt8 = header.count > 1 && fits(header[1]) ? header[1] : UInt8(ascii: "|")
        declared.append(field)
        func take(_ index: Int) -> UInt8? {
            // A missing one ends the declaration: what follows are the fields of the header.
            guard declared.count == index - 1, header.count > index, fits(header[index]) else {
                return nil
            }
            declared.append(header[index])
            return header[index]
        }
        self.field = field
        self.repeat = take(2)
        self.component = take(3)
        self.escape = take(4)
        subcomponent = nil
    }

    /// The encoding characters that a header segment declares (HL7 2.5.1 chapter 2, 2.5.4).
    ///
    /// `MSH|^~\&` declares field, component, repeat, escape and subcomponent in this order; nil
    /// when the field delimiter or the component delimiter is none.
    ///
    /// - Parameter header: the segment from its `M`.
    public init?(segment header: Span<UInt8>) {
        guard header.count > 4, Self.canDivide(header[3]) else { return nil }
        var declared = [header[3]]
        func take(_ index: Int) -> UInt8? {
            guard declared.count == index - 3, header.count > index,
                Self.canDivide(header[index]), !declared.contains(header[index])
            else { return nil }
            declared.append(header[index])
            return header[index]
        }
        guard let component = take(4) else { return nil }
        field = header[3]
        self.component = component
        self.repeat = take(5)
        self.escape = take(6)
        subcomponent = take(7)
    }

    /// The delimiters that a header declares, when they are others than `current`; else nil.
    ///
    /// A word that begins with `H` but declares nothing, such as `HELLO`, changes nothing.
    ///
    /// - Parameters:
    ///   - header: at least the first five bytes of the record, or all that there are.
    ///   - current: the delimiters that hold so far.
    init?(declaredBy header: Span<UInt8>, unlessAs current: Delimiters) {
        let isCurrent =
            header.count == 5 && header[1] == current.field && header[2] == current.repeat
            && header[3] == current.component && header[4] == current.escape
        guard !isCurrent, header.count > 1, Self.canDivide(header[1]) else { return nil }
        let declared = Delimiters(declaredBy: header)
        guard declared != current else { return nil }
        self = declared
    }

    private static func canDivide(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }
}
