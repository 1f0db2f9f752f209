import Foundation

/// The pages that are opened, each with an address made anew for every time.
struct SpacePages: Sendable {
    let name: String
    /// Whether a peer opens it, and not whose space it is.
    var isPeers = false
    let path: @Sendable (FullSpace.Places, DeskCorpus, inout DeskChance) -> String

    private static let warming = 5

    func paths(_ places: FullSpace.Places, _ corpus: DeskCorpus, _ chance: inout DeskChance, _ times: Int) -> [String] {
        (0..<(times + Self.warming)).map { _ in path(places, corpus, &chance) }
    }

    static let all: [SpacePages] = [
        .init(name: "/space") { _, _, _ in "/space" },
        .init(name: "/space?page=") { places, _, chance in
            "/space?page=\(Int.random(in: 1...max(1, places.reflections.count / 20), using: &chance))"
        },
        .init(name: "/space?tag=") { _, _, chance in "/space?tag=\(chance.pick(FullSpace.tags) ?? "")" },
        .init(name: "/space?q=") { _, corpus, chance in "/space?" + Connection.encoded([("q", corpus.typed(&chance))])
        },
        .init(name: "/space/reflections/{id}") { places, _, chance in
            "/space/reflections/\(chance.pick(places.reflections) ?? "")"
        },
        .init(name: "/space/reflections/{id}/edit") { places, _, chance in
            "/space/reflections/\(chance.pick(places.reflections) ?? "")/edit"
        },
        .init(name: "/space/reflections/{id}/revisions") { places, _, chance in
            "/space/reflections/\(chance.pick(places.reflections) ?? "")/revisions"
        },
        .init(name: "/space/reflections/new") { _, _, _ in "/space/reflections/new" },
        .init(name: "/space/goals") { _, _, _ in "/space/goals" },
        .init(name: "/space/goals?closed=") { _, _, chance in
            "/space/goals?closed=\(Int.random(in: 1...50, using: &chance))"
        },
        .init(name: "/space/goals/{id}") { places, _, chance in "/space/goals/\(chance.pick(places.goals) ?? "")" },
        .init(name: "/space/activities") { _, _, _ in "/space/activities" },
        .init(name: "/space/activities/{id}") { places, _, chance in
            "/space/activities/\(chance.pick(places.activities) ?? "")"
        },
        .init(name: "/space/activities/import") { _, _, _ in "/space/activities/import" },
        .init(name: "/space/shares") { _, _, _ in "/space/shares" },
        .init(name: "/space/groups") { _, _, _ in "/space/groups" },
        .init(name: "/space/groups/{id}") { places, _, _ in "/space/groups/\(places.group)" },
        .init(name: "/space/muted") { _, _, _ in "/space/muted" },
        .init(name: "/space/export") { _, _, _ in "/space/export" },
        .init(name: "/space/files") { _, _, _ in "/space/files" },
        .init(name: "/space/files?page=") { _, _, chance in
            "/space/files?page=\(Int.random(in: 1...40, using: &chance))"
        },
        .init(name: "/space/shares?page=") { _, _, chance in
            "/space/shares?page=\(Int.random(in: 1...10, using: &chance))"
        },
        .init(name: "/space/activities?year=") { _, _, chance in
            "/space/activities?year=\(Int.random(in: 2017...2026, using: &chance))"
        },
        .init(name: "/shared") { _, _, _ in "/shared" },
        .init(name: "a peer's /shared", isPeers: true) { _, _, _ in "/shared" },
        .init(name: "a peer's /shared?page=", isPeers: true) { _, _, chance in
            "/shared?page=\(Int.random(in: 1...5, using: &chance))"
        },
        .init(name: "a peer's /shared?group=", isPeers: true) { places, _, _ in "/shared?group=\(places.group)" },
        .init(name: "a peer's /shared/{id}", isPeers: true) { places, _, chance in
            "/shared/\(chance.pick(places.shared) ?? "")"
        },
    ]
}
