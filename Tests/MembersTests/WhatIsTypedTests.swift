import Storage
import Testing

@testable import Members

@Suite struct WhatIsTypedTests {
    @Test(
        "An address is folded to one spelling",
        arguments: [(" Maya@Example.ORG ", "maya@example.org"), ("a+b@c.d", "a+b@c.d")])
    func address(typed: String, kept: String) throws {
        #expect(try EmailAddress(typed).description == kept)
    }

    @Test(
        "What no mail could reach is no address",
        arguments: [
            "", "maya", "maya@", "@example.org", "maya@example", "a@b@c.d", "maya@.org", "maya@example.", "a b@c.d",
            "a@c.d\nBcc: x@y.z", "a\u{0}@c.d", String(repeating: "a", count: 251) + "@c.d",
        ])
    func noAddress(typed: String) {
        #expect(throws: Invalid("email", "Write a whole e-mail address, like name@example.org.")) {
            try EmailAddress(typed)
        }
    }

    @Test(
        "A name is one line of 1 to 80 characters",
        arguments: [
            (" Maya Thistlewood ", true), ("é", true), ("李小龍", true), (String(repeating: "n", count: 80), true),
            (String(repeating: "n", count: 81), false), ("", false), (" \n ", false), ("a\nb", false),
            ("a\u{0}b", false), ("\u{202E}ayam", false), ("\u{200D}", false), ("می\u{200C}نا", true), ("Ada 👩🏽‍🚀", true),
            (String(repeating: "e\u{301}", count: 41), false),
        ])
    func name(typed: String, isName: Bool) {
        #expect(((try? PersonName(typed)) != nil) == isName)
    }

    @Test("Every name that is taken can be kept", arguments: ["e\u{301}", "👩🏽‍🚀", "n"])
    func nameFits(letter: Character) async throws {
        try await withDirectory { open in
            let names = (1...80).compactMap { try? PersonName(String(repeating: letter, count: $0)) }
            for (count, name) in names.enumerated() {
                _ = try await open.directory.add(
                    name, email: try open.email("n\(count)"), roles: [], password: try Password(OpenDirectory.words))
            }
            #expect(!names.isEmpty)
            #expect(try await open.directory.members().count == names.count)
        }
    }

    @Test(
        "A password is long, whatever it is made of",
        arguments: [
            ("four unrelated words", true), ("пароль-пароль", true), ("abcdefghijkl", true), ("abcdefghijk", false),
            ("", false), (String(repeating: "ab", count: 30), false), (String(repeating: "abcdef", count: 170), true),
            (String(repeating: "abcdef", count: 171), false),
        ])
    func password(typed: String, isPassword: Bool) {
        #expect(((try? Password(typed)) != nil) == isPassword)
    }
}
