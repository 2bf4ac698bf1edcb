import Protocols
import Testing

/// Places in records, as dialect files write them.
@Suite struct FieldPathTests {
    @Test(arguments: [
        "R-4", "O-3.1", "R-3.4/2", "R-3.4+2", "O-4.2-3", "O-4.*", "H-12", "R-64", "OBX-5",
        "OBX-3.1", "SPM-2.1.1", "SPM-2.2.12", "OBX-3.*", "TQ1-2", "ZE2-3.4-6", "OBX-63",
        "SPM-2.1.1/2",
    ])
    func aPathIsWrittenAsItIsRead(text: String) {
        #expect(FieldPath(text)?.description == text)
    }

    @Test(arguments: ["qn", "y3", "SampleID", "Conc. (pg/mL)", "OBS.value@U"])
    func aNameIsAPlaceToo(text: String) {
        #expect(FieldPath(text)?.key == text)
        #expect(FieldPath(text)?.description == text)
        #expect(FieldPath("R-4")?.key == nil)
    }

    @Test(arguments: [
        "", "R", "R-", "R4", "r-4", "R-0", "R-65", "R-4.", "R-4.0", "R-4.3-2", "R-4/", "R-4/0",
        "R-3.4/1/2", "R-3.4/1+2", "R-3.4+", "R-3.4.5", "RR-4", "R--4", "R-+4", "R-4.**", "Ä-4",
        "R-4.1-2-3", "OB-5", "OBXX-5", "obx-5", "1BX-5", "OBX-64", "SPM-2.1.1.1", "SPM-2.1.",
        "SPM-2.*.1", "SPM-2.1-2.1", "SPM-2.1.0", "OBX",
    ])
    func whatIsNoPlaceIsRefused(text: String) {
        #expect(FieldPath(text) == nil)
    }
}
