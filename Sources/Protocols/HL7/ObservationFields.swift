extension SegmentPass {
    /// The result that the OBX in hand and the segments above it make.
    func result(of text: Span<UInt8>) -> AssayResult {
        var fields = AssayResult.Context.Fields()
        fields.test = string(.test, of: text)
        fields.analyte =
            plan.analytes[fields.test] ?? plan.analytes[string(.testName, of: text)]
        fields.unit = string(.unit, of: text)
        fields.flags = flags(of: text)
        let status = first(of: .status, in: text)
        fields.status = string(status, of: text)
        fields.isResent = isOne(of: plan.resentStatus, status.range, in: text)
        fields.isCancelled = isOne(of: plan.cancelledStatus, status.range, in: text)
        fields.dilution = string(.dilution, of: text)
        fields.replicate = string(.replicate, of: text)
        fields.instrument = string(.instrument, of: text)
        var result = AssayResult()
        result.context = AssayResult.Context(fields)
        result.specimen = string(.specimen, of: text)
        result.position = string(.position, of: text)
        fillValue(
            of: &result, from: text, flags: fields.flags,
            saysNoValue: isOne(of: plan.noValueStatus, status.range, in: text))
        result.time = time(of: text, isMeasured: result.role != .none)
        return result
    }

    private func fillValue(
        of result: inout AssayResult, from text: Span<UInt8>, flags: [String], saysNoValue: Bool
    ) {
        guard let value = plan.places(of: .value).first else { return }
        let range = first(of: .value, in: text).range
        let type = HL7ValueType(table.place(Self.valueType, in: text).range, of: text)
        var printed =
            type == .structured
            ? PrintedValue(
                structured: components(of: range, in: text), of: text, as: plan.numbers)
            : PrintedValue(text.extracting(range), as: plan.numbers)
        if type.role != nil, case .number = printed { printed = .words }
        let rule = plan.rules.role(in: table, of: text)
        let role = type.role.map { RoleRules.stronger(rule ?? .result, $0) } ?? rule
        let reading = AssayResult.Reading(
            printed, text: string(table.field(plan.locators[value]), of: text),
            ruled: printed == .blank ? rule : role, flagBound: plan.bound(among: flags),
            isQualitative: false, isNoValue: plan.isNoValue(range, of: text),
            saysNoValue: saysNoValue)
        (result.text, result.role) = (reading.text, reading.role)
        (result.value, result.bound) = (reading.value, reading.bound)
    }

    /// OBX-2, the third cell of its row.
    private static var valueType: FieldLocator {
        FieldLocator(cell: 3, row: SegmentRows.obx)
    }

    /// The time of the analysis; 0 when no place holds one.
    ///
    /// A record without a value was measured at no time, unless it names one itself: the order's
    /// time is that of what was measured.
    private func time(of text: Span<UInt8>, isMeasured: Bool) -> UInt64 {
        for index in plan.places(of: .measured) {
            let locator = plan.locators[index]
            guard isMeasured || locator.row == SegmentRows.obx else { continue }
            let time = LocalTime.packed(text.extracting(table.place(locator, in: text).range))
            if time != 0 { return time }
        }
        return 0
    }

    /// The codes of the abnormal flags: the first component of each repeat that is not empty.
    private func flags(of text: Span<UInt8>) -> [String] {
        let place = first(of: .flags, in: text)
        guard let start = place.range.first else { return [] }
        if place.range.count == 1, text[start] < 0x80 { return plan.singleFlags[Int(text[start])] }
        var flags: [String] = []
        for piece in pieces(of: place.range, dividedBy: table.delimiters.repeat, in: text) {
            let parts = pieces(of: piece, dividedBy: table.delimiters.component, in: text)
            for part in plan.flagComponents ? parts[...] : parts.prefix(1) {
                let flag = string(FieldPlace(range: part, isPlain: place.isPlain), of: text)
                if !flag.isEmpty, flag != "\"\"" { flags.append(flag) }
            }
        }
        return flags
    }

    private func components(of range: Range<Int>, in text: Span<UInt8>) -> [Range<Int>] {
        pieces(of: range, dividedBy: table.delimiters.component, in: text)
    }

    /// What stands between the dividers, without blanks around it; the empty ones too.
    private func pieces(
        of range: Range<Int>, dividedBy divider: UInt8?, in text: Span<UInt8>
    ) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = range.lowerBound
        for index in range.lowerBound...range.upperBound
        where index == range.upperBound || text[index] == divider {
            pieces.append(FieldText.trimmed(start..<index, of: text))
            start = index + 1
        }
        return pieces
    }

    private func isOne(
        of words: [[UInt8]], _ range: Range<Int>, in text: Span<UInt8>
    ) -> Bool {
        words.contains { FieldText.equal($0, range, in: text) }
    }
}

extension SegmentPass {
    /// What the first place of `field` holds that is not empty.
    private func first(of field: ReadingPlan.Field, in text: Span<UInt8>) -> FieldPlace {
        plan.first(of: field, in: table, of: text)
    }

    /// The text of the first place of `field` that is not empty.
    func string(_ field: ReadingPlan.Field, of text: Span<UInt8>) -> String {
        string(first(of: field, in: text), of: text)
    }

    /// The text that stands at `place`.
    func string(_ place: FieldPlace, of text: Span<UInt8>) -> String {
        FieldText.string(place, of: text, dividedBy: table.delimiters, encoding: encoding)
    }
}
