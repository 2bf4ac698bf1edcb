/// A large value that many hold at once: passed on by reference, never changed.
@dynamicMemberLookup
public final class Shared<Value: Sendable>: Sendable {
    /// The value.
    public let value: Value

    /// Shares `value`.
    public init(_ value: Value) { self.value = value }

    /// One of the value's properties.
    public subscript<Member>(dynamicMember member: KeyPath<Value, Member>) -> Member {
        value[keyPath: member]
    }
}

extension Shared: Equatable where Value: Equatable {
    /// Two are equal when their values are.
    public static func == (left: Shared, right: Shared) -> Bool {
        left === right || left.value == right.value
    }
}

extension Shared: Encodable where Value: Encodable {
    /// Writes the value.
    public func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
}
