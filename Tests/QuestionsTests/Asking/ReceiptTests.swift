import Foundation
import Storage
import TestSupport
import Testing

@testable import Questions

@Suite struct ReceiptTests {
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    private let world = TestWorld().world

    private func opens(_ typed: String, _ receipt: Receipt) -> Bool { (try? Receipt(typed)) == receipt }

    @Test("A receipt is seven groups of four letters and digits that cannot be confused")
    func shape() {
        for _ in 1...200 {
            let receipt = Receipt(from: world)
            #expect(receipt.groups.count == 7)
            #expect(receipt.groups.allSatisfy { $0.count == 4 && $0.allSatisfy(Self.alphabet.contains) })
            #expect(receipt.text.count == 28 + 6)
            #expect(opens(receipt.text, receipt))
        }
    }

    @Test("Receipts carry 128 bits of chance and do not repeat")
    func chance() {
        let receipts = (1...2_000).map { _ in Receipt(from: world).groups.joined() }
        let secrets = receipts.compactMap { Base32.decode($0.prefix(26)) }
        #expect(Set(secrets).count == 2_000)
        for byte in 0..<16 {
            // Every bit is sometimes set and sometimes not.
            #expect(secrets.reduce(0) { $0 | $1[byte] } == 255)
            #expect(secrets.reduce(255) { $0 & $1[byte] } == 0)
        }
    }

    @Test("Case, spaces, hyphens and letters that look like digits do not matter")
    func forgiving() {
        for _ in 1...200 {
            let receipt = Receipt(from: world)
            let plain = receipt.groups.joined()
            let spellings = [
                plain, plain.lowercased(), receipt.text, receipt.groups.joined(separator: " "),
                receipt.groups.joined(separator: " – "), "  \(receipt.text)\r\n",
                plain.map { "\($0)" }.joined(separator: "-"),
                plain.replacing("0", with: "O").replacing("1", with: "I"),
                plain.lowercased().replacing("0", with: "o").replacing("1", with: "l"),
            ]
            for spelling in spellings { #expect(opens(spelling, receipt), "\(spelling)") }
        }
    }

    @Test("One mistyped letter is always seen, wherever it stands")
    func slips() {
        var missed = 0
        for _ in 1...200 {
            let letters = Array(Receipt(from: world).groups.joined())
            for place in letters.indices {
                for letter in Self.alphabet where letter != letters[place] {
                    var typed = letters
                    typed[place] = letter
                    if (try? Receipt(String(typed))) != nil { missed += 1 }
                }
            }
        }
        #expect(missed == 0)
    }

    @Test("Two neighbours that changed places are always seen")
    func swaps() {
        var missed = 0
        for _ in 1...2_000 {
            let letters = Array(Receipt(from: world).groups.joined())
            for place in 0..<27 where letters[place] != letters[place + 1] {
                var typed = letters
                typed.swapAt(place, place + 1)
                if (try? Receipt(String(typed))) != nil { missed += 1 }
            }
        }
        #expect(missed == 0)
    }

    @Test(
        "What is no receipt is refused with a sentence that says what to look for",
        arguments: [
            ("", "this one has 0"), ("K7QM", "this one has 4"), (String(repeating: "0", count: 29), "this one has 29"),
            (String(repeating: "U", count: 28), "without U"), (String(repeating: "é", count: 28), "without U"),
            ("0000-0000-0000-0000-0000-0000-00!0", "without U"),
            (String(repeating: "Z", count: 28), "seems mistyped"), (String(repeating: "👩🏽‍🚀", count: 28), "without U"),
        ])
    func refused(typed: String, hint: String) {
        let error = #expect(throws: Invalid.self) { try Receipt(typed) }
        #expect(error?.field == "receipt")
        #expect(error?.sentence.contains(hint) == true, "\(error?.sentence ?? "")")
    }

    @Test("The desk keeps the hash alone, and no file the receipt")
    func stored() async throws {
        try await withDesk { open in
            let receipt = Receipt(from: open.clock.world)
            _ = try await open.asked("How do I become a supervisor?", receipt: receipt)
            let letters = receipt.groups.joined()
            let secret = Data(try #require(Base32.decode(letters.prefix(26))))
            for trace in [secret, Data(receipt.text.utf8), Data(letters.utf8), Data(letters.lowercased().utf8)] {
                #expect(try open.files(holding: trace).isEmpty)
            }
            #expect(try !open.files(holding: receipt.hash).isEmpty)
        }
    }
}
