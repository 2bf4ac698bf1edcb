import Protocols
import Settings
import Testing

/// What a host answers to a query, and what the analyzer reads in it.
struct OrderWriterTests {
    @Test func writesAnOrderInTheGeneralShapeOfTheStandard() throws {
        let orders = [Order(specimen: "T-01-RHV-000", tests: ["INS", "GAS"])]
        #expect(
            try records(of: .orders(orders), in: plain()) == [
                #"H|\^&|||stepupd|||||||P|1"#, "P|1",
                #"O|1|T-01-RHV-000||^^^INS\^^^GAS|R||||||A||||||||||||||Q"#, "L|1|F",
            ])
    }

    @Test func ordersEachTestInARecordOfItsOwnWhereTheDialectSaysSo() throws {
        let dialect = plain { $0.tests = .orders }
        let orders = [Order(specimen: "A", tests: ["INS", "GAS"])]
        #expect(
            try records(of: .orders(orders), in: dialect).filter { $0.hasPrefix("O") } == [
                "O|1|A||^^^INS|R||||||A||||||||||||||Q", "O|2|A||^^^GAS|R||||||A||||||||||||||Q",
            ])
    }

    @Test func givesEachSpecimenAPatientRecordOfItsOwn() throws {
        let orders = ["A", "B"].map { Order(specimen: $0, tests: ["INS"]) }
        #expect(
            try records(of: .orders(orders), in: plain()).dropFirst() == [
                "P|1", "O|1|A||^^^INS|R||||||A||||||||||||||Q", "P|2",
                "O|1|B||^^^INS|R||||||A||||||||||||||Q", "L|1|F",
            ])
    }

    @Test func saysThatNothingIsKnownOrThatTheQueryCannotBeRead() throws {
        let header = #"H|\^&|||stepupd|||||||P|1"#
        #expect(try records(of: .noInformation, in: plain()) == [header, "L|1|I"])
        #expect(try records(of: .unreadable, in: plain()) == [header, "L|1|Q"])
    }

    @Test func anE411IsToldOfNothingByAnOrderWithoutTests() throws {
        let query = Query(
            subjects: [.init(specimen: "T-01-RHV-000", position: "40^0^5^^S1^SC")], tests: "ALL",
            status: "O", bytes: 0..<0)
        let records = try records(
            of: .noInformation, to: query, in: try shippedDialect("roche-cobas-e411"))
        #expect(
            records.dropFirst() == [
                "P|1",
                "O|1|T-01-RHV-000          |40^0^5^^S1^SC||R||||||A||||1||||||||||O", "L|1|N",
            ])
    }

    @Test func neverLetsAnIDDivideTheRecord() throws {
        let records = try records(
            of: .orders([Order(specimen: #"A|B^C\D"#, tests: ["INS"])]), in: plain())
        #expect(records[2].hasPrefix("O|1|A&F&B&S&C&R&D||"))
    }

    @Test(arguments: [
        (
            "roche-cobas-e411", "991",
            "O|1|T-01-RHV-000          |1^0001^1^^S1^SC|^^^991^|R||||||A||||1||||||||||O"
        ),
        (
            "abbott-architect", "991",
            "O|1|T-01-RHV-000||^^^991^Insulin|R||||||A||||||||||||||Q"
        ),
        (
            "beckman-access-2", "Insulin",
            "O|1|T-01-RHV-000||^^^Insulin|R||||||A||||Serum||||||||||Q"
        ),
        (
            "beckman-dxi", "Insulin",
            "O|1|T-01-RHV-000||^^^Insulin|R||||||A||||Serum||||||||||Q"
        ),
        ("diasorin-liaison", "Insulin", "O|1|T-01-RHV-000||^^^Insulin"),
        ("generic-e1394", "INS", "O|1|T-01-RHV-000||^^^INS|R||||||A||||||||||||||Q"),
        ("mindray-bs", "TRAINING-INS", mindray("TRAINING-INS^Insulin")),
        ("mindray-cl", "991", mindray("991^INS")),
        (
            "ortho-vitros", "991",
            "O|1|T-01-RHV-000||^^^1.0+991+1|R||||||N||||5||||||||||O"
        ),
        ("roche-cobas-c111", "991", "O|1|T-01-RHV-000||^^^991|R||||||A||||||||||||||O"),
        (
            "roche-cobas-c311", "991",
            "O|1|T-01-RHV-000          |1^0001^1^^S1^SC|^^^991^|R||||||A||||1||||||||||O"
        ),
        ("siemens-centaur-cp", "INS", "O|1|T-01-RHV-000||^^^INS|R||||||||||||||||||||O"),
        ("siemens-centaur-xp", "INS", #"O|1|T-01-RHV-000||^^^INS|R||||||||||||||||||||O\Q"#),
        ("siemens-immulite", "INS", "O|1|T-01-RHV-000||^^^INS"),
        ("snibe-maglumi-e1381", "Insulin", "O|1|T-01-RHV-000||^^^Insulin|R"),
        ("snibe-maglumi", "Insulin", "O|1|T-01-RHV-000||^^^Insulin|R"),
    ])
    func ordersAsEachDialectSays(name: String, code: String, order: String) throws {
        let dialect = try shippedDialect(name)
        #expect(dialect.code(ordering: "insulin") == code)
        let orders = [
            Order(specimen: "T-01-RHV-000", position: "1^0001^1^^S1^SC", tests: [code])
        ]
        #expect(try records(of: .orders(orders), in: dialect)[2] == order)
    }

    @Test func aVITROSIsToldTheManualDilutionOnce() throws {
        let orders = [Order(specimen: "A", tests: ["991", "992", "993"])]
        let records = try records(of: .orders(orders), in: try shippedDialect("ortho-vitros"))
        #expect(records[2].hasPrefix(#"O|1|A||^^^1.0+991+1\992+1\993+1|R"#))
    }

    @Test func aMindrayIsToldOfNothingInAMessageOfAnotherKind() throws {
        let dialect = try shippedDialect("mindray-cl")
        #expect(
            try records(of: .noInformation, in: dialect) == [
                #"H|\^&|||stepupd^^|||||||QA|1394-97"#, "L|1|I",
            ])
        #expect(
            try records(of: .unreadable, in: dialect) == [
                #"H|\^&|||stepupd^^|||||||SA|1394-97"#, "L|1|Q",
            ])
    }

    private static let asked = ((try? Catalogue().dialects()) ?? [:]).values
        .filter { $0.orders != nil && $0.link.kind != .mllp }.map(\.name).sorted()

    @Test(arguments: asked + ["plain"], 0..<20)
    func whatIsWrittenIsRead(name: String, seed: UInt64) throws {
        let dialect = name == "plain" ? plain() : try shippedDialect(name)
        var dice = Dice(seed: seed)
        let hasPosition = dialect.orders?.order.contains("{position}") == true
        let orders = (0...dice.throwing(3)).map { number in
            Order(
                specimen: "ID\(number)-\(#"|\^&"#.prefix(dice.throwing(5)))",
                position: hasPosition ? "\(number)^0001^2" : "",
                tests: (0...dice.throwing(3)).map { "T\($0)" })
        }
        for answer in [Order.Answer.orders(orders), .noInformation, .unreadable] {
            let written = try records(of: answer, in: dialect).map { Array($0.utf8) }
            let message = Message(text: Array(written.map { $0 + [0x0D] }.joined()))
            #expect(OrderReader(dialect).read(message) == answer)
        }
    }

    @Test func anIncompleteAnswerIsNone() throws {
        let message = Message(text: Array("H|\\^&\rO|1|A||^^^INS\r".utf8), isComplete: false)
        #expect(OrderReader(plain()).read(message) == nil)
    }

    @Test func refusesAPlaceholderThatNoOrderHas() throws {
        let dialect = plain { $0.order = "O|{seq}|{specimen}||{text}" }
        #expect(throws: RecordLayout.Mistake.unknownPlaceholder("text")) {
            try OrderWriter(dialect)
        }
    }

    @Test func refusesALinkWithoutAWayBack() throws {
        var dialect = plain()
        dialect.link.kind = .listing
        #expect(throws: RecordLayout.Mistake.noWayBack) { try OrderWriter(dialect) }
    }

    @Test func picksTheOnlyCodeOrTheOneThatIsMarkedAndNeverGuesses() {
        var dialect = plain()
        #expect(dialect.code(ordering: "insulin") == "INS")
        #expect(dialect.code(ordering: "gastrin") == nil)
        dialect.analytes["INS2"] = .init(analyte: "insulin")
        #expect(dialect.code(ordering: "insulin") == nil)
        dialect.analytes["INS2"]?.ordered = true
        #expect(dialect.code(ordering: "insulin") == "INS2")
        dialect.analytes["INS2"]?.ordered = false
        #expect(dialect.code(ordering: "insulin") == "INS")
    }

    /// The order of a Mindray for a test, which is a code and a name.
    private static func mindray(_ test: String) -> String {
        "O|1||T-01-RHV-000|\(test)^^|R||||||||||serum||||||||||Q"
    }

    private func plain(_ change: (inout Dialect.Ordering) -> Void = { _ in }) -> Dialect {
        var dialect = Dialect(name: "plain", title: "By the standard")
        var orders = Dialect.Ordering()
        change(&orders)
        dialect.orders = orders
        dialect.analytes = ["INS": .init(analyte: "insulin")]
        return dialect
    }

    private func records(
        of answer: Order.Answer,
        to query: Query = Query(specimen: "", tests: "", status: "O", bytes: 0..<0),
        in dialect: Dialect
    ) throws -> [String] {
        let messages = try #require(try OrderWriter(dialect)).messages(of: answer, to: query)
        return try #require(messages.count == 1 ? messages.first : nil).map {
            String(decoding: $0, as: UTF8.self)
        }
    }
}
