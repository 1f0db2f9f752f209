/// Pages of a feed as a provider would write them.
enum FeedPages {
    static func page(_ items: [String], next: String, licence: String? = "https://example.org/licence") -> String {
        let licence = licence.map { #", "license": "\#($0)""# } ?? ""
        return #"{"next": "\#(next)", "items": [\#(items.joined(separator: ", "))]\#(licence)}"#
    }

    static func updated(_ id: String, _ modified: Int, _ title: String) -> String {
        #"{"state": "updated", "kind": "Activity", "id": "\#(id)", "modified": \#(modified), "data": \#(data(title))}"#
    }

    static func deleted(_ id: String, _ modified: Int) -> String {
        #"{"state": "deleted", "kind": "Activity", "id": "\#(id)", "modified": \#(modified)}"#
    }

    static func data(_ title: String) -> String {
        #"{"type": "Activity", "id": "inner", "label": "\#(title)", "description": "Come and help, on Tuesdays."}"#
    }
}
