/// Why a mail was not taken.
package struct SendFailure: Error, Equatable, CustomStringConvertible {
    package enum Reason: Sendable, Equatable {
        /// This mail will never be taken: the server said so with 5xx, or there is no such address.
        case refused
        /// The server asks to be tried again later, or what became of the mail is not known.
        case later
        /// No mail can be sent just now, whatever it says.
        case server
    }
    package let reason: Reason
    package let description: String

    package init(reason: Reason, description: String) {
        self.reason = reason
        self.description = description
    }
}
