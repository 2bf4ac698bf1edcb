import Testing

@testable import Protocols

struct FrameNumberingTests {
    private func numbering(
        _ rule: LinkOptions.FrameNumbers, _ enquiry: LinkOptions.Enquiry = .required
    ) -> FrameNumbering {
        var options = LinkOptions()
        (options.frameNumbers, options.enquiry) = (rule, enquiry)
        return FrameNumbering(options: options)
    }

    private func byte(_ number: Int) -> UInt8 { UInt8(ascii: "0") + UInt8(number) }

    @Test func aPhaseBeginsWithOneAndGoesRoundByZero() {
        var numbers = numbering(.strict)
        for number in [1, 2, 3, 4, 5, 6, 7, 0, 1, 2] {
            #expect(numbers.defect(of: byte(number)) == nil)
            numbers.take(byte(number))
            #expect(numbers.isLast(byte(number)))
        }
    }

    @Test func aStrictReceiverTakesNoOtherNumber() {
        var numbers = numbering(.strict)
        #expect(numbers.defect(of: byte(2)) == .wrongFrameNumber)
        #expect(numbers.defect(of: UInt8(ascii: "A")) == .wrongFrameNumber)
        numbers.take(byte(1))
        #expect(numbers.defect(of: byte(1)) == .conflictingFrame)
        #expect(numbers.defect(of: byte(3)) == .wrongFrameNumber)
        numbers.begin()
        #expect(numbers.defect(of: byte(2)) == .wrongFrameNumber)
    }

    @Test func aCaptureMayBeginWithAnyNumber() {
        #expect(numbering(.strict, .optional).defect(of: byte(5)) == nil)
    }

    @Test func aTolerantReceiverTakesOnlyTheRefusedFrameNext() {
        var numbers = numbering(.tolerant)
        numbers.take(byte(4))
        #expect(numbers.defect(of: byte(7)) == nil)
        numbers.refuse(byte(7))
        #expect(numbers.defect(of: byte(7)) == nil)
        #expect(numbers.defect(of: byte(5)) == nil)
        #expect(numbers.defect(of: byte(6)) == .wrongFrameNumber)
        numbers.take(byte(7))
        #expect(numbers.defect(of: byte(6)) == nil)
    }
}
