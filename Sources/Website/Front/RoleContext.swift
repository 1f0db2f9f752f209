import Hummingbird
import Members
import Storage

/// A context that exists only for people who may be here: a handler that forgot to ask cannot be written.
struct RoleContext<Door: Website.Door>: ChildRequestContext, SiteContext {
    var coreContext: CoreRequestContextStorage
    let signedIn: SignedIn

    init(context: FrontContext) throws {
        guard let visitor = context.visitor else { throw SignInNeeded() }
        guard Door.opens(for: visitor.member.roles) else { throw RoleNeeded() }
        coreContext = context.coreContext
        signedIn = visitor
    }

    var member: Member? { signedIn.member }
    /// Who acts.
    var person: PersonID { signedIn.member.id }
}

/// Which roles a group of routes opens for.
protocol Door: Sendable {
    static func opens(for roles: Set<Role>) -> Bool
}

enum AnyMember: Door {
    static func opens(for roles: Set<Role>) -> Bool { true }
}
enum ExpertDoor: Door {
    static func opens(for roles: Set<Role>) -> Bool { roles.contains(.expert) }
}
enum ModeratorDoor: Door {
    static func opens(for roles: Set<Role>) -> Bool { roles.contains(.moderator) }
}
enum AdministratorDoor: Door {
    static func opens(for roles: Set<Role>) -> Bool { roles.contains(.administrator) }
}

typealias MemberContext = RoleContext<AnyMember>
typealias ExpertContext = RoleContext<ExpertDoor>
typealias ModeratorContext = RoleContext<ModeratorDoor>
typealias AdministratorContext = RoleContext<AdministratorDoor>

/// Thrown where nobody is signed in; `ErrorPages` leads to the sign-in, or gives back what was typed.
struct SignInNeeded: Error {}

/// Thrown where somebody holds no role that opens the door; `ErrorPages` says so, and gives back what was typed.
struct RoleNeeded: Error {}
