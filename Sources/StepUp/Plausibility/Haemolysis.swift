internal import Protocols

/// The analyzer's own words, in a flag or a comment, say that a specimen is haemolysed.
enum Haemolysis {
    static func look(_ curves: Curves, _ scene: Scene, into hints: inout [Hint]) {
        guard curves.hasWords, let words = scene.rules.haemolysis?.words
        else { return }
        let veins = scene.plan.veins.count
        for lane in (curves.injection - 1) * veins..<curves.injection * veins {
            for draw in scene.lanes[lane].indices where isSaid(of: scene.lanes[lane][draw], words) {
                let place = scene.lanes[lane][draw].place
                hints.append(Hint(kind: .haemolysis, places: [place], numbers: []))
            }
        }
    }

    /// True when a flag or a comment of the tube's result has one of the words.
    static func isSaid(of tube: borrowing Tube, _ words: [String]) -> Bool {
        guard case .measured(let result, _) = tube.fate else { return false }
        return says(result.value, words)
    }

    private static func says(_ result: borrowing AssayResult, _ words: [String]) -> Bool {
        guard !result.comments.isEmpty || !result.flags.isEmpty else { return false }
        return (result.comments + result.flags).contains { text in
            // Flags are letters mostly: no word of this is so short.
            text.utf8.count > 3 && words.contains { text.lowercased().contains($0) }
        }
    }
}
