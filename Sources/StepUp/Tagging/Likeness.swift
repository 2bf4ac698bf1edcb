/// How a mistyped ID is told from another one: one slip apart.
enum Likeness {
    /// True when one character wrong, missing or too many, or two neighbours swapped, makes one of
    /// the other: what a hand or a smudged label does.
    static func isOneSlip(_ left: String, _ right: String) -> Bool {
        let (a, b) = (left.utf8, right.utf8)
        let difference = a.count - b.count
        guard abs(difference) <= 1, left != right else { return false }
        var (i, j) = (a.startIndex, b.startIndex)
        while i < a.endIndex, j < b.endIndex, a[i] == b[j] {
            i = a.index(after: i)
            j = b.index(after: j)
        }
        switch difference {
        case 1: return a[a.index(after: i)...].elementsEqual(b[j...])
        case -1: return a[i...].elementsEqual(b[b.index(after: j)...])
        default: return isOneSlip(a[i...], b[j...])
        }
    }

    /// The same of two equally long rests whose first characters differ.
    private static func isOneSlip(
        _ left: Substring.UTF8View, _ right: Substring.UTF8View
    ) -> Bool {
        let (a, b) = (left.dropFirst(), right.dropFirst())
        if a.elementsEqual(b) { return true }
        guard let a1 = a.first, let b1 = b.first, left.first == b1, right.first == a1 else {
            return false
        }
        return a.dropFirst().elementsEqual(b.dropFirst())
    }
}
