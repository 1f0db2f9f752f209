import Foundation
import Storage
import TestSupport
import Testing

@testable import Containers
@testable import LearningSpace

extension OpenJournal {
    /// A space with every kind of item, in every model, and files at every kind of place.
    func fillWithFiles(count: Int = 12) async throws {
        try await fill(count: count)
        let reflections = try await journal.reflections(of: owner).map(\.summary)
        let (goals, activities) = (
            try await journal.goals(of: owner), try await journal.activities(of: owner)
        )
        let stage = reflections[0].model.stages[1].name
        let places: [Evidence.Place] = [
            .stage(stage, of: reflections[0].id), .goal(goals[1].id), .activity(activities[2].id),
        ]
        let files: [([UInt8], String)] = [
            (HandMade.jpeg(), "tea \"at\" five.jpg"), (Array("day,hours\n".utf8), "Brinkworth ö.csv"),
            (Array("%PDF-1.7 queue".utf8), "../queue.pdf"), (HandMade.png(), "nowhere.png"),
        ]
        for (number, file) in files.enumerated() {
            clock.advance(minutes: 1)
            let id = try #require(
                try await send(file.0, file.1, at: places.indices.contains(number) ? places[number] : nil))
            if number == 0 { for place in places { _ = try await journal.put(id, at: place, by: owner) } }
        }
    }

    func archive(named name: String = "Mara Member") async throws -> Data {
        let id = try await journal.pack(for: owner, named: name)
        try await journal.work(on: id)
        let parcel = try #require(try await journal.parcel(.out, of: owner))
        #expect(parcel.state == .ready && parcel.done == parcel.total)
        return try Data(contentsOf: try #require(try await journal.archive(id, of: owner)))
    }

    /// Brings an archive, looks at what would be done, and has it done.
    /// - Returns: nil where it was refused, with the sentence.
    func bring(_ archive: Data) async throws -> (preview: Imported, done: Imported)? {
        let file = try await journal.receiveParcel(by: owner)
        try file.add(archive)
        try await journal.look(into: file)
        guard let preview = try await journal.parcel(.in, of: owner)?.imported else { return nil }
        #expect(try await journal.takeIn(file.id, by: owner))
        try await journal.work(on: file.id)
        return (preview, try #require(try await journal.parcel(.in, of: owner)?.imported))
    }

    /// What is wrong with an archive that nothing is taken from.
    func problem(with archive: Data) async throws -> String? {
        #expect(try await bring(archive) == nil)
        return try await journal.parcel(.in, of: owner)?.problem
    }
}

/// An archive's parts, by name.
func parts(of archive: Data) throws -> [String: Data] {
    let directory = try ZipDirectory(FileBytes(Array(archive)))
    var parts: [String: Data] = [:]
    for entry in directory.entries {
        var part = Data()
        try directory.read(entry, upTo: 100_000_000) { part += $0 }
        parts[entry.name] = part
    }
    return parts
}

func zipped(_ parts: [String: Data]) -> Data {
    HandMade.zip(parts.sorted { $0.key < $1.key }.map { .init($0.key, Array($0.value)) })
}
