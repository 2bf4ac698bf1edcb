import Protocols

extension LineDamage {
    /// What was counted in both together.
    func adding(_ other: LineDamage) -> LineDamage {
        var sum = self
        sum.parity += other.parity
        sum.framing += other.framing
        sum.overrun += other.overrun
        sum.breaks += other.breaks
        return sum
    }
}
