import Foundation
import Opportunities
import Testing

@Suite("Places")
struct PlacesTests {
    private let places: Places

    init() throws {
        places = try Places(file: SeededCatalogue.seeds.appending(path: "uk-outcodes.csv"))
    }

    @Test("hold every outward code of the file, in 124 areas")
    func all() {
        #expect(places.codes == 2_856)
        #expect(places.postcodeAreas == 124)
    }

    @Test(
        "are found by outward code, postcode, town, region or nation, however they are typed",
        arguments: [
            ("B3", "B3, Birmingham"), ("b3 1dg", "B3, Birmingham"), ("EC1A1BB", "EC1A, Islington"),
            ("barnstaple", "Barnstaple, Devon"), ("  KENT ", "Kent"), ("London", "London"), ("Scotland", "Scotland"),
            ("newcastle upon tyne", "Newcastle Upon Tyne"), ("Newport, Essex", "Newport, Essex"),
            ("Stoke on Trent", "Stoke-on-Trent"), ("Edinburgh", "City of Edinburgh"),
        ])
    func find(typed: String, expected: String) {
        #expect(places.find(typed)?.place.name == expected)
    }

    @Test(
        "are not found where there are none",
        arguments: ["", "Atlantis", "ZZ9", "B3 and B4", "\0", "'; DROP TABLE", ","])
    func unknown(typed: String) {
        #expect(places.find(typed) == nil)
    }

    @Test("say what else a name could be")
    func ambiguous() throws {
        let newport = try #require(places.find("Newport"))
        #expect(newport.place.name == "Newport")
        #expect(
            newport.others.map(\.name).sorted() == [
                "Newport, Essex", "Newport, Isle of Wight", "Newport, Pembrokeshire", "Newport, Telford and Wrekin",
            ])
        #expect(places.find("Barnstaple")?.others.isEmpty == true)
    }

    @Test("are found again by the name they are shown with")
    func roundTrip() throws {
        for typed in [
            "B3", "AB55", "Newport", "Newport, Essex", "Morningside, Braid Hill and Swanston", "Kent", "Wales",
        ] {
            let found = try #require(places.find(typed)?.place)
            #expect(places.find(found.name)?.place == found)
        }
    }

    @Test("put London where London is")
    func london() throws {
        let centre = try #require(Coordinate(latitude: 51.5074, longitude: -0.1278))
        #expect(try #require(places.find("London")).place.coordinate.miles(to: centre) < 3)
    }

    @Test("name the surroundings of a point, and none at sea")
    func surroundings() throws {
        let farm = try #require(Coordinate(latitude: 51.5171364, longitude: -0.0428627))
        #expect(places.surroundings(of: farm) == "Poplar, Greater London")
        #expect(places.surroundings(of: try #require(Coordinate(latitude: 45, longitude: -30))) == nil)
    }

    @Test("are measured in miles")
    func miles() throws {
        let birmingham = try #require(places.find("B1")).place.coordinate
        let edinburgh = try #require(places.find("EH1")).place.coordinate
        #expect(abs(birmingham.miles(to: edinburgh) - 245) < 3)
        #expect(birmingham.miles(to: birmingham) == 0)
    }

    @Test("never lie at 0, 0, which is how sources write that they do not know")
    func nowhere() {
        #expect(Coordinate(latitude: 0, longitude: 0) == nil)
        #expect(Coordinate(latitude: 91, longitude: 0) == nil)
        #expect(Coordinate(latitude: .nan, longitude: 0) == nil)
        #expect(Coordinate(latitude: 51, longitude: 0) != nil)
    }
}
