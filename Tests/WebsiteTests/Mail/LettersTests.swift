import Foundation
import TestSupport
import Testing

@testable import Website

struct LettersTests {
    private static let folder = Repository.root.appending(path: "Sources/Website/Templates")

    @Test func `every letter has a subject, a text, and no name that nothing fills`() async throws {
        let letters = try await Letters(folder: Self.folder)
        let words = LetterWords(
            community: "Grüße & <Co>", address: "https://riffle.example.org", contact: "the desk",
            link: "https://riffle.example.org/here", month: "August 2026",
            items: [LetterWords.Item(title: "Is it?", address: "https://riffle.example.org/questions/1")])
        for name in Letters.Name.allCases {
            let (subject, text) = try letters.render(name, words)
            #expect(subject.contains("Grüße & <Co>"), "\(name): \(subject)")
            #expect(!subject.contains("\n") && !text.contains(/{{|}}|&amp;|\n\n\n/), "\(name): \(text)")
            #expect(text.count > 100 && text.contains("https://riffle.example.org") || name == .addressChanged)
        }
    }

    @Test func `each template is a letter's`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.appending(path: "letters").path)
        #expect(files.sorted() == Letters.Name.allCases.map { "\($0.rawValue).txt" }.sorted())
        for file in files {
            let text = try String(contentsOf: Self.folder.appending(path: "letters/\(file)"), encoding: .utf8)
            let names = Set(text.matches(of: /{{[#\/]?\.?([a-z]+)}}/).map { String($0.1) })
            #expect(names.isSubset(of: ["community", "address", "contact", "link", "month", "items", "title"]))
            #expect(text.split(separator: "\n").allSatisfy { $0.count <= 76 }, "\(file)")
        }
    }
}
