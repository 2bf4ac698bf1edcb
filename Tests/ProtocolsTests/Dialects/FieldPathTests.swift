import Protocols
import Testing

/// Places in records, as dialect files write them.
@Suite struct FieldPathTests {
    @Test(arguments: ["R-4", "O-3.1", "R-3.4/2", "R-3.4+2", "O-4.2-3", "O-4.*", "H-12", "R-64"])
    func aPathIsWrittenAsItIsRead(text: String) {
        #expect(FieldPath(text)?.description == text)
    }

    @Test(arguments: [
        "", "R", "R-", "R4", "r-4", "R-0", "R-65", "R-4.", "R-4.0", "R-4.3-2", "R-4/", "R-4/0",
        "R-3.4/1/2", "R-3.4/1+2", "R-3.4+", "R-3.4.5", "RR-4", "R--4", "R-+4", "R-4.**", "Ä-4",
        "R-4.1-2-3",
    ])
    func whatIsNoPlaceIsRefused(text: String) {
        #expect(FieldPath(text) == nil)
    }
}
