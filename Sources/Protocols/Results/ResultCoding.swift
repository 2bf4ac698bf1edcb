/// A result as it is stored: one flat object, whatever results share in memory.
extension AssayResult: Codable {
    private enum Key: String, CodingKey {
        case specimen, position, test, analyte, value, bound, qualitative, text, unit, flags, status
        case measured, role, dilution, replicate, instrument, comments, isResent, isComplete, bytes
        case isCancelled
    }

    /// Reads what ``encode(to:)`` wrote.
    public init(from decoder: any Decoder) throws {
        let object = try decoder.container(keyedBy: Key.self)
        var fields = Context.Fields()
        fields.test = try object.decode(String.self, forKey: .test)
        fields.analyte = try object.decodeIfPresent(String.self, forKey: .analyte)
        fields.unit = try object.decode(String.self, forKey: .unit)
        fields.flags = try object.decode([String].self, forKey: .flags)
        fields.status = try object.decode(String.self, forKey: .status)
        fields.isResent = try object.decode(Bool.self, forKey: .isResent)
        fields.isCancelled =
            try object.decodeIfPresent(Bool.self, forKey: .isCancelled) ?? false
        fields.dilution = try object.decode(String.self, forKey: .dilution)
        fields.replicate = try object.decode(String.self, forKey: .replicate)
        fields.instrument = try object.decode(String.self, forKey: .instrument)
        self.init()
        context = Context(fields)
        specimen = try object.decode(String.self, forKey: .specimen)
        position = try object.decode(String.self, forKey: .position)
        value = try object.decodeIfPresent(ExactDecimal.self, forKey: .value)
        bound = try object.decodeIfPresent(Bound.self, forKey: .bound)
        qualitative = try object.decodeIfPresent(String.self, forKey: .qualitative)
        text = try object.decode(String.self, forKey: .text)
        measured = try object.decodeIfPresent(String.self, forKey: .measured)
        role = try object.decode(Role.self, forKey: .role)
        comments = try object.decode([String].self, forKey: .comments)
        isComplete = try object.decode(Bool.self, forKey: .isComplete)
        bytes = try object.decode(Range<Int>.self, forKey: .bytes)
    }

    /// Writes all of it; what is nil is left out.
    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(specimen, forKey: .specimen)
        try object.encode(position, forKey: .position)
        try object.encode(test, forKey: .test)
        try object.encodeIfPresent(analyte, forKey: .analyte)
        try object.encodeIfPresent(value, forKey: .value)
        try object.encodeIfPresent(bound, forKey: .bound)
        try object.encodeIfPresent(qualitative, forKey: .qualitative)
        try object.encode(text, forKey: .text)
        try object.encode(unit, forKey: .unit)
        try object.encode(flags, forKey: .flags)
        try object.encode(status, forKey: .status)
        try object.encodeIfPresent(measured, forKey: .measured)
        try object.encode(role, forKey: .role)
        try object.encode(dilution, forKey: .dilution)
        try object.encode(replicate, forKey: .replicate)
        try object.encode(instrument, forKey: .instrument)
        try object.encode(comments, forKey: .comments)
        try object.encode(isResent, forKey: .isResent)
        if isCancelled { try object.encode(isCancelled, forKey: .isCancelled) }
        try object.encode(isComplete, forKey: .isComplete)
        try object.encode(bytes, forKey: .bytes)
    }
}
