import Foundation

/// The names of organisations that activities refer to by an id.
struct VolunteeringOrganisations: Sendable {
    /// By id; one without a name has an empty one.
    private(set) var names: [String: String] = [:]
    private(set) var nameless = 0

    init() {}

    /// From `…-organisations.jsonld`, where it stands beside `…-activities.jsonld`.
    init(beside file: URL) throws {
        let name = file.lastPathComponent.replacing("activities", with: "organisations")
        let other = file.deletingLastPathComponent().appending(path: name)
        guard name != file.lastPathComponent, FileManager.default.fileExists(atPath: other.path) else { return }
        var items = try JSONItems(other, named: name, JSONItems.Layout(keys: ["@graph"]))
        while let item = try items.next() { note(try? JSON(item.bytes)) }
    }

    /// From the same file as the activities that refer to them.
    init(within file: URL, named name: String) throws {
        var items = try Source.Format.volunteering.items(in: file, named: name)
        while let item = try items.next() {
            guard let node = try? JSON(item.bytes), !node["activity"].isThere,
                node[any: "type", "@type"].list.contains(where: { $0.text?.hasSuffix("Organisation") ?? false })
            else { continue }
            note(node)
        }
    }

    private mutating func note(_ organisation: JSON?) {
        guard let organisation, let id = organisation[any: "id", "@id"].text else { return }
        let name = AdvertText(organisation[any: "name", "label"].text ?? "").text
        if name.isEmpty { nameless += 1 }
        names[id] = name
    }
}
