import LearningSpace
import Members
import Opportunities
import Questions
import Storage

extension Rooms {
    /// Takes someone out of every room. Each act can be repeated, so that what was cut short is finished later.
    func erase(_ person: PersonID) async throws {
        try await journal.erase(everythingOf: person)
        try await catalogue.erase(everythingOf: person)
        try await desk.removeExpert(person)
        try await directory.finishErasing(person)
    }
}
