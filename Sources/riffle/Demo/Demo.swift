import Foundation
import Logging
import Members
import Opportunities
import Questions
import Storage

/// A fictional community over real opportunities, so that a visitor sees a place that is lived in.
struct Demo {
    let rooms: Rooms
    /// Kept so that a later start can print them again: nothing in a demo is worth hiding from its own administrator.
    private var signIns: URL { rooms.settings.data.appending(path: "demo-sign-ins.tsv") }

    init(_ rooms: Rooms) { self.rooms = rooms }

    /// Loads the community where there is nobody yet, then prints one line a person: roles, e-mail, password.
    func loadAndTell(_ logger: Logger) async {
        do {
            if try await rooms.directory.members().isEmpty { try await load() }
            Terminal.say(
                try String(contentsOf: signIns, encoding: .utf8) + "The demo is loaded: sign in as any of these.")
        } catch {
            logger.error(
                "The demo could not be loaded: \(error). Empty the data folder \(rooms.settings.data.path) and start again."
            )
        }
    }

    private func load() async throws {
        let seeds = rooms.settings.seeds
        _ = try await rooms.catalogue.addSeedsIfEmpty()
        for source in try await rooms.catalogue.sources() {
            _ = try await rooms.catalogue.harvest(source.name, from: seeds)
        }
        // Anyone may ask in the demo, so that a visitor can begin at once. Members draw tokens all the same.
        var settings = try await rooms.directory.settings()
        settings.whoMayAsk = .anyone
        try await rooms.directory.save(settings)
        for topic in try SeedTopic.all(in: seeds) {
            try await rooms.desk.save(try Topic(name: topic.name, about: topic.about))
            try await rooms.desk.save(try topic.words(in: seeds), of: topic.slug)
        }
        let cast = try await DemoCast(SeedPerson.all(in: seeds), rooms)
        try await cast.publish(try SeedQuestion.all(in: seeds))
        try await cast.reflect(try SeedReflection.all(in: seeds))
        try await cast.record(try SeedRecord.all(in: seeds))
        try cast.signIns.write(to: signIns, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: signIns.path)
    }
}
