import Crypto
package import Foundation
package import Storage

/// A file in which somebody else, such as an employer, states what a member did: rows of comma-separated values.
package struct Statement: Hashable, Sendable {
    package static let mostBytes = 4 << 20
    package static let mostRows = 5_000
    /// Of whoever states it, in characters.
    package static let longestName = 200

    /// Of its columns, as they stand.
    package let names: [String]
    package let rows: [Row]
    /// The file in our own encoding.
    let text: String

    package struct Row: Hashable, Sendable {
        /// In the file, for who has to mend it.
        package let line: Int
        package let cells: [String]
    }

    /// - Throws: with a sentence for whoever chose the file.
    package init(_ file: Data) throws(Invalid) {
        guard file.count <= Self.mostBytes else {
            throw Invalid("file", "The file is larger than 4 MB. Save it with one year in each file.")
        }
        try self.init(text: CSVText.plain(file))
    }

    init(text: String) throws(Invalid) {
        guard !text.isEmpty, !text.unicodeScalars.contains("\0") else {
            throw Invalid("file", "This is no file of comma-separated values. Save your table as CSV and choose that.")
        }
        guard let rows = CSVText.rows(of: text) else {
            throw Invalid("file", "A quotation mark in the file is never closed. Save your table as CSV once more.")
        }
        guard let first = rows.first, rows.count > 1 else {
            throw Invalid("file", "The file needs a row with the names of its columns, and a row for each activity.")
        }
        guard rows.count - 1 <= Self.mostRows else {
            throw Invalid("file", "The file has more than 5,000 rows. Save it with one year in each file.")
        }
        let separator = CSVText.separator(of: first.text)
        names = CSVText.fields(first.text, separator: separator).map { String(Line.of($0).prefix(200)) }
        self.rows = rows.dropFirst().map { row in
            Row(line: row.line, cells: CSVText.fields(row.text, separator: separator).map(PlainText.cleaned))
        }.filter { !$0.cells.allSatisfy(\.isEmpty) }
        self.text = text
    }

    /// The same for every file with these names of columns, so that what they mean needs saying once.
    var fingerprint: Data {
        Data(SHA256.hash(data: Data(names.joined(separator: "\u{1F}").lowercased().utf8)))
    }
}

extension Statement {
    /// What a column can mean.
    package enum Field: String, CaseIterable, Sendable {
        case title, first, last, kind, amount, about, outcome, provider, ethics

        /// Names without capitals, spaces and signs; the likelier first.
        fileprivate var names: [String] {
            switch self {
            case .title: ["title", "activity", "activityname", "course", "coursename", "coursetitle", "name", "event"]
            case .first:
                ["startdate", "firstday", "start", "from", "date", "datestarted", "completiondate", "datecompleted"]
            case .last: ["enddate", "lastday", "end", "to", "until", "datecompleted", "completiondate", "completed"]
            case .kind: ["kind", "type", "category", "activitytype", "deliverymethod"]
            case .amount: ["hours", "duration", "cpdhours", "amount", "points", "cpdpoints", "credits", "time"]
            case .about: ["about", "description", "details", "summary", "notes"]
            case .outcome: ["outcome", "result", "learning", "learningoutcome", "impact", "reflection"]
            case .provider:
                ["provider", "supplier", "vendor", "organisation", "organization", "deliveredby", "trainer"]
            case .ethics: ["ethics", "isethics", "ethical"]
            }
        }
    }

    /// What its columns mean, and what is meant where no column says.
    package struct Reading: Hashable, Sendable {
        package var columns: [Field: Int]
        package var kind: Activity.Kind
        package var unit: Activity.Amount.Unit
        /// Whose word it is: kept with each activity. May be empty, and has at most 200 characters.
        package let statedBy: String

        package init(columns: [Field: Int], kind: Activity.Kind, unit: Activity.Amount.Unit, statedBy: String) {
            (self.columns, self.kind, self.unit) = (columns, kind, unit)
            self.statedBy = Line.of(String(Line.of(statedBy).unicodeScalars.prefix(Statement.longestName)))
        }
    }

    /// What the names of the columns could mean.
    package var guess: Reading {
        let plain = names.map { $0.lowercased().filter { $0.isLetter || $0.isNumber } }
        var columns: [Field: Int] = [:]
        for field in Field.allCases {
            columns[field] = field.names.lazy.compactMap { name in plain.firstIndex(of: name) }.first
        }
        if columns[.last] == columns[.first] { columns[.last] = nil }
        let countsPoints = columns[.amount].map { plain[$0].contains("point") || plain[$0].contains("credit") } ?? false
        return Reading(columns: columns, kind: .course, unit: countsPoints ? .points : .hours, statedBy: "")
    }
}
