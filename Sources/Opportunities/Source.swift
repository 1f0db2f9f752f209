import Outbound
package import Storage

/// Where opportunities come from.
package struct Source: Hashable, Sendable {
    /// Short, for commands and links: `doit`. Part of every id, so it never changes.
    package let name: String
    /// For people: `Do-it.org`.
    package let title: String
    package let format: Format
    /// A file, by its path from the folder the harvest is given, or by its whole path.
    package let location: String
    package let licence: String
    /// The sentence the licence asks for.
    package let attribution: String

    package enum Format: String, CaseIterable, Sendable {
        /// MongoDB extended JSON, as Do-it exports.
        case doit
        /// Volunteering Data, version 1, with `…-organisations.jsonld` beside `…-activities.jsonld`.
        case teamkinetic
        /// The Volunteering Data standard, version 1 or the shape of 2026: JSON-LD with a list under `@graph` or
        /// `graph`, or one organisation with its activities.
        case volunteering
        /// A feed of it in pages (OpenActive's RPDE), followed from change to change.
        case rpde
        /// A table whose first row names its columns, in whatever words.
        case csv
        /// A page with JSON-LD in it: schema.org's `JobPosting` for volunteers, or `Event`.
        case html
        /// All for Good's XML, version 0.1.
        case fpxml
    }

    /// - Throws: what an administrator has to mend, field by field.
    package init(
        name: String, title: String, format: String, location: String, licence: String, attribution: String
    ) throws(InvalidFields) {
        var problems: [Invalid] = []
        func problem(_ field: String, _ sentence: String) {
            problems.append(Invalid(field, sentence))
        }
        let words = (
            title: AdvertText(title).text, licence: AdvertText(licence).text, credit: AdvertText(attribution).text
        )
        if name.wholeMatch(of: /[a-z0-9][a-z0-9-]{0,39}/) == nil {
            problem("name", "A source's name is 1 to 40 small letters, digits and hyphens, like “do-it”.")
        }
        if !(1...100).contains(words.title.count) { problem("title", "A title has 1 to 100 characters.") }
        if !(1...1_000).contains(location.count) || location.contains("\0") {
            problem("location", "Name the file to read, like “doit-activities.json”, or its whole address.")
        }
        if location.contains("://"), (try? WebAddress(location)) == nil {
            problem("location", "An address starts with http:// or https:// and holds no password.")
        }
        if format == Format.rpde.rawValue, !location.hasPrefix("http") {
            problem("location", "A feed has an address that starts with http:// or https://.")
        }
        if !(1...200).contains(words.licence.count) {
            problem("licence", "Name the licence the data stands under, in at most 200 characters.")
        }
        if words.credit.count > 500 { problem("attribution", "An attribution has at most 500 characters.") }
        let known = Format(rawValue: format)
        if known == nil {
            let names = Format.allCases.map(\.rawValue).joined(separator: " or ")
            problem("format", "We do not know the format “\(format.prefix(40))”. Use \(names).")
        }
        guard problems.isEmpty, let known else { throw InvalidFields(problems) }
        self.init(
            name: name, title: words.title, format: known, location: location, licence: words.licence,
            attribution: words.credit)
    }

    private init(
        name: String, title: String, format: Format, location: String, licence: String, attribution: String
    ) {
        self.name = name
        self.title = title
        self.format = format
        self.location = location
        self.licence = licence
        self.attribution = attribution
    }

    /// The two real exports in `seed-data`.
    package static let seeds = [
        Source(
            name: "doit", title: "Do-it.org", format: .doit, location: "doit-activities.json", licence: "MIT",
            attribution: "Contains data © Crown copyright 2025 DCMS (MIT)"),
        Source(
            name: "teamkinetic", title: "TeamKinetic", format: .teamkinetic, location: "teamkinetic-activities.jsonld",
            licence: "MIT", attribution: "Contains data © Crown copyright 2025 DCMS (MIT)"),
    ]
}
