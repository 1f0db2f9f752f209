import Foundation
import FoundationNetworking
import Testing

/// A browser as small as can be: it opens pages, fills the forms that are on them, presses buttons, keeps cookies and
/// follows redirects. It sends nothing that a form on the page does not hold, so a renamed field fails a test.
final class Browser {
    let address: URL
    private(set) var path = "/"
    private(set) var status = 0
    private(set) var headers: [String: String] = [:]
    private(set) var page = Document("")
    private(set) var cookies: [String: String] = [:]
    /// Headers sent with every request, such as `Origin`.
    var extraHeaders: [String: String] = [:]
    private var filled: [(name: String, value: String)] = []
    private let session = URLSession(configuration: .ephemeral, delegate: StayHere(), delegateQueue: nil)

    init(at address: URL) { self.address = address }

    func open(_ path: String) async throws {
        // What stands after the # stays in the browser.
        try await send("GET", path.split(separator: "#").first.map(String.init) ?? path, body: nil)
    }

    /// Types into a box, chooses from a list, or ticks; what the form already holds under that name is replaced.
    func fill(_ name: String, _ value: String) {
        filled.removeAll { $0.name == name }
        filled.append((name, value))
    }

    /// Ticks one more of several boxes of the same name.
    func tick(_ name: String, _ value: String) { filled.append((name, value)) }

    /// Presses the first button whose words begin so, and sends the form it stands in.
    func press(_ words: String) async throws {
        let form = try #require(page.forms.first { $0.has(button: words) }, "no button “\(words)” on \(path)")
        let unknown = filled.filter { entry in !form.fields.contains { $0.name == entry.name } }
        try #require(unknown.isEmpty, "the form has no field \(unknown.map(\.name))")
        let body = form.submission(filled)
        filled = []
        if form.method == "get" {
            let page = form.action.split(separator: "#").first.map(String.init) ?? form.action
            try await send("GET", page + "?" + body, body: nil)
        } else {
            try await send("POST", form.action(of: words), body: body)
        }
    }

    /// Follows the first link with these words.
    func follow(_ words: String) async throws {
        try await open(try #require(page.link(words), "no link “\(words)” on \(path)"))
    }

    /// Sends what no form holds, as a program or an attacker would.
    func post(_ path: String, _ fields: [(String, String)]) async throws {
        try await send("POST", path, body: Document.Form.encoded(fields))
    }

    /// One request with this browser's cookies, and its answer as it comes: no redirect is followed, no page opened.
    func request(
        _ method: String, _ target: String, body: String? = nil, type: String = "application/x-www-form-urlencoded",
        headers: [String: String] = [:]
    ) async throws -> Reply {
        try await request(method, target, bytes: body.map { Data($0.utf8) }, type: type, headers: headers)
    }

    /// The same, with a body that is no text.
    func request(
        _ method: String, _ target: String, bytes: Data?, type: String, headers: [String: String] = [:]
    ) async throws -> Reply {
        var request = URLRequest(url: try #require(URL(string: target, relativeTo: address)))
        request.httpMethod = method
        request.httpShouldHandleCookies = false
        if let bytes {
            request.httpBody = bytes
            request.setValue(type, forHTTPHeaderField: "Content-Type")
        }
        if !cookies.isEmpty {
            let cookie = cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
            request.setValue(cookie, forHTTPHeaderField: "Cookie")
        }
        for (name, value) in extraHeaders.merging(headers, uniquingKeysWith: { $1 }) {
            request.setValue(value, forHTTPHeaderField: name)
        }
        let (data, response) = try await session.data(for: request)
        return Reply(data, try #require(response as? HTTPURLResponse))
    }

    private func send(_ method: String, _ target: String, body: String?) async throws {
        path = target
        let reply = try await request(method, target, body: body)
        (status, headers) = (reply.status, reply.headers)
        keepCookie()
        if status == 303, let next = headers["location"] {
            try await open(next)
        } else {
            page = reply.page
        }
    }

    private func keepCookie() {
        guard let cookie = headers["set-cookie"]?.split(separator: ";").first else { return }
        let sides = cookie.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        cookies[sides[0]] = sides[1].isEmpty ? nil : sides[1]
    }
}

/// Gives redirects to the browser instead of following them.
private final class StayHere: NSObject, URLSessionTaskDelegate {
    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }
}
