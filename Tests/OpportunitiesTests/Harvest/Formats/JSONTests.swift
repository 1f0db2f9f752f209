import Foundation
import Testing

@testable import Opportunities

@Suite("JSON")
struct JSONTests {
    @Test(
        "of the real files is read as Foundation reads it",
        arguments: ["doit-activities.json", "teamkinetic-activities.jsonld"])
    func real(name: String) throws {
        let bytes = try Data(contentsOf: SeededCatalogue.seeds.appending(path: name))
        let ours = try JSON(bytes)
        #expect(Self.difference(ours, try JSONSerialization.jsonObject(with: bytes), at: "") == nil)
    }

    @Test(
        "is understood in every corner",
        arguments: [
            (#" {"a" : [1, -2.50, 1e3, true, null, "x"]} "#, ["1", "-2.5", "1000", "true", nil, "x"]),
            (#"{"a":["\u00e9\n\"\\\/","\ud83d\ude00","\ud83d","é"]}"#, ["é\n\"\\/", "😀", "\u{FFFD}", "é"]),
            (#"{"a":[{"@value": "inner"}, {"value": 7}, {"b": 1}, []]}"#, ["inner", "7", nil, nil]),
        ] as [(String, [String?])])
    func corners(text: String, texts: [String?]) throws {
        #expect(try JSON(Data(text.utf8))["a"].list.map(\.text) == texts)
    }

    @Test(
        "that is broken is refused, however",
        arguments: [
            "", "{", "[1", "[1,]", "{\"a\"}", "{\"a\":}", "{a:1}", "\"open", "[1] 2", "nul", "--1", "\"\\x\"",
            "\"\\u12g4\"",
            String(repeating: "[", count: 100_000),
        ])
    func broken(text: String) { #expect(throws: Refusal.self) { try JSON(Data(text.utf8)) } }

    /// Where the first is, and what stands there.
    private static func difference(_ ours: JSON, _ theirs: Any, at path: String) -> String? {
        let isSame: Bool
        switch theirs {
        case is NSNull: isSame = !ours.isThere
        case let object as [String: Any]:
            isSame = ours.isObject && Set(ours.keys) == Set(object.keys)
            for key in isSame ? ours.keys : [] {
                if let value = object[key], let found = difference(ours[key], value, at: "\(path).\(key)") {
                    return found
                }
            }
        case let list as [Any]:
            isSame = ours.isList && ours.list.count == list.count
            for (place, pair) in zip(ours.list, list).enumerated() {
                if let found = difference(pair.0, pair.1, at: "\(path)[\(place)]") { return found }
            }
        case let text as String: isSame = ours.text == text
        // Foundation's decimal numbers lose the last bit of a long one.
        case let number as NSNumber:
            isSame =
                ours.number.map { abs($0 - number.doubleValue) <= abs($0) * 1e-15 } ?? (ours.bool == number.boolValue)
        default: isSame = false
        }
        return isSame ? nil : "\(path): \(ours) \(theirs)"
    }
}
