/// Where a dialect's layout of an order record has what an analyzer reads in it.
///
///     O|{seq}|{specimen}||^^^1.0+{tests}|R         the record, and in it each test: {test}+1
///                         ^^^1.0+ stands once, before the first of them
struct OrderPlaces: Sendable {
    let specimen: FieldLocator
    /// The whole field, since a position has delimiters of its own; nil where orders have none.
    let position: FieldLocator?
    /// The whole field, with all its repeats.
    let tests: FieldLocator
    /// What stands once before the tests.
    let lead: [UInt8]
    /// The component of a test that holds its code, from 1.
    let component: Int
    /// What the component holds around the code.
    let (prefix, suffix): ([UInt8], [UInt8])

    /// The places in the layouts of `orders`; those of LIS02-A2 where it lays out no tests.
    init(_ orders: Dialect.Ordering) {
        let fields = Self.fields(of: orders.order) ?? Self.fields(of: Dialect.Ordering().order)
        guard let fields else { preconditionFailure("the standard's order has tests") }
        let id = Self.place(of: "{specimen", in: fields) ?? (3, 1)
        specimen = Self.locator(id.field, component: id.component)
        position = Self.place(of: "{position", in: fields).map { Self.locator($0.field) }
        let (field, _) = Self.place(of: "{test", in: fields) ?? (5, 4)
        tests = Self.locator(field)
        let text = fields[field - 1]
        let isList = text.contains("{tests}")
        lead = isList ? Array(text.prefix { $0 != "{" }.utf8) : []
        let test = Self.pieces(of: isList ? orders.orderTest : text, dividedBy: "^")
        let index = test.firstIndex { $0.contains("{test}") } ?? 0
        component = index + 1
        prefix = Array(test[index].prefix { $0 != "{" }.utf8)
        suffix = Array(test[index].drop { $0 != "}" }.dropFirst().utf8)
    }

    /// The fields of the record in `layouts` that lists tests; nil when none does.
    private static func fields(of layouts: String) -> [String]? {
        let line = layouts.split(separator: "\n").first {
            $0.contains("{tests}") || $0.contains("{test}")
        }
        return line.map { pieces(of: String($0), dividedBy: "|") }
    }

    private static func pieces(of text: String, dividedBy divider: Character) -> [String] {
        text.split(separator: divider, omittingEmptySubsequences: false).map(String.init)
    }

    /// The field and the component of `name`, both from 1.
    private static func place(
        of name: String, in fields: [String]
    ) -> (field: Int, component: Int)? {
        guard let field = fields.firstIndex(where: { $0.contains(name) }) else { return nil }
        let component = pieces(of: fields[field], dividedBy: "^").firstIndex { $0.contains(name) }
        return (field + 1, (component ?? 0) + 1)
    }

    private static func locator(_ field: Int, component: Int? = nil) -> FieldLocator {
        let components = component.map { FieldPath.Components.some($0...$0) } ?? .all
        return FieldLocator(
            FieldPath(
                record: "O", field: field, components: components, subcomponent: nil, part: nil))
    }
}
