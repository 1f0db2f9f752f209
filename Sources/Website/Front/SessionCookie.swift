import Hummingbird

/// The session cookie: bound to this host and to HTTPS, save on plain-HTTP loopback, where browsers refuse that.
struct SessionCookie: Sendable {
    let isSecure: Bool

    var name: String { isSecure ? "__Host-riffle" : "riffle" }

    func secret(in request: Request) -> String? { request.cookies[name]?.value }

    func set(_ secret: String, on response: inout Response) {
        response.setCookie(
            Cookie(
                name: name, value: secret, maxAge: 90 * 86_400, path: "/", secure: isSecure, httpOnly: true,
                sameSite: .lax))
    }

    func clear(on response: inout Response) {
        response.setCookie(
            Cookie(name: name, value: "", maxAge: 0, path: "/", secure: isSecure, httpOnly: true, sameSite: .lax))
    }
}
