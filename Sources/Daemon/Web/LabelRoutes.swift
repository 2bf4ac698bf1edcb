import Foundation
import HTTPTypes
import Hummingbird
import StepUp

extension Front {
    /// What is printed for a procedure: labels for its tubes, and a form for when nothing works.
    var labelRoutes: [Route] {
        [
            .get("/api/procedures/{id}/labels") { request, context in
                try await labels(request, of: Self.procedure(in: context))
            },
            .get("/api/procedures/{id}/form") { _, context in
                let (view, isSimulated) = try await known(Self.procedure(in: context))
                return .text(
                    BlankForm(view: view, isSimulated: isSimulated).html,
                    type: "text/html; charset=utf-8")
            },
            .get("/api/papers") { _, _ in .json(papers()) },
        ]
    }

    private func known(_ id: String) async throws -> (ProcedureView, Bool) {
        guard let known = try await view(id) else { throw Self.unknown(id) }
        return known
    }

    private func labels(_ request: Request, of id: String) async throws -> Response {
        let wish = try LabelWish(request.uri.queryParameters.map { (String($0), String($1)) })
        let (view, isSimulated) = try await known(id)
        let labels = view.labels(of: wish.injection, isSimulated: isSimulated)
        guard !labels.isEmpty else {
            throw Problem.notFound(
                "No label is to be printed: every tube of it is drawn, or its ID is scanned at "
                    + "the draw.")
        }
        do {
            return try answer(labels, wish)
        } catch let failure as BarCode.Failure {
            throw Problem.unprocessable("specimen", failure.description)
        }
    }

    private func answer(_ labels: [TubeLabel], _ wish: LabelWish) throws -> Response {
        let papers = papers()
        let known = papers.sheets.map(\.id) + papers.tapes.map(\.id)
        let name = wish.paper ?? known.first ?? ""
        if let sheet = papers.sheets.first(where: { $0.id == name }) {
            let sheets = LabelSheets(
                labels: labels, sheet: sheet, symbology: wish.symbology, skipped: wish.skip)
            return .text(try sheets.html(), type: "text/html; charset=utf-8")
        }
        guard let tape = papers.tapes.first(where: { $0.id == name }) else {
            throw Problem.unprocessable(
                "paper", "There is no paper '\(name)'; known are \(known.joined(separator: ", ")).")
        }
        let zpl = try LabelTape(labels: labels, tape: tape, symbology: wish.symbology).zpl()
        return .text(zpl, type: "application/zpl; charset=utf-8")
    }
}

/// Which labels are wished for, and on what.
struct LabelWish: Equatable {
    /// One injection; nil: every one that is to be drawn.
    var injection: Int?
    /// The paper; nil: the first of `config/labels.yaml`.
    var paper: String?
    /// The kind of bar code.
    var symbology = BarCode.Symbology.code128
    /// How many labels of the first sheet are gone.
    var skip = 0

    /// Reads the query of a request: strictly, and naming what is wrong.
    init(_ query: [(String, String)]) throws(Problem) {
        // A form sends what was left blank, too.
        for (key, value) in query where !value.isEmpty {
            switch key {
            case "injection":
                injection = try Self.number(value, of: key, in: 1...Plan.injectionLimit)
            case "paper": paper = value
            case "symbology":
                guard let known = BarCode.Symbology(rawValue: value) else {
                    let names = BarCode.Symbology.allCases.map(\.rawValue)
                    throw .unprocessable(
                        key, "'symbology' is \(names.joined(separator: " or ")), not '\(value)'.")
                }
                symbology = known
            case "skip": skip = try Self.number(value, of: key, in: 0...999)
            default:
                throw .unprocessable(
                    key, "'\(key)' means nothing here; known are injection, paper, skip, symbology."
                )
            }
        }
    }

    private static func number(
        _ text: String, of key: String, in range: ClosedRange<Int>
    ) throws(Problem) -> Int {
        guard let number = Int(text), range.contains(number) else {
            throw .unprocessable(
                key,
                "'\(key)' is a number from \(range.lowerBound) to \(range.upperBound), not "
                    + "'\(text)'."
            )
        }
        return number
    }
}
