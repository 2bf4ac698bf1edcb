/// The upper half of a character set with one byte a character.
enum CodePage {
    /// What the bytes from 80 on stand for in `encoding`; nil for sets that have no such half.
    static func upperHalf(of encoding: Dialect.Encoding) -> [Unicode.Scalar]? { halves[encoding] }

    /// The byte that stands for `character` in `encoding`; nil when it has none.
    static func byte(of character: Unicode.Scalar, in encoding: Dialect.Encoding) -> UInt8? {
        guard character.value >= 0x80 else { return UInt8(character.value) }
        return halves[encoding]?.firstIndex(of: character).map { UInt8($0 + 0x80) }
    }

    private static let halves: [Dialect.Encoding: [Unicode.Scalar]] = [
        .latin1: half(),
        .latin2: half(
            (
                0xA1,
                "Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\u{AD}ŽŻ°ą˛ł´ľśˇ¸šşťź˝žż"
                    + "ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙"
            )),
        .cyrillic: half(
            (
                0xA1,
                "ЁЂЃЄЅІЇЈЉЊЋЌ\u{AD}ЎЏАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
                    + "абвгдежзийклмнопрстуфхцчшщъыьэюя№ёђѓєѕіїјљњћќ§ўџ"
            )),
        .greek: half(
            (
                0xA1,
                "‘’£€₯¦§¨©ͺ«¬\u{AD}\u{AE}―°±²³΄΅Ά·ΈΉΊ»Ό½ΎΏΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡ\u{D2}"
                    + "ΣΤΥΦΧΨΩΪΫάέήίΰαβγδεζηθικλμνξοπρςστυφχψωϊϋόύώ"
            )),
        .latin5: half((0xD0, "Ğ"), (0xDD, "İŞ"), (0xF0, "ğ"), (0xFD, "ış")),
        .latin9: half(
            (0xA4, "€"), (0xA6, "Š"), (0xA8, "š"), (0xB4, "Ž"), (0xB8, "ž"), (0xBC, "ŒœŸ")),
        .windows1250: half(
            (
                0x80,
                "€\u{81}‚\u{83}„…†‡\u{88}‰Š‹ŚŤŽŹ\u{90}‘’“”•–—\u{98}™š›śťžź\u{A0}ˇ˘Ł¤Ą¦§¨©Ş«¬"
                    + "\u{AD}®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß"
                    + "ŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙"
            )),
        .windows1251: half(
            (
                0x80,
                "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{98}™љ›њќћџ\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±"
                    + "Ііґµ¶·ё№є»јЅѕї"
                    + "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя"
            )),
        .windows1252: half(
            (0x80, "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ")),
    ]

    /// Latin-1 with other characters from the places on that are named.
    private static func half(_ changes: (place: UInt8, characters: String)...) -> [Unicode.Scalar] {
        var half = (UInt8(0x80)...0xFF).map { Unicode.Scalar($0) }
        for (place, characters) in changes {
            let start = Int(place) - 0x80
            let scalars = Array(characters.unicodeScalars)
            half.replaceSubrange(start..<start + scalars.count, with: scalars)
        }
        return half
    }
}

extension Dialect.Encoding {
    /// `text` in this character set; what it does not have becomes `?`.
    func bytes(of text: String) -> [UInt8] {
        if self == .utf8 { return Array(text.utf8) }
        if isWide { return WideText.bytes(of: text, as: self) }
        return text.unicodeScalars.map { CodePage.byte(of: $0, in: self) ?? UInt8(ascii: "?") }
    }
}
