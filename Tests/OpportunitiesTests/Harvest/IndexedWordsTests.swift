import GRDB
import Storage
import Testing

@testable import Opportunities

@Suite("The index")
struct IndexedWordsTests {
    @Test("holds nobody's e-mail address or phone, wherever an advert writes them, and the advert keeps them")
    func contacts() async throws {
        let both = "jo@grove.example or 01632 960 001"
        let offered = try Offered(
            .csv,
            """
            title,description,address,skills,rewards
            "Walk dogs, ask \(both)","Ring \(both) before you come.","The Green, \(both)","Patience: \(both)","Joy: \(both)"

            """)
        _ = try await offered.harvest()
        let words = try await offered.seeded.catalogue.database.read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM searchable").flatMap { $0.map { "\($0.1)" } }.joined(
                separator: " ")
        }
        #expect(words.contains("Walk dogs") && words.contains("Patience") && words.contains("The Green"))
        for piece in ["grove", "@", "01632", "960"] { #expect(!words.contains(piece), "\(piece)") }
        let advert = try await offered.opportunity("Walk dogs")
        #expect(advert.description.contains(both) && advert.title.contains(both))
    }
}
