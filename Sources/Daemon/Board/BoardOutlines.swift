/// Liver and pancreas from the front, in the page's coordinates (`Page/drawing`): the patient's
/// right is on the left.
///
/// Regions are composed of the edges that they share, so that they meet without gap or overlap.
enum BoardOutlines {
    typealias Point = (x: Double, y: Double)

    /// What is seen of the page's picture.
    static let window = (x: 20.0, y: 28.0, width: 920.0, height: 790.0)

    /// The regions in the order of drawing: the caudate lobe lies behind, and is drawn over the
    /// others as a window.
    static let regions: [(id: String, outline: [Point])] =
        composed.map { ($0, outline($1)) } + [("S1", curve(caudate))]

    /// Where each region's name stands.
    static let names: [String: Point] = [
        "S1": (520, 262), "S2": (690, 138), "S3": (716, 226), "S4": (520, 380),
        "S5": (284, 430), "S6": (112, 420), "S7": (150, 206), "S8": (346, 200),
        "upper-head": (392, 660), "lower-head": (392, 738), "uncinate": (492, 772),
        "body": (594, 640), "tail": (806, 606),
    ]

    /// Where each hepatic vein's name stands.
    static let veins: [String: Point] = [
        "RHV": (190, 600), "MHV": (400, 524), "LHV": (872, 98),
    ]

    private static let composed: [(String, [String])] = [
        ("S7", ["dome", "portalRight", "-rhvUpper"]),
        ("S8", ["rhvUpper", "portalMiddle", "-mhvUpper"]),
        ("S6", ["side", "-rhvLower", "-portalRight"]),
        ("S5", ["rhvLower", "right", "-mhvLower", "-portalMiddle"]),
        ("S4", ["mhvUpper", "mhvLower", "middle", "-fissure"]),
        ("S3", ["fissure", "lateral", "-lhv"]), ("S2", ["lhv", "crest"]),
        ("upper-head", ["headTop", "headCut", "-neck"]),
        ("lower-head", ["headSide", "hookCut", "-headCut"]), ("uncinate", ["hook", "hookCut"]),
        ("body", ["bodyTop", "bodyEnd", "bodyBottom", "-neck"]), ("tail", ["tail", "-bodyEnd"]),
    ]

    /// An edge is its first point, and three points for each cubic curve after it.
    private static let edges: [String: [Double]] = [
        "dome": [470, 112, 420, 62, 300, 36, 206, 62, 104, 92, 44, 190, 38, 326],
        "side": [38, 326, 33, 424, 52, 512, 104, 552, 132, 574, 158, 574, 184, 562],
        "right": [184, 562, 250, 546, 332, 516, 398, 486],
        "middle": [398, 486, 412, 478, 424, 474, 436, 474, 500, 464, 552, 438, 590, 404],
        "lateral": [590, 404, 690, 360, 796, 278, 850, 206, 870, 180, 884, 160, 884, 142],
        "crest": [
            884, 142, 882, 112, 826, 98, 744, 98, 640, 98, 560, 108, 520, 112, 500, 114, 486, 114,
            470, 112,
        ],
        "rhvUpper": [470, 112, 392, 132, 292, 206, 248, 318],
        "rhvLower": [248, 318, 216, 398, 196, 482, 184, 562],
        "mhvUpper": [470, 112, 452, 180, 434, 250, 424, 320],
        "mhvLower": [424, 320, 415, 378, 406, 434, 398, 486],
        "lhv": [470, 112, 540, 172, 660, 186, 764, 170, 816, 162, 860, 154, 884, 142],
        "fissure": [470, 112, 522, 182, 572, 282, 590, 404],
        "portalRight": [38, 326, 108, 346, 186, 342, 248, 318],
        "portalMiddle": [248, 318, 306, 304, 368, 306, 424, 320],
        "headTop": [474, 640, 452, 620, 418, 612, 388, 616, 344, 620, 314, 656, 314, 698],
        "headCut": [314, 698, 366, 688, 430, 690, 484, 704],
        "neck": [474, 640, 486, 660, 488, 682, 484, 704],
        "headSide": [314, 698, 316, 744, 346, 780, 390, 784],
        "hookCut": [390, 784, 412, 786, 434, 778, 452, 764, 470, 750, 480, 728, 484, 704],
        "hook": [
            484, 704, 486, 730, 520, 738, 536, 752, 556, 772, 520, 796, 478, 800, 444, 802, 414,
            796, 390, 784,
        ],
        "bodyTop": [474, 640, 508, 612, 596, 606, 704, 590],
        "bodyEnd": [704, 590, 700, 614, 702, 638, 710, 658],
        "bodyBottom": [710, 658, 634, 668, 548, 666, 484, 704],
        "tail": [
            704, 590, 780, 580, 824, 556, 874, 546, 910, 540, 924, 566, 906, 590, 882, 624, 806,
            650, 710, 658,
        ],
    ]

    private static let caudate: [Double] = [
        505, 196, 534, 200, 556, 234, 554, 270, 552, 302, 530, 322, 510, 314, 490, 306, 484, 268,
        487, 236, 489, 212, 494, 196, 505, 196,
    ]

    /// The corners of a region: its edges one after the other, `-` before a name runs it backwards.
    private static func outline(_ names: [String]) -> [Point] {
        names.flatMap { name -> [Point] in
            let points = curve(edges[name.hasPrefix("-") ? String(name.dropFirst()) : name] ?? [])
            return name.hasPrefix("-") ? points.reversed() : points
        }
    }

    /// Twelve points on each cubic curve: finer than any terminal shows.
    private static func curve(_ numbers: [Double]) -> [Point] {
        let all = stride(from: 0, to: numbers.count - 1, by: 2).map {
            (numbers[$0], numbers[$0 + 1])
        }
        guard all.count > 1 else { return [] }
        return stride(from: 0, to: all.count - 3, by: 3).flatMap { start in
            (0...12).map { step -> Point in
                let (a, b, c, d) = (all[start], all[start + 1], all[start + 2], all[start + 3])
                let t = Double(step) / 12
                let s = 1 - t
                let (p, q, r, u) = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
                return (
                    p * a.0 + q * b.0 + r * c.0 + u * d.0, p * a.1 + q * b.1 + r * c.1 + u * d.1
                )
            }
        }
    }
}
