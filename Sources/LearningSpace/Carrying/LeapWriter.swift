import Foundation
import Storage

/// A space as Leap2A of July 2010, an Atom feed of flat entries that other portfolio systems read.
///
/// Some of them look for the prefixes `leap2` and `categories` by their letters. Every link is written at both its ends.
/// <http://cetis.org.uk/leap2/a/specification>
struct LeapWriter {
    let space: SpaceFile
    /// Of its owner.
    let name: String

    func write(_ put: (String) throws -> Void) throws {
        let links = LeapLinks(space)
        try put(head)
        try put(
            entry(
                "person", name, type: "person", updated: lastChange, content: .none, links: [],
                marks: ["Self": "person_type"],
                more: "<leap2:persondata leap2:field=\"full_name\">\(XML.escaped(name))</leap2:persondata>\n"))
        for (id, title, kind) in links.containers {
            try put(
                entry(
                    id, title, type: kind == nil ? "plan" : "selection", updated: lastChange, content: .none,
                    links: links[id], marks: kind.map { [$0: "selection_type"] } ?? [:]))
        }
        for (index, ability) in space.responsibilities.enumerated() {
            let id = "ability\(index + 1)"
            try put(entry(id, ability, type: "ability", updated: lastChange, content: .none, links: links[id]))
        }
        for (index, item) in space.activities.enumerated() { try put(activity(item, "activity\(index + 1)", links)) }
        for item in space.reflections { try put(reflection(item, links)) }
        for (index, item) in space.goals.enumerated() { try put(goal(item, "goal\(index + 1)", links)) }
        for item in space.files { try put(file(item, links)) }
        try put("</feed>\n")
    }

    /// It follows from what is written, so that the same space gives the same bytes.
    private var lastChange: String {
        let stamps = space.reflections.map(\.saved) + space.files.map(\.added)
        let days = space.goals.flatMap { [$0.made, $0.closed ?? $0.made] } + space.activities.map(\.last)
        return Leap.time((stamps + days.map { $0 + " 00:00:00.000" }).max() ?? "1970-01-01 00:00:00.000")
    }

    private var head: String {
        """
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="\(Leap.atom)" xmlns:rdf="\(Leap.rdf)" xmlns:leap2="\(Leap.terms)" \
        xmlns:categories="\(Leap.categories)" xmlns:portfolio="\(Leap.base)">
        <leap2:version>http://www.leapspecs.org/2010-07/2A/</leap2:version>
        <id>\(Leap.base)</id>
        <title>My learning space</title>
        <updated>\(lastChange)</updated>
        <author><name>\(XML.escaped(name))</name><uri>portfolio:person</uri></author>

        """
    }

    private func reflection(_ item: SpaceFile.ReflectionItem, _ links: LeapLinks) -> String {
        let id = "reflection\(item.number)"
        let names = (try? ReflectionModel.named(item.model))?.stages.map(\.name) ?? []
        let isDone = names.allSatisfy { name in item.stages.contains { $0.stage == name && !$0.words.isEmpty } }
        return entry(
            id, item.title, type: "entry", updated: Leap.time(item.saved), published: Leap.time(item.begun),
            content: .markup(LeapContent.of(item, files: space.files)), links: links[id],
            marks: isDone ? [:] : ["Unready": "readiness"],
            tags: item.tags)
    }

    private func activity(_ item: SpaceFile.ActivityItem, _ id: String, _ links: LeapLinks) -> String {
        entry(
            id, item.title, type: "activity", updated: Leap.time(item.last), content: .markup(LeapContent.of(item)),
            links: links[id], marks: ["Work": "life_area"],
            more: Leap.date("start", item.first) + Leap.date("end", item.last)
                + "<leap2:status leap2:stage=\"completed\"/>\n")
    }

    private func goal(_ item: SpaceFile.GoalItem, _ id: String, _ links: LeapLinks) -> String {
        entry(
            id, item.title, type: "plan", updated: Leap.time(item.closed ?? item.made), published: Leap.time(item.made),
            content: .text(LeapContent.of(item)), links: links[id],
            more: Leap.date("target", item.due)
                + "<leap2:status leap2:stage=\"\(item.state == "done" ? "completed" : "planned")\"/>\n")
    }

    private func file(_ item: SpaceFile.FileItem, _ links: LeapLinks) -> String {
        let type = FileTypes.mediaType(of: item.kind)
        return entry(
            "file\(item.number)", item.name, type: "resource", updated: Leap.time(item.added),
            published: Leap.time(item.added), content: .text(item.about), links: links["file\(item.number)"],
            marks: ["Offline": "resource_type"],
            more:
                "<link rel=\"enclosure\" type=\"\(type)\" length=\"\(item.bytes)\" href=\"\(XML.escaped(item.path))\"/>\n"
        )
    }

    private enum Content { case none, text(String), markup(String) }

    private func entry(
        _ id: String, _ title: String, type: String, updated: String, published: String? = nil, content: Content,
        links: [LeapLinks.Link], marks: [String: String] = [:], tags: [String] = [], more: String = ""
    ) -> String {
        var lines = "<entry>\n<title>\(XML.escaped(title))</title>\n<id>portfolio:\(id)</id>\n"
        lines += "<updated>\(updated)</updated>\n"
        if let published { lines += "<published>\(published)</published>\n" }
        switch content {
        case .none: lines += "<content/>\n"
        case .text(let text): lines += "<content>\(XML.escaped(text))</content>\n"
        case .markup(let markup): lines += "<content type=\"xhtml\">\(markup)</content>\n"
        }
        lines += "<rdf:type rdf:resource=\"leap2:\(type)\"/>\n"
        for link in links {
            let order = link.order.map { " leap2:display_order=\"\($0)\"" } ?? ""
            lines += "<link rel=\"leap2:\(link.relation)\" href=\"portfolio:\(link.target)\"\(order)/>\n"
        }
        for (term, scheme) in marks.sorted(by: { $0.key < $1.key }) {
            lines += "<category term=\"\(term)\" scheme=\"categories:\(scheme)#\"/>\n"
        }
        for tag in tags { lines += "<category term=\"\(XML.escaped(tag))\"/>\n" }
        return lines + more + "</entry>\n"
    }
}
