import Properties

/// Called by libFuzzer with each input; a broken property ends the run with its input kept.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzWide(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    if let broken = Property.wide.broken(by: bytes) { fatalError(broken) }
    return 0
}
