import Members
import Mustache
import Storage

/// A page's data. Its stored properties are the names its template may use.
protocol Page {
    /// The template's path under `Templates`.
    static var template: String { get }
    var title: String { get }
    /// What is wrong with a form that came back; the window's title says so first.
    var errors: Errors? { get }
    /// The main link that leads here.
    static var place: Section? { get }
}

extension Page {
    static var place: Section? { nil }
    var errors: Errors? { nil }
}

enum Section: String {
    case home, questions, ask, receipt, experts, opportunities, space, shared, account, expert, desk, admin
}

/// A page in the layout's frame: who is looking, where they are, and what just happened.
struct Frame<Content: Page>: MustacheParent {
    let content: Content
    let member: Member?
    let notice: Notice?
    /// Of the key that signs tokens: the same on every page for everybody.
    let fingerprint: String?
    private let page: Reflected

    init(content: Content, member: Member?, notice: Notice?, fingerprint: String?) {
        (self.content, self.member, self.notice, self.fingerprint) = (content, member, notice, fingerprint)
        page = Reflected(content)
    }

    func child(named name: String) -> Any? {
        switch name {
        case "title": content.title
        case "hasErrors": content.errors != nil
        case "visitor": member.map { Reflected(Visitor($0)) }
        case "here": Content.place.map { [$0.rawValue: true] } ?? [:]
        case "notice": notice?.sentence
        case "fingerprint": fingerprint
        default: page.child(named: name)
        }
    }
}

/// Who is looking, as the layout shows it.
private struct Visitor {
    let id: String
    let name: String
    let isExpert: Bool
    let isModerator: Bool
    let isAdministrator: Bool

    init(_ member: Member) {
        id = member.id.description
        name = member.name
        isExpert = member.roles.contains(.expert)
        isModerator = member.roles.contains(.moderator)
        isAdministrator = member.roles.contains(.administrator)
    }
}
