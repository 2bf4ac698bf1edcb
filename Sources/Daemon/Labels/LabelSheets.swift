import StepUp

/// Sheets of labels as one page of HTML, which a browser prints at its true size.
struct LabelSheets {
    let labels: [TubeLabel]
    let sheet: LabelPapers.Sheet
    let symbology: BarCode.Symbology
    /// How many labels of the first sheet are gone already.
    let skipped: Int

    /// The page.
    func html() throws(BarCode.Failure) -> String {
        let count = sheet.grid[0] * sheet.grid[1]
        let first = skipped % count
        var pages: [String] = []
        var rest = labels[...]
        while !rest.isEmpty {
            let start = pages.isEmpty ? first : 0
            let own = rest.prefix(count - start)
            rest = rest.dropFirst(own.count)
            pages.append(try page(Array(own), from: start))
        }
        return PrintedPage(title: "Labels", body: pages.joined(separator: "\n")).html
    }

    private func page(_ labels: [TubeLabel], from start: Int) throws(BarCode.Failure) -> String {
        var drawn = ""
        for (index, label) in labels.enumerated() {
            let (row, column) = (start + index).quotientAndRemainder(dividingBy: sheet.grid[0])
            let drawing = LabelDrawing(
                label: label, symbology: symbology, width: sheet.label[0], height: sheet.label[1])
            drawn += try drawing.svg(
                x: sheet.first[0] + Double(column) * sheet.pitch[0],
                y: sheet.first[1] + Double(row) * sheet.pitch[1])
        }
        let (width, height) = (sheet.page[0].short, sheet.page[1].short)
        return #"<svg class="sheet" width="\#(width)mm" height="\#(height)mm""#
            + #" viewBox="0 0 \#(width) \#(height)" role="img""#
            + #" aria-label="\#(labels.count) labels">\#(drawn)</svg>"#
    }
}

/// A page that is made to be printed: no script, and the sheets' own style.
struct PrintedPage {
    let title: String
    let body: String

    /// The document.
    var html: String {
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <title>\(title.escaped) — stepupd</title>
        <link rel="icon" href="/page/\(Page.hash)/icon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/page/\(Page.hash)/styles/sheets.css">
        </head>
        <body>
        \(body)
        </body>
        </html>
        """
    }
}
