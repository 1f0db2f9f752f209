import Foundation
import Storage
import TestSupport
import Testing

@testable import Questions

struct TokenTests {
    private let epoch = Epoch(number: 740)
    private let world = TestWorld().world

    @Test func `what the signer sees does not stand in the token`() throws {
        let key = try FixtureKey.of(epoch)
        let drawing = try key.published.begin(from: world)
        let signed = try key.sign(drawing.blinded)
        let token = try drawing.token(signed: signed)
        #expect(key.holds(token))
        #expect(token.signature != signed)
        #expect(token.message != drawing.blinded)
        #expect(try key.published.begin(from: TestWorld().world).blinded != drawing.blinded)
    }

    @Test func `a token survives being written down`() throws {
        let token = try FixtureKey.of(epoch).draw(from: world)
        #expect(try Token(token.text) == token)
        #expect(token.text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) })
    }

    @Test func `a token that was cut short is told from a whole one`() throws {
        let text = try FixtureKey.of(epoch).draw(from: world).text
        for damaged in ["", "nonsense!", String(text.dropLast(40)), String(text.dropFirst(40))] {
            #expect(throws: Invalid.self) { try Token(damaged) }
        }
    }

    @Test func `the key's fingerprint is a short text that only this key has`() throws {
        let key = try FixtureKey.of(epoch)
        #expect(key.published.fingerprint.wholeMatch(of: /([0-9a-f]{4} ){7}[0-9a-f]{4}/) != nil)
        let again = try PublicTokenKey(epoch: epoch, modulus: key.published.modulus, exponent: key.published.exponent)
        #expect(again.fingerprint == key.published.fingerprint)
    }

    @Test(arguments: [("", Data()), ("AA", Data([0])), ("-_8", Data([0xFB, 0xFF]))])
    func `base 64 for addresses`(text: String, bytes: Data) {
        #expect(Base64URL.encode(bytes) == text)
        #expect(Base64URL.decode(text) == bytes)
        #expect(Base64URL.decode("+/8=") == nil)
    }
}
