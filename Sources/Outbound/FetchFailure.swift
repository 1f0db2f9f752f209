/// Why a fetch came to nothing, each in a sentence that an administrator can act on.
package enum FetchFailure: Error, Equatable, CustomStringConvertible {
    case notWeb(String)
    case forbidden(host: String)
    case unresolved(host: String)
    case unreachable(host: String)
    case untrusted(host: String)
    case tooSlow(host: String)
    case tooLong(seconds: Double)
    case tooLarge(bytes: Int)
    case tooManyRedirects(Int)
    case cutShort(host: String)
    case garbled(host: String, String)

    package var description: String {
        switch self {
        case .notWeb(let text):
            "“\(text.prefix(200))” is not an address that starts with http:// or https:// and holds no password."
        case .forbidden(let host):
            "\(host) leads to this machine or its private network, which is not fetched from."
        case .unresolved(let host): "The name \(host) is not known. Check its spelling."
        case .unreachable(let host): "\(host) does not answer."
        case .untrusted(let host): "\(host) cannot prove who it is: its certificate is not trusted."
        case .tooSlow(let host): "\(host) sends too slowly, so it was given up."
        case .tooLong(let seconds): "It took longer than \(Int(seconds.rounded(.up))) seconds, so it was given up."
        case .tooLarge(let bytes): "It is larger than \(bytes) bytes, so it was given up."
        case .tooManyRedirects(let most): "It leads from address to address more than \(most) times."
        case .cutShort(let host): "\(host) ended before everything had arrived."
        case .garbled(let host, let how): "What \(host) sends cannot be read: \(how)."
        }
    }
}
