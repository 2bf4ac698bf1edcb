extension LinkOptions {
    /// Our end of a line that gave `received` bytes before, of whichever kind the device speaks.
    public func end(received: Int = 0) -> any LinkEnd {
        switch kind {
        case .e1381: Receiver(options: self, received: received)
        case .simplified: SimplifiedLink(options: self, received: received)
        case .listing: Listing(options: self, received: received)
        case .mllp: MLLP(options: self, received: received)
        }
    }
}
