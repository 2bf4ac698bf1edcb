/// One serial port of this machine, as `stepupd ports` shows it.
public struct PortDescription: Sendable, Equatable {
    /// Its path today: `/dev/ttyUSB0`.
    public var path: String
    /// The link that stays the same when the path does not; nil when there is none.
    public var byID: String?
    /// What the adapter calls itself.
    public var title: String
    /// Its USB identity; nil when it is not on USB.
    public var usb: USBIdentity?
    /// Who has it open now.
    public var holder: PortHolder?

    /// What to put into a configuration: the name that is least likely to change.
    public var address: LineAddress {
        if let byID { return .serial(path: byID) }
        if let usb, usb.serial != nil { return .usb(usb) }
        return .serial(path: path)
    }
}

extension PortDescription {
    /// Every serial port of this machine, by path.
    ///
    /// - Throws: ``LineError/system(_:doing:code:)`` when `/sys` cannot be read.
    public static func all() throws(LineError) -> [PortDescription] {
        let links = byIDLinks()
        return try SerialPort.list().map { port in
            var port = port
            port.byID = links[port.path]
            port.holder =
                PortHolder.find(holding: port.path) ?? PortLock.holder(of: port.path)
            return port
        }
    }

    private static func byIDLinks() -> [String: String] {
        let folder = "/dev/serial/by-id"
        var links: [String: String] = [:]
        for name in Folder.names(in: folder).sorted() {
            guard let path = try? Folder.resolve("\(folder)/\(name)") else { continue }
            links[path] = "\(folder)/\(name)"
        }
        return links
    }
}
