import Foundation
import NIOCore
import ServiceLifecycle

/// The front, which says in a sentence what kept it from listening.
struct Listening: Service {
    let front: any Service
    let host: String
    let port: Int

    func run() async throws {
        do {
            try await front.run()
        } catch let error as IOError {
            throw CannotListen(host: host, port: port, code: error.errnoCode)
        }
    }
}

/// Why the front does not answer at all.
struct CannotListen: Error, CustomStringConvertible {
    let host: String
    let port: Int
    /// The system's number for it.
    let code: CInt

    var description: String {
        switch code {
        case EADDRINUSE:
            "Another program listens on port \(port) of \(host). Stop it, or choose another port with --port."
        case EACCES:
            "This user may not listen on port \(port). Choose one from 1024 with --port, and put a server with HTTPS in front."
        case EADDRNOTAVAIL:
            "This machine has no address \(host). Choose one it has with --host, such as 127.0.0.1."
        default:
            "Nothing can be listened for on port \(port) of \(host): \(String(cString: strerror(code)))."
        }
    }
}
