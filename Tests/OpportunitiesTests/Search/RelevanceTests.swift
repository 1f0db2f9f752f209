import Foundation
import Testing
import TextSearch

@testable import Opportunities

/// Ninety real adverts and searches for them in other words than theirs: a change that makes the ranking worse shows
/// here, though not by how much (`riffle evaluate` tells that on judged collections).
struct RelevanceTests {
    /// What is typed, and a part of each title that answers it.
    private static let searches: [(typed: String, titles: [String])] = [
        ("bereaved people helpline", ["Bereavement Helpline"]), ("kids reading at school", ["Schoolreaders"]),
        ("phone calls to lonely elderly", ["Telephone"]), ("cofee shop", ["Cafe", "Café"]),
        ("make videos", ["Video Editor"]), ("gaming", ["Minecraft"]), ("diabetic", ["Diabetes"]),
        ("penfriend", ["Pen Pal"]), ("first aider", ["First Aider"]), ("board member", ["Trustee"]),
        ("domestic violence", ["DV advisor"]), ("gardner", ["Gardening"]), ("palliative care", ["Hospice"]),
        ("second-hand clothes", ["Charity Shop", "Oxfam Shop", "Shop volunteer"]), ("lawyer", ["Legal"]),
        ("writing a blog from home", ["Writer"]), ("wildlfie recording", ["Wildlife"]),
        ("nature reserve work outdoors", ["Reserve"]), ("craft group", ["Arts and Crafts"]),
        ("one to one buddy online", ["Virtual Buddy"]),
    ]

    @Test func `searches in other words than the adverts' find them on top`() throws {
        let data = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../seed-data")
        let synonyms = try Synonyms(file: data.appending(path: "synonyms.csv"), stem: Porter2.stem)
        let documents = try JSONDecoder().decode(
            [Row].self, from: Data(contentsOf: data.appending(path: "doit-activities.json"))
        ).filter { $0.deleted != true }.enumerated().map { place, row in
            let advert = row.activityDefinitionSubDocument
            return TextSearch.Collection.Document(
                id: "\(place) \(advert.title ?? "")", title: advert.title ?? "", text: advert.description ?? "",
                tags: "")
        }
        let ranked = try quality(of: .init(documents, language: Language(synonyms: synonyms)))
        let worst = ranked.sorted { $0.value < $1.value }.prefix(5)
        #expect(ranked.values.reduce(0, +) / Double(ranked.count) > 0.85, "\(worst)")
        let plain = try quality(of: .init(documents, language: Language()))
        #expect(plain.values.reduce(0, +) / Double(plain.count) > 0.5)
    }

    /// One over the place of the first answer, for each search.
    private func quality(of collection: TextSearch.Collection) throws -> [String: Double] {
        let places = Self.searches.map { typed, titles in
            let found = collection.best(10, for: typed).map(\.id)
            let place = found.firstIndex { id in titles.contains { id.contains($0) } }
            return (typed, place.map { 1 / Double($0 + 1) } ?? 0)
        }
        return Dictionary(uniqueKeysWithValues: places)
    }

    private struct Row: Decodable {
        struct Advert: Decodable {
            let title: String?
            let description: String?
        }
        let deleted: Bool?
        let activityDefinitionSubDocument: Advert
    }
}
