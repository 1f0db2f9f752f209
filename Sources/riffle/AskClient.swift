import Foundation
import Outbound
import Questions
import Storage

/// Speaks to a community's server as a browser would: signed in to draw, as nobody to ask.
struct AskClient {
    private let server: URL
    /// Wherever the person at the terminal says, their own machine included.
    private let wayOut = WayOut(.anywhere)
    /// As `ask.js` pads: the size of a request says nothing about the question in it.
    private static let askSize = 32_768

    init(server: String) throws {
        guard let url = URL(string: server), ["http", "https"].contains(url.scheme), url.host != nil else {
            throw Failure("The server is an address like https://riffle.example.org, not \(server).")
        }
        self.server = url
    }

    func draw(email: String, password: String) async throws -> [Token] {
        let signIn = try await send(
            "sign-in", type: Self.form,
            Data(Self.encoded([("email", email), ("password", password), ("next", "/about/terms")]).utf8))
        // Who is welcome is led on, and given a cookie, which drawing alone carries.
        guard signIn.status == 303, let cookie = signIn.cookie else {
            throw Failure("The e-mail and the password do not go together.")
        }
        let key = try await publishedKey()
        let drawings = try (0..<3).map { _ in try key.begin(from: .real) }
        let wish = Wish(epoch: key.epoch.number, blinded: drawings.map { Base64URL.encode($0.blinded) })
        let reply = try await send(
            "account/tokens", type: "application/json", try JSONEncoder().encode(wish), cookie: cookie)
        guard reply.status == 200 else { throw Failure(try reply.sentence) }
        let signed = try JSONDecoder().decode(Signed.self, from: reply.body).signatures.compactMap(Base64URL.decode)
        return try zip(drawings, signed).map { try $0.token(signed: $1) }
    }

    func ask(_ text: String, topic: String, receipt: Receipt, spending token: Token) async throws {
        let fields = [
            ("topic", topic), ("text", text), ("terms", "yes"), ("receipt", receipt.text), ("token", token.text),
        ]
        let body = Self.encoded(fields) + "&padding="
        let padding = String(repeating: "0", count: max(0, Self.askSize - body.utf8.count))
        let reply = try await send("ask", type: Self.form, Data((body + padding).utf8))
        guard reply.status == 200 else { throw Failure(try reply.sentence) }
    }

    private func publishedKey() async throws -> PublicTokenKey {
        let reply = try await send("ask/key", type: nil, nil)
        let key = try JSONDecoder().decode(Key.self, from: reply.body)
        guard let modulus = Base64URL.decode(key.n), let exponent = Base64URL.decode(key.e) else {
            throw Failure("The server's key cannot be read.")
        }
        let known = try PublicTokenKey(epoch: Epoch(number: key.epoch), modulus: modulus, exponent: exponent)
        print("The key's fingerprint is \(known.fingerprint). Other members must see the same.")
        return known
    }

    private static let form = "application/x-www-form-urlencoded"

    private func send(_ path: String, type: String?, _ body: Data?, cookie: String? = nil) async throws -> Reply {
        do {
            var fetch = Fetch(try WebAddress(server.appending(path: path).absoluteString))
            fetch.body = body
            fetch.limits.redirects = 0
            fetch.limits.seconds = 60
            fetch.headers = [("Accept", "application/json")]
            if let type { fetch.headers.append(("Content-Type", type)) }
            if let cookie { fetch.headers.append(("Cookie", cookie)) }
            let (reply, body) = try await wayOut.document(fetch)
            return Reply(
                status: reply.status, cookie: reply.headers["set-cookie"]?.split(separator: ";").first.map(String.init),
                body: body)
        } catch let failure as FetchFailure {
            throw Failure(failure.description)
        }
    }

    private static func encoded(_ fields: [(String, String)]) -> String {
        fields.map { name, value in
            "\(name)=" + (value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")
        }.joined(separator: "&")
    }

    private struct Reply {
        let status: Int
        /// The name and value of the cookie that came with it.
        let cookie: String?
        let body: Data

        /// What the server says is wrong.
        var sentence: String {
            get throws {
                let refusal = try? JSONDecoder().decode(Refusal.self, from: body)
                return refusal?.error ?? refusal?.errors?.map(\.sentence).joined(separator: " ")
                    ?? "The server answered with \(status)."
            }
        }
    }
    private struct Refusal: Decodable {
        struct Item: Decodable {
            let sentence: String
        }
        let error: String?
        let errors: [Item]?
    }
    private struct Key: Decodable {
        let epoch: Int
        let n: String
        let e: String
    }
    private struct Wish: Encodable {
        let epoch: Int
        let blinded: [String]
    }
    private struct Signed: Decodable {
        let signatures: [String]
    }
}
