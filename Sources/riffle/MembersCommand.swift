import ArgumentParser
import Foundation
import Members
import Storage

struct MembersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "members", abstract: "Add people, list them, give roles, set passwords, erase.",
        subcommands: [Add.self, List.self, SetRoles.self, ResetPassword.self, Erase.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Add someone, with a password that is printed once.")
        @OptionGroup var shared: SharedOptions
        @Argument(help: "The name others will see.") var name: String
        @Option(help: "The e-mail they sign in with.") var email: String
        @Option(name: .customLong("role"), help: ArgumentHelp(Role.help)) var roles: [String] = []

        func run() async throws {
            let rooms = try Rooms(try Settings(shared))
            let password = Password.generated(from: rooms.world.randomBytes)
            do {
                _ = try await rooms.directory.add(
                    try PersonName(name), email: try EmailAddress(email),
                    roles: try Role.all(named: roles).union([.member]), password: password)
            } catch Directory.Refusal.emailTaken {
                throw Failure("Somebody has the e-mail \(email) already.")
            } catch let wrong as Invalid {
                throw Failure("\(wrong.field): \(wrong.sentence)")
            }
            print("\(name) can sign in with \(email) and the password \(password.plain)")
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Print name, e-mail and roles, tab-separated.")
        @OptionGroup var shared: SharedOptions

        func run() async throws {
            for member in try await Rooms(try Settings(overStandingData: shared)).directory.members() {
                print(
                    "\(member.name)\t\(member.email)\t\(member.roles.sorted().map(\.rawValue).joined(separator: ","))")
            }
        }
    }

    struct SetRoles: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "role", abstract: "Set the roles someone holds.")
        @OptionGroup var shared: SharedOptions
        @Argument(help: "Their e-mail.") var email: String
        @Argument(help: ArgumentHelp("All roles they hold from now on: \(Role.names).")) var roles: [String]

        func run() async throws {
            let rooms = try Rooms(try Settings(overStandingData: shared))
            let member = try await rooms.member(email)
            do {
                try await rooms.directory.set(roles: try Role.all(named: roles), of: member.id)
            } catch Directory.Refusal.lastAdministrator {
                throw Failure("Somebody has to stay administrator. Give the role to another member first.")
            }
        }
    }

    struct ResetPassword: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "password", abstract: "Set a new password, print it once, and end every session.")
        @OptionGroup var shared: SharedOptions
        @Argument(help: "Their e-mail.") var email: String

        func run() async throws {
            let rooms = try Rooms(try Settings(overStandingData: shared))
            let password = Password.generated(from: rooms.world.randomBytes)
            try await rooms.directory.reset(password, of: try await rooms.member(email).id)
            print("\(email) can sign in with the password \(password.plain)")
        }
    }

    struct Erase: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Erase someone and everything they wrote, which cannot be undone.")
        @OptionGroup var shared: SharedOptions
        @Argument(help: "Their e-mail.") var email: String

        func run() async throws {
            let rooms = try Rooms(try Settings(overStandingData: shared))
            let member = try await rooms.member(email)
            let question = """
                This erases \(member.name), their learning space and everything they saved. It cannot be undone.
                To go on, type the e-mail again:
                """
            guard Terminal.confirm(question, by: email) else { throw Failure("Nothing was erased.") }
            do {
                try await rooms.directory.beginErasing(member.id)
            } catch Directory.Refusal.lastAdministrator {
                throw Failure("This is the last administrator. Give the role to another member first.")
            }
            try await rooms.erase(member.id)
            print("\(email) is erased.")
        }
    }
}

extension Role {
    fileprivate static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
    fileprivate static var help: String { "One of \(names); may be given more than once." }

    fileprivate static func all(named words: [String]) throws -> Set<Role> {
        Set(
            try words.map { name in
                guard let role = Role(rawValue: name) else {
                    throw ExitCode.wrongUsage("There is no role \(name). A role is one of: \(names).")
                }
                return role
            })
    }
}

extension Rooms {
    fileprivate func member(_ email: String) async throws -> Member {
        guard let address = try? EmailAddress(email), let member = try await directory.member(email: address) else {
            throw Failure("Nobody has the e-mail \(email). List everybody with: riffle members list")
        }
        return member
    }
}
