import HTTPTypes
import Hummingbird

/// A browser and its system in two words: enough to recognise one's own session, too little to recognise a person.
enum Device {
    static func name(_ request: Request) -> String {
        let agent = request.headers[.userAgent] ?? ""
        return "\(first(browsers, in: agent) ?? "A browser") on \(first(systems, in: agent) ?? "some system")"
    }

    // In this order, because most browsers also claim to be those further down.
    private static let browsers = [
        ("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"),
        ("Lynx", "Lynx"), ("w3m", "w3m"),
    ]
    private static let systems = [
        ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "Mac"),
        ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ]

    private static func first(_ names: [(String, String)], in agent: String) -> String? {
        names.first { agent.contains($0.0) }?.1
    }
}
