import Testing

@testable import Opportunities

@Suite("An advert's fingerprint")
struct FingerprintTests {
    @Test("spells its parts as it always did, so that no upgrade makes every advert look changed")
    func spelling() {
        let places = [
            Whereabouts(address: "1 \"The\" Green,\n Ely", coordinate: nil, surroundings: nil),
            Whereabouts(
                address: "Café \\ é\u{301}", coordinate: Coordinate(latitude: 51.5, longitude: -0.125),
                surroundings: "Ely, Cambridgeshire"),
        ]
        for place in places { #expect(place.spelling == "\(place)") }
        for terms in [
            Terms(
                paysExpenses: true, needsCheck: nil, needsReferences: false, isStepFree: nil, minimumAge: 18),
            Terms(paysExpenses: nil, needsCheck: nil, needsReferences: nil, isStepFree: true, minimumAge: nil),
        ] { #expect(terms.spelling == "\(terms)") }
    }
}
