import Foundation
import TestSupport
import Testing

/// In one test, because each password takes seconds to hash in a build that is not optimised.
struct MembersTests {
    @Test func `somebody is added, listed, given roles, given a password, and erased; the doctor agrees`() async throws
    {
        try await withTemporaryFolder { folder in
            let lonely = try await Command.riffle("doctor", in: folder)
            #expect(lonely.code == 1)
            #expect(lonely.errors.contains("There is no administrator. Add one: riffle members add"))

            let added = try await Command.riffle(
                "members", "add", "Ada Admin", "--email", "Ada@Example.org", "--role", "administrator", in: folder)
            #expect(added.code == 0)
            #expect(
                added.output.contains(/^Ada Admin can sign in with Ada@Example.org and the password [a-z0-9-]{19}\n$/))
            let again = try await Command.riffle("members", "add", "Ada", "--email", "ada@example.org", in: folder)
            #expect(again.code == 1)
            #expect(again.errors == "Error: Somebody has the e-mail ada@example.org already.\n")
            let listed = try await Command.riffle("members", "list", in: folder)
            #expect(listed.output == "Ada Admin\tada@example.org\tmember,administrator\n")

            let roles = try await Command.riffle(
                "members", "role", "ada@example.org", "administrator", "expert", in: folder)
            #expect(roles.code == 0)
            #expect(
                try await Command.riffle("members", "list", in: folder).output.hasSuffix("\texpert,administrator\n"))
            for refused in [
                try await Command.riffle("members", "role", "ada@example.org", "member", in: folder),
                try await Command.riffle("members", "erase", "ada@example.org", in: folder),
            ] {
                #expect(refused.code == 1)
                #expect(refused.errors.hasSuffix("Give the role to another member first.\n"))
            }
            let sound = try await Command.riffle("doctor", in: folder)
            #expect(sound.code == 0 && sound.errors.isEmpty)
            #expect(sound.lines.last == "All is well.")
        }
    }

    @Test func `who is not there cannot be changed or erased`() async throws {
        try await withTemporaryFolder { folder in
            for arguments in [
                ["role", "no@example.org", "member"], ["password", "no@example.org"], ["erase", "no one"],
            ] {
                let run = try await Command.riffle(["members"] + arguments, in: folder)
                #expect(run.code == 1)
                #expect(run.errors.hasPrefix("Error: Nobody has the e-mail no"))
            }
        }
    }

    @Test func `an erased member is gone, and a new password is another`() async throws {
        try await withTemporaryFolder { folder in
            let added = try await Command.riffle("members", "add", "Mo", "--email", "mo@example.org", in: folder)
            let reset = try await Command.riffle("members", "password", "mo@example.org", in: folder)
            #expect(reset.code == 0)
            let (old, new) = (added.output.split(separator: " ").last, reset.output.split(separator: " ").last)
            #expect(old != new && new?.count == 20)
            _ = try await Command.riffle(
                "members", "add", "Ada", "--email", "a@example.org", "--role", "administrator", in: folder)
            let erased = try await Command.riffle("members", "erase", "mo@example.org", in: folder)
            #expect(erased.output == "mo@example.org is erased.\n")
            #expect(
                try await Command.riffle("members", "list", in: folder).output
                    == "Ada\ta@example.org\tmember,administrator\n")
        }
    }
}
