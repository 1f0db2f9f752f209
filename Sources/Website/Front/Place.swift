package import Foundation
import Synchronization

extension Site {
    /// Where visitors reach the site, such as `https://riffle.example.org`.
    package var address: URL { place.address }
}

/// Where the site is. With port 0 the system chooses, and it is known once the front answers.
final class Place: Sendable {
    private let known: Mutex<URL>

    init(_ address: URL) { known = Mutex(address) }

    var address: URL { known.withLock { $0 } }

    func settle(port: Int) {
        known.withLock { address in
            guard address.port == 0, var parts = URLComponents(url: address, resolvingAgainstBaseURL: false) else {
                return
            }
            parts.port = port
            address = parts.url ?? address
        }
    }
}
