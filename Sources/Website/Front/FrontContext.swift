import Hummingbird
import Members
import NIOCore

/// What every request carries at first. `visitor` is filled by `Sessions`, for the routes behind it.
struct FrontContext: SiteContext {
    var coreContext: CoreRequestContextStorage
    var visitor: SignedIn?
    /// Where the request comes from, to slow down who guesses passwords.
    let network: String

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        network = Network.name(of: source.channel.remoteAddress)
    }

    var member: Member? { visitor?.member }
}

/// A context that a page can be shown in.
protocol SiteContext: RequestContext {
    var member: Member? { get }
}
