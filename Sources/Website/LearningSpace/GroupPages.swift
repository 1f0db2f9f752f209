import LearningSpace
import Members
import Storage

struct GroupsPage: Page {
    struct Row {
        let id: String
        let name: String
        let about: String
        let people: String
        let keeper: String
    }
    static let template = "space/groups"
    static let place: Section? = .space
    let title = "Groups"
    let groups: [Row]
    let invitations: [Row]
    let hasInvitations: Bool
    let hasNone: Bool
    let errors: Errors?
    let key: String
    let name: Field
    let about: Field

    init(_ all: [Group], names: [PersonID: String], key: SendingKey, form: Form, wrong: [Invalid]) {
        func row(_ group: Group) -> Row {
            Row(
                id: group.id.description, name: group.name, about: group.about,
                people: Spoken.words(group.members.map { names[$0] ?? "a former member" }),
                keeper: names[group.keeper] ?? "A former member")
        }
        groups = all.filter(\.isMember).map(row)
        invitations = all.filter { !$0.isMember }.map(row)
        (hasInvitations, hasNone) = (!invitations.isEmpty, all.isEmpty)
        errors = Errors(wrong)
        self.key = form.has("key") ? form["key"] : key.description
        name = Field(
            name: "name", label: "Its name", value: form["name"], hint: "As its people will know it.",
            error: wrong.sentence(for: "name"))
        about = Field(
            name: "about", label: "What is it for?", value: form["about"],
            hint: "How often you meet, and what you keep to yourselves.", error: wrong.sentence(for: "about"), rows: 3,
            optional: true)
    }
}

/// One group, for who is in it and for who is invited.
struct GroupPage: Page {
    struct Person {
        let id: String
        let name: String
        let note: String?
        /// Whether the reader can take them out: the keeper, anybody but themselves.
        let isRemovable: Bool
    }
    static let template = "space/group"
    static let place: Section? = .space
    let title: String
    let id: String
    /// The same, for where another id stands nearer.
    let group: String
    let paragraphs: [String]
    let keeper: String
    let isMember: Bool
    let people: [Person]
    let shared: [SharedRow]
    let errors: Errors?
    /// Nil for everybody but the keeper, and where the group is full.
    let person: Field?
    let pages: Pages?

    init(
        _ group: Group, _ shared: [SharedRow], reader: PersonID, names: [PersonID: String], members: [Member],
        pages: Pages?, wrong: [Invalid]
    ) {
        let isKeeper = group.keeper == reader
        title = group.name
        id = group.id.description
        self.group = id
        paragraphs = Paragraphs.of(group.about)
        keeper = names[group.keeper] ?? "A former member"
        isMember = group.isMember
        people =
            group.members.map { person in
                Person(
                    id: person.description, name: names[person] ?? "A former member",
                    note: person == group.keeper ? "keeps the group: invites people and can take them out" : nil,
                    isRemovable: isKeeper && person != reader)
            }
            + group.invited.map { person in
                Person(
                    id: person.description, name: names[person] ?? "A former member", note: "has not answered",
                    isRemovable: true)
            }
        self.shared = shared
        self.pages = pages
        errors = Errors(wrong)
        let there = Set(group.members + group.invited)
        let others = members.filter { !there.contains($0.id) }
        person =
            isKeeper && there.count < Group.mostPeople && !others.isEmpty
            ? Field(
                name: "person", label: "Invite", hint: "They are asked, and see nothing until they say yes.",
                error: wrong.sentence(for: "person"),
                options: others.map { Choice(value: $0.id.description, words: $0.name) }) : nil
    }
}
