extension AssayResult {
    /// The fields that are as in a new result on most lines; results of a tube share them where
    /// they are not.
    final class Seldom: Sendable, Equatable {
        struct Fields: Sendable, Equatable {
            var position = ""
            var qualitative: String?
            var isComplete = true
        }

        let fields: Fields

        init(_ fields: Fields) { self.fields = fields }

        static func == (one: Seldom, other: Seldom) -> Bool {
            one === other || one.fields == other.fields
        }
    }

    /// Carrier, rack and position as sent, for analyzers without a bar-code reader.
    public var position: String {
        get { seldom?.fields.position ?? "" }
        set { changeSeldom { $0.position = newValue } }
    }

    /// The qualitative code sent beside the number: `-1` in `-1^0.750`.
    public var qualitative: String? {
        get { seldom?.fields.qualitative }
        set { changeSeldom { $0.qualitative = newValue } }
    }

    /// False when the message ended without its terminator record.
    public var isComplete: Bool {
        get { seldom?.fields.isComplete ?? true }
        set { changeSeldom { $0.isComplete = newValue } }
    }

    private mutating func changeSeldom(_ change: (inout Seldom.Fields) -> Void) {
        var fields = seldom?.fields ?? Seldom.Fields()
        change(&fields)
        // None stands for the usual ones, so that equal results are equal however they were made.
        seldom = fields == Seldom.Fields() ? nil : Seldom(fields)
    }
}
