import Protocols

/// What an analyzer that asks before it measures knows: what it waits for, and what was ordered.
struct Asking: Sendable {
    /// How long it waits for the answer to a query: real ones give up after 3 to 15 seconds.
    static let patience = Duration.seconds(15)

    private let reader: OrderReader
    private let acceptance: OrderAcceptance?
    private let test: String
    private var waiting: [(specimen: String, until: Duration)] = []
    private var ordered: Set<String> = []

    /// An analyzer that speaks `dialect` and has reagents for `test`.
    init(_ dialect: Dialect, test: String) {
        reader = OrderReader(dialect)
        // A layout that cannot be used is refused where dialects are read.
        acceptance = try? OrderAcceptance(dialect)
        self.test = test
    }

    /// When it gives up waiting; nil when it does not wait.
    var deadline: Duration? { waiting.first?.until }

    /// True when its test was ordered for `specimen`.
    func isOrdered(_ specimen: String) -> Bool { ordered.contains(specimen) }

    /// The query about `specimen` has arrived: the answer may take so long.
    mutating func wait(for specimen: String, from now: Duration) {
        waiting.append((specimen, now + Self.patience))
    }

    /// Gives up waiting for what did not come in time; returns the specimens.
    mutating func expire(at now: Duration) -> [String] {
        let late = waiting.filter { $0.until <= now }.map(\.specimen)
        waiting.removeAll { $0.until <= now }
        return late
    }

    /// What is answered to a message of the host: in HL7 that the order is taken.
    func answer(to message: Message) -> [[UInt8]] { acceptance?.records(accepting: message) ?? [] }

    /// Takes what the host says; returns it for people.
    mutating func take(_ message: Message) -> String? {
        switch reader.read(message) {
        case .orders(let orders):
            for order in orders {
                waiting.removeAll { $0.specimen == order.specimen }
                if order.tests.contains(test) { ordered.insert(order.specimen) }
            }
            let words = orders.map { "\($0.tests.joined(separator: ", ")) of \($0.specimen)" }
            return "ordered: " + words.joined(separator: "; ")
        case .noInformation:
            return forgetFirst().map { "nothing is ordered for \($0)" }
        case .unreadable:
            return forgetFirst().map { "the host could not read the query about \($0)" }
        case nil: return nil
        }
    }

    private mutating func forgetFirst() -> String? {
        waiting.isEmpty ? nil : waiting.removeFirst().specimen
    }
}
