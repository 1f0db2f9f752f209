import Testing

@testable import TextSearch

struct SearchIndexTests {
    @Test func `a document that says it in the title comes before one that says it in passing`() throws {
        let small = try SmallIndex([
            ("Shop helper", "Sort books and sometimes walk the dogs of the shop's owner"),
            ("Dog walker", "An hour in the park with dogs"), ("Cat feeder", "Feed cats"),
        ])
        #expect(small.best(10, "dog") == [20, 10])
    }

    @Test func `the form typed comes before another form of the word`() throws {
        let small = try SmallIndex([("Gardens", "Visit"), ("Garden", "Visit"), ("Gardening", "Visit")])
        #expect(small.best(1, "gardening") == [30])
        #expect(small.best(9, "gardening").count == 3)
    }

    @Test func `a document with both words comes before one with one of them twice`() throws {
        let small = try SmallIndex([
            ("Food food", "Food and food"), ("Bank", "A bank for food"), ("Bank bank", "Bank and bank"),
        ])
        #expect(small.best(1, "food bank") == [20])
    }

    @Test func `words side by side come before the same words apart`() throws {
        let small = try SmallIndex([
            ("One", "bank of england and then a lot of other words before food"),
            ("Two", "the food bank and then a lot of other words after england"),
        ])
        #expect(small.best(1, "food bank") == [20])
    }

    @Test func `all demanded means all`() throws {
        let small = try SmallIndex([("Food", "bank"), ("Food", "parcel")])
        #expect(small.best(9, "food bank", all: true) == [10])
        #expect(small.best(9, "food horse", all: true) == [])
    }

    @Test func `a phrase stands side by side in one field`() throws {
        let small = try SmallIndex([("food", "bank"), ("x", "bank food"), ("y", "a food bank"), ("food banks", "z")])
        var wanted = SmallIndex.wanted("food bank")
        wanted.phrases = [.init(["food", "bank"])]
        let rows = small.index.best(9, of: wanted).map { small.index.row(of: $0.document) }
        #expect(Set(rows) == [30, 40])
        #expect(small.index.count(of: wanted, upTo: 100).count == 2)
    }

    @Test func `what is not wanted is left out`() throws {
        let small = try SmallIndex([("Dog walker", "in the park"), ("Dog walker", "at night")])
        var wanted = SmallIndex.wanted("dog")
        wanted.without = ["night"]
        #expect(small.index.best(9, of: wanted).map(\.document) == [0])
    }

    @Test func `words beginning so come with the most frequent first`() throws {
        let small = try SmallIndex([("mentor", "mentoring"), ("mentor", "menu"), ("dog", "mentor")])
        #expect(small.index.words(beginning: "men", most: 2) == ["mentor", "mentoring"])
        #expect(small.index.words(beginning: "", most: 2) == [])
        #expect(small.index.documents(holding: "mentor") == 3)
        #expect(small.index.documents(holdingStem: Porter2.stem("mentor")) == 3)
    }

    @Test func `an empty table has nothing and says so`() throws {
        let small = try SmallIndex([])
        #expect(small.best(10, "dog") == [])
        #expect(small.index.count(of: SmallIndex.wanted("dog"), upTo: 10).count == 0)
    }

    @Test func `documents that are equal stand in their order`() throws {
        let small = try SmallIndex((0..<50).map { _ in ("Dog", "walker") })
        #expect(small.best(5, "dog") == [10, 20, 30, 40, 50])
    }
}
