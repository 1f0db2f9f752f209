/// Which machines may be reached.
///
/// It is asked with the address of each connection at the moment of connecting: a name that first leads to a public
/// address and then to this machine gains nothing.
package struct Guard: Sendable {
    private enum Rule: Sendable {
        case publicOnly
        case anywhere
    }
    private var rule = Rule.publicOnly
    private var hosts: Set<String> = []
    private var loopbackPort: Int?

    /// Public addresses alone.
    package static let publicOnly = Guard()

    /// Every address: where the person at the terminal typed where to go.
    package static let anywhere = Guard(rule: .anywhere)

    /// Public addresses, and whatever these names lead to, because an administrator wrote them down.
    package static func allowing(hosts: [String]) -> Guard { Guard(hosts: Set(hosts.map { $0.lowercased() })) }

    /// Public addresses, and one port of this machine: for tests with a server of their own.
    package static func allowing(loopbackPort: Int) -> Guard { Guard(loopbackPort: loopbackPort) }

    func allows(_ address: NetworkAddress, port: Int, as host: String) -> Bool {
        if rule == .anywhere || address.isPublic || hosts.contains(host.lowercased()) { return true }
        return address.isLoopback && port == loopbackPort
    }
}
