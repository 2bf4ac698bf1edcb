extension Plan {
    /// Why this plan cannot be carried out, a sentence each; empty when it can.
    public func problems() -> [String] {
        sites.isEmpty ? ["The plan has no injection site."] : []
    }
}
