extension AssayResult {
    /// The fields in which results of one test on one analyzer seldom differ: they share them.
    ///
    /// It never changes once it is made: a result that is to differ gets another.
    final class Context: Sendable, Equatable {
        struct Fields: Sendable, Equatable {
            var test = ""
            var analyte: String?
            var unit = ""
            var flags: [String] = []
            var status = ""
            var isResent = false
            var isCancelled = false
            var dilution = ""
            var replicate = ""
            var instrument = ""
        }

        let fields: Fields

        /// The context of a result with nothing in it yet.
        static let none = Context(Fields())

        init(_ fields: Fields) { self.fields = fields }

        static func == (one: Context, other: Context) -> Bool {
            one === other || one.fields == other.fields
        }
    }

    /// The maker's test code.
    public var test: String {
        get { context.fields.test }
        set { change(\.test, to: newValue) }
    }

    /// What the test measures, by the dialect's table; nil when the code is not in it.
    public var analyte: String? {
        get { context.fields.analyte }
        set { change(\.analyte, to: newValue) }
    }

    /// The unit as sent.
    public var unit: String {
        get { context.fields.unit }
        set { change(\.unit, to: newValue) }
    }

    /// Abnormal flags as sent, one an element, empty ones left out.
    public var flags: [String] {
        get { context.fields.flags }
        set { change(\.flags, to: newValue) }
    }

    /// The result status as sent, such as `F`, `P`, `C` or `F\R`.
    public var status: String {
        get { context.fields.status }
        set { change(\.status, to: newValue) }
    }

    /// True when the analyzer itself says that it sent the result before (status `R`).
    public var isResent: Bool {
        get { context.fields.isResent }
        set { change(\.isResent, to: newValue) }
    }

    /// True when the analyzer takes back what it sent before, by its dialect: status `X`, and in
    /// HL7 `W` and `D`.
    public var isCancelled: Bool {
        get { context.fields.isCancelled }
        set { change(\.isCancelled, to: newValue) }
    }

    /// The dilution as sent; empty when none.
    public var dilution: String {
        get { context.fields.dilution }
        set { change(\.dilution, to: newValue) }
    }

    /// The replicate as sent; empty when none.
    public var replicate: String {
        get { context.fields.replicate }
        set { change(\.replicate, to: newValue) }
    }

    /// The instrument or module serial as sent; empty when none.
    public var instrument: String {
        get { context.fields.instrument }
        set { change(\.instrument, to: newValue) }
    }

    /// The analyzer's local time of completion, ISO 8601 without a zone; nil when none was sent.
    ///
    /// What is set and is no such time becomes nil.
    public var measured: String? {
        get { LocalTime.iso8601(time) }
        set { time = newValue.map(LocalTime.packed(iso8601:)) ?? 0 }
    }

    /// The time in ``measured`` as a number that grows with it; 0 when none was sent.
    ///
    /// Times of one analyzer are compared by it, without a text of either.
    public var measuredOrder: UInt64 { time }

    private mutating func change<Value>(
        _ field: WritableKeyPath<Context.Fields, Value>, to value: Value
    ) {
        var fields = context.fields
        fields[keyPath: field] = value
        context = Context(fields)
    }
}
