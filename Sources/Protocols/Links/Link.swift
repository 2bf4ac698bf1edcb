extension LinkOptions {
    /// Our end of a line that gave `received` bytes before, of whichever kind the device speaks.
    func end(received: Int) -> any LinkEnd {
        switch kind {
        case .e1381: Receiver(options: self, received: received)
        case .listing: Listing(options: self, received: received)
        }
    }
}
