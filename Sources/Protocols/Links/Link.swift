extension LinkOptions {
    /// Our end of a line that gave `received` bytes before, of whichever kind the device speaks.
    ///
    /// - Parameters:
    ///   - received: how many bytes the line gave before.
    ///   - isSending: true when we shall have something to send.
    /// - Returns: the end; one that only listens where the link has no way back.
    public func end(received: Int = 0, isSending: Bool = false) -> any LinkEnd {
        switch kind {
        case .e1381 where isSending: Duplex(role: .host, options: self, received: received)
        case .e1381: Receiver(options: self, received: received)
        case .simplified where isSending:
            SimplifiedDuplex(role: .host, options: self, received: received)
        case .simplified: SimplifiedLink(options: self, received: received)
        case .bci: BCILink(options: self, received: received)
        case .poct1a: POCTLink(options: self, received: received)
        case .lines, .table: Lines(options: self, received: received)
        case .listing: Listing(options: self, received: received)
        case .mllp where isSending: MLLPDuplex(role: .host, options: self, received: received)
        case .mllp: MLLP(options: self, received: received)
        }
    }

    /// The device's end of a line on which it hears as well; nil where the link has no way back.
    public func instrumentEnd() -> (any LinkEnd)? {
        switch kind {
        case .e1381: Duplex(role: .instrument, options: self)
        case .mllp: MLLPDuplex(role: .instrument, options: self)
        case .simplified: SimplifiedDuplex(role: .instrument, options: self)
        case .bci, .poct1a, .lines, .table, .listing: nil
        }
    }
}
