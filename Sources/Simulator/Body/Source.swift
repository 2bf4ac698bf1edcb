/// Tissue that secretes: a tumour, or a healthy region's share.
struct Source: Sendable, Equatable {
    /// The region it sits in.
    var region: String
    /// What it secretes at rest, amount/min.
    var basal: Double
    /// How many times that it adds at full response.
    var gain: Double
    /// The share of its blood that each sampled vein takes; nil when it goes through the portal
    /// vein, and so to all veins alike.
    var drains: [Double]?
}
