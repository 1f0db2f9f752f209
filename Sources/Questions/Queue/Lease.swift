package import Foundation
package import Storage

/// That somebody looks at a question just now.
///
/// It is a courtesy and no lock: another moderator may open the question and decide, and is told who else looks at it.
/// A lock would have to be waited for or broken whenever somebody goes to lunch with a page open, and nothing would be
/// safer for it, since each act is decided on the version it names and the second of two is refused.
package struct Lease: Sendable, Equatable {
    package let person: PersonID
    /// The page that was opened last: an older page that closes does not end the lease.
    package let opening: ID<Lease>
    package let until: Date

    /// Minutes since the last act or opening.
    package static let minutes = 10
}
