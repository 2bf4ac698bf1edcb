import Protocols

@testable import StepUp

extension Announcement {
    /// The announcement as one short line, for tests to compare.
    var inBrief: String {
        let parts =
            switch body {
            case .hello(let news): ["hello", news.site]
            case .line(let news): ["line", news.line, news.state.rawValue] + news.counters
            case .procedure(let news):
                ["procedure", news.state.rawValue] + news.injections.map(\.inBrief)
            case .prompt(let news): ["prompt"] + news.inBrief
            case .specimen(let news): news.inBrief
            case .result(let news): news.inBrief
            case .verdict(let news): news.inBrief
            case .map(let news): ["map", news.reading.kind.rawValue]
            case .hint(let news): ["hint"] + (news.standing ? [] : ["gone"]) + [news.hint.id]
            case .notice(let news): ["notice", news.priority.rawValue, news.code]
            case .acknowledgement(let news): ["acknowledgement", "of \(news.notice)", news.by]
            }
        return parts.joined(separator: " ")
    }
}

extension LineNews {
    fileprivate var counters: [String] {
        let refused = defects.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return ["m\(messages)", "r\(results)"] + refused
    }
}

extension ProcedureNews.Injection {
    fileprivate var inBrief: String {
        "\(number):\(site)\(repeated ? "+" : "")\(dropped ? "-" : "")\(zero == nil ? "" : "*")"
            + String(repeating: "w", count: withdrawn?.count ?? 0)
    }
}

extension PromptNews {
    fileprivate var inBrief: [String] {
        guard let injection, let site else { return ["nothing"] }
        return ["\(injection):\(site)"] + draws.map { "\($0.vein)/\($0.second)" }
    }
}

extension SpecimenNews {
    fileprivate var inBrief: [String] {
        var parts = ["specimen", specimen ?? "?", state.rawValue]
        if let place { parts.append("\(place.injection)/\(place.vein)/\(place.second)") }
        if let actual { parts.append("at \(actual)") }
        if let suggestion { parts.append("like \(suggestion)") }
        parts += withdrawn?.map { "withdrawn \($0.by)" } ?? []
        return parts
    }
}

extension ResultNews {
    fileprivate var inBrief: [String] {
        var parts = ["result", result.specimen, result.text]
        if let place { parts.append("\(place.injection)/\(place.vein)/\(place.second)") }
        parts.append("run \(run)")
        if isCurrent { parts.append("current") }
        if isRepeat { parts.append("repeat") }
        if let replaces { parts.append("replaces \(replaces)") }
        return parts
    }
}

extension VerdictNews {
    fileprivate var inBrief: [String] {
        var parts = ["verdict", "\(injection)/\(vein)", state.rawValue]
        if let ratio { parts.append("x\(ratio.low.toFourDecimals)") }
        if final { parts.append("final") }
        if withdrawn { parts.append("withdrawn") }
        return parts
    }
}
