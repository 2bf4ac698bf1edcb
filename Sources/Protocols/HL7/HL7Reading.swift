extension Dialect.Reading {
    /// The places of HL7 2.5.1 in ORU^R01 and OUL^R22, for what a dialect leaves out.
    ///
    /// The specimen is SPM-2's placer or filler, else the container of SAC-3, else the filler's or
    /// placer's order number of OBR, where simple analyzers put it.
    public static let hl7: Self = {
        var reads = Self()
        reads.specimen = paths("SPM-2.1.1", "SPM-2.2.1", "SAC-3.1", "OBR-3.1", "OBR-2.1")
        reads.test = paths("OBX-3.1", "OBX-4.1")
        reads.testName = paths("OBX-3.2")
        reads.value = paths("OBX-5")
        reads.unit = paths("OBX-6.1")
        reads.flags = paths("OBX-8")
        reads.status = paths("OBX-11")
        reads.measured = paths("OBX-19.1", "OBX-14.1", "OBR-22.1", "OBR-7.1")
        reads.instrument = paths("OBX-18.1")
        reads.comment = paths("NTE-3")
        reads.querySpecimen = paths("QPD-3.1", "QRD-8.1")
        // A header says itself where its processing ID is: some are shifted.
        (reads.queryTests, reads.queryStatus, reads.processing) = ([], [], [])
        reads.encoding = .utf8
        // Table 0085: X cannot be obtained, W and D take the result back, O and I have none.
        // R is "not verified" here, and no retransmission.
        reads.noValueStatus = ["X", "W", "D", "O", "I"]
        reads.cancelledStatus = ["X", "W", "D"]
        reads.resentStatus = []
        let control = AssayResult.Role.control
        // Table 0369: what is no patient's specimen; and IHE LAW's mark of supplemental values.
        // Q in MSH-11 is in no table: some makers mark control material so.
        reads.roles = [
            path("SPM-11.1"): [
                "B": control, "C": control, "E": control, "F": control, "O": control,
                "Q": control, "R": control, "V": control,
            ],
            path("OBX-3.*"): ["S_OTHER": .signal], path("MSH-11.1"): ["Q": control],
        ]
        return reads
    }()

    private static func paths(_ texts: String...) -> [FieldPath] { texts.map(path) }

    /// A path that this file itself spells, so that a wrong one is our own mistake.
    private static func path(_ text: String) -> FieldPath {
        guard let path = FieldPath(text) else { preconditionFailure("no path: \(text)") }
        return path
    }
}
