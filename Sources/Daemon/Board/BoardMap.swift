/// The hormonal map: a drawn liver and pancreas, every region in words, and the reading.
struct BoardMap {
    typealias Region = StreamNews.Region

    let procedure: BoardProcedure

    /// The picture beside the list where there is room, else below it.
    func lines(_ size: BoardSize) -> [BoardLine] {
        guard procedure.map?.regions != nil else {
            return [BoardLine(), BoardLine("The map begins with the first verdict.", .soft)]
        }
        let list = self.list(width: 40)
        let reading = reading(width: size.width)
        guard size.width >= 76 else {
            return self.list(width: size.width) + [BoardLine()] + reading + [BoardLine()]
                + picture(BoardSize(width: size.width, height: 60, isUnicode: size.isUnicode))
        }
        let column = size.width - (size.width >= 100 ? 42 : 33)
        let room = size.with(width: column - 1, height: max(12, size.height - reading.count))
        return picture(room).beside(list.map { $0.cut(to: size.width - column) }, at: column)
            + reading
    }

    /// The drawing, as large as it fits.
    func picture(_ size: BoardSize) -> [BoardLine] {
        BoardDrawing(
            regions: Dictionary(
                (procedure.map?.regions ?? []).map { ($0.region, (shown($0), ratio($0))) },
                uniquingKeysWith: { $1 }),
            veins: (procedure.news.plan?.veins ?? []).map(\.id)
        ).lines(size)
    }

    /// A mark a region, in a line or two an organ, and the reading.
    func summary(width: Int) -> [BoardLine] {
        var lines: [BoardLine] = []
        for organ in ["liver", "pancreas"] {
            var line = BoardLine(organ == "liver" ? "Liver    " : "Pancreas ", .soft)
            for region in procedure.map?.regions ?? [] where region.organ == organ {
                let words = words(region)
                if line.width + words.columns + 2 > width {
                    lines.append(line)
                    line = BoardLine("         ")
                }
                line.add(words + "  ", tone(region))
            }
            lines.append(line)
        }
        return procedure.map?.regions == nil ? [] : lines + reading(width: width)
    }

    /// The whole in a sentence, and what differs in this patient.
    func reading(width: Int) -> [BoardLine] {
        let text = procedure.map?.reading?.text ?? "No procedure has been read yet."
        let tree = procedure.map?.tree?.text ?? ""
        return text.wrapped(columns: width).map { BoardLine($0, .strong) }
            + (tree.isEmpty ? [] : tree.wrapped(columns: width).map { BoardLine($0, .soft) })
    }

    /// A line a region: name, mark, word, ratio, and what speaks for it.
    private func list(width: Int) -> [BoardLine] {
        var lines = [BoardLine()]
        for organ in ["liver", "pancreas"] {
            lines.append(BoardLine(organ == "liver" ? "Liver" : "Pancreas", .strong))
            for region in procedure.map?.regions ?? [] where region.organ == organ {
                let name = BoardWords.regionName(region.region)
                let (mark, word) = BoardWords.region(shown(region))
                var line = BoardLine("  \(name)")
                line.tab(to: organ == "liver" ? 8 : 14)
                let ratio = region.state == "producing" ? ratio(region) : nil
                line.add(mark.isEmpty ? "  " : "\(mark) ", tone(region))
                line.add(ratio.map { "×\(BoardWords.times($0)) " } ?? "", tone(region))
                line.add(ratio == nil ? word : "", tone(region))
                if ratio != nil, let best = region.strongest {
                    line.add("\(best.site ?? "")→\(best.vein ?? "")", .soft)
                    let second = best.second.map { " \(BoardWords.fixed($0, places: 0)) s" }
                    line.add(second ?? "", .soft)
                }
                lines.append(line)
            }
            lines.append(BoardLine())
        }
        return lines
    }

    /// A region's state as it is shown: what is open and can still change is pending.
    private func shown(_ region: Region) -> String {
        let open = procedure.verdicts.filter { $0.value.final != true }.map(\.key.injection)
        let isPending = (region.supporting ?? []).contains { open.contains($0) }
        return region.state == "undecided" && isPending ? "pending" : region.state
    }

    private func ratio(_ region: Region) -> Double? { region.strongest?.ratio }

    private func words(_ region: Region) -> String {
        let name = BoardWords.regionName(region.region)
        let (mark, _) = BoardWords.region(shown(region))
        let ratio = region.state == "producing" ? ratio(region) : nil
        return "\(name) \(mark.isEmpty ? "·" : mark)"
            + (ratio.map { "×\(BoardWords.times($0))" } ?? "")
    }

    private func tone(_ region: Region) -> BoardTone {
        switch region.state {
        case "producing": .heat(region.strongest?.ratio ?? 2)
        case "not-examined": .soft
        default: .plain
        }
    }
}
