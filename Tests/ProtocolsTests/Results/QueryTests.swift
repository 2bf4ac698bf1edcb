import Protocols
import Testing

/// Which specimens a query asks about, and where they stand.
struct QueryTests {
    @Test(arguments: [
        ("^T-01", ["T-01"]), ("T-01", ["T-01"]), ("^^T-01      ", ["T-01"]),
        (#"^A\B\C"#, ["A", "B", "C"]), (#"^A\^B\^^C"#, ["A", "B", "C"]), (#"A\B"#, ["A", "B"]),
        (#"^A\\B"#, ["A", "B"]), ("P1^S1", ["S1"]), ("", [""]), ("^", [""]), (#"\\"#, [""]),
    ])
    func namesEverySpecimenOfItsField(field: String, specimens: [String]) {
        let query = read("Q|1|\(field)||ALL||||||||O").first
        #expect(query?.subjects.map(\.specimen) == specimens)
        #expect(query?.isCancelled == false)
    }

    @Test func keepsWhatStandsBehindTheID() {
        let query = read("Q|1|^^T-01   ^1^0001^1^^S1^SC||ALL||||||||O").first
        #expect(query?.subjects == [.init(specimen: "T-01", position: "1^0001^1^^S1^SC")])
        let other = read("Q|1|^T-01^32^@7^2^^SAMPLE^NORMAL||ALL||||||||O").first
        #expect(other?.subjects == [.init(specimen: "T-01", position: "32^@7^2^^SAMPLE^NORMAL")])
    }

    @Test func isCancelledByItsStatus() {
        #expect(read("Q|1|^T-01||ALL||||||||A").first?.isCancelled == true)
    }

    private func read(_ record: String) -> [Query] {
        let text = Array("H|\\^&\r\(record)\rL|1|N\r".utf8)
        return MessageReader(Dialect(name: "plain", title: "By the standard"))
            .read(Message(text: text)).queries
    }
}
