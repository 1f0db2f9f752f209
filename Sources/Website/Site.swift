package import Foundation
import Hummingbird
package import LearningSpace
package import Members
package import Opportunities
package import Questions
package import Storage

/// The rooms behind the front, and what all pages share.
package struct Site: Sendable {
    package let directory: Directory
    package let desk: Desk
    package let journal: Journal
    package let catalogue: Catalogue
    package let world: World
    /// Carries mail; nil where none is sent.
    let mailer: Mailer?
    let place: Place
    /// When batches run, in words: "every minute", "at 6:00 UTC".
    let batches: String
    /// Whether a server stands in front and says in `X-Forwarded-For` who is there.
    let isBehindProxy: Bool
    /// The folder of style sheets, scripts and images.
    let publicFolder: URL
    let templates: Templates
    let letters: Letters
    let cookie: SessionCookie
    /// All questions together, never one person's: 60 an hour are more than any desk can take in.
    let askGate: Throttle
    /// Ten reports a day for each member, counted in memory: who reported is not kept.
    let reportGate: Throttle

    package init(
        directory: Directory, desk: Desk, journal: Journal, catalogue: Catalogue, world: World, address: URL,
        isBehindProxy: Bool = false, batches: String = "with the next batch", mailer: Mailer? = nil,
        publicFolder: URL
    ) async throws {
        self.directory = directory
        self.desk = desk
        self.journal = journal
        self.catalogue = catalogue
        self.world = world
        self.mailer = mailer
        place = Place(address)
        self.isBehindProxy = isBehindProxy
        self.batches = batches
        self.publicFolder = publicFolder
        templates = try await Templates()
        letters = try await Letters(folder: Templates.folder())
        cookie = SessionCookie(isSecure: address.scheme == "https")
        askGate = Throttle(limit: 60, seconds: 3_600, world: world)
        reportGate = Throttle(limit: 10, seconds: 86_400, world: world)
    }
}
