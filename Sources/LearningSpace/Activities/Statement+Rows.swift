import Storage

extension Statement {
    /// What becomes of a row.
    package struct Outcome: Hashable, Sendable {
        package let line: Int
        package let content: Content

        package enum Content: Hashable, Sendable {
            case new(Activity.Draft)
            /// It stands in the record: the same title on the same days.
            case here(Activity.Draft)
            /// A row above says the same.
            case twice(Activity.Draft, line: Int)
            /// A sentence about what has to be mended.
            case refused(String)
        }
    }

    /// - Parameter record: what is recorded already.
    package func outcomes(by reading: Reading, beside record: [Activity]) -> [Outcome] {
        let here = Set(record.map { Self.known($0.draft) })
        var lines: [[String]: Int] = [:]
        return rows.map { row in
            switch Result(catching: { () throws(Wrong) in try draft(row, by: reading) }) {
            case .failure(let wrong): Outcome(line: row.line, content: .refused(wrong.sentence))
            case .success(let draft):
                Outcome(line: row.line, content: content(draft, row.line, here, &lines))
            }
        }
    }

    private func content(
        _ draft: Activity.Draft, _ line: Int, _ here: Set<[String]>, _ lines: inout [[String]: Int]
    ) -> Outcome.Content {
        let known = Self.known(draft)
        if here.contains(known) { return .here(draft) }
        if let first = lines[known] { return .twice(draft, line: first) }
        lines[known] = line
        return .new(draft)
    }

    /// By what two activities are taken for one.
    private static func known(_ draft: Activity.Draft) -> [String] {
        [draft.title.lowercased(), draft.first.description, draft.last.description]
    }

    private struct Wrong: Error {
        let sentence: String
    }

    private func draft(_ row: Row, by reading: Reading) throws(Wrong) -> Activity.Draft {
        guard row.cells.count <= names.count else {
            throw Wrong(
                sentence: "It has \(row.cells.count) fields, and the first row names \(names.count). Mend its commas.")
        }
        func text(_ field: Field) throws(Wrong) -> String {
            guard let column = reading.columns[field], row.cells.indices.contains(column) else { return "" }
            let cell = row.cells[column]
            // Its result is not in the file, and nothing here computes.
            guard !cell.hasPrefix("=") else {
                throw Wrong(sentence: "“\(cell.prefix(40))” is a formula. Save the table with values instead.")
            }
            return cell
        }
        let (amount, unit) = try amount(try text(.amount), reading.unit)
        let typed = [
            "title": try text(.title), "kind": kind(try text(.kind), else: reading.kind).rawValue,
            "first": try day(try text(.first)), "last": try day(try text(.last)), "amount": amount,
            "unit": unit.rawValue, "about": try text(.about), "outcome": try text(.outcome),
            "provider": try text(.provider),
            "ethics": ["yes", "true", "1", "y", "x"].contains(try text(.ethics).lowercased()) ? "yes" : "",
        ]
        do throws(InvalidFields) {
            return try Activity.Draft(typed, responsibilities: [])
        } catch {
            throw Wrong(sentence: error.all.map { Self.sentence($0) }.joined(separator: " "))
        }
    }

    /// The sentence of a form is put as one about a file.
    private static func sentence(_ wrong: Invalid) -> String {
        switch wrong.field {
        case "title" where wrong.sentence.hasPrefix("Say"): "It has no title."
        case "first": "It has no day."
        default: wrong.sentence
        }
    }

    private func day(_ text: String) throws(Wrong) -> String {
        guard !text.isEmpty else { return "" }
        guard let day = WrittenDay(text)?.day else {
            throw Wrong(sentence: "“\(text.prefix(30))” is no day. Write it as 2026-02-28 or 28/02/2026.")
        }
        return day.description
    }

    private func kind(_ text: String, else usual: Activity.Kind) -> Activity.Kind {
        let plain = text.lowercased()
        return Activity.Kind.allCases.first { plain.contains($0.rawValue) } ?? usual
    }

    /// From `1.5`, `2 hours`, `90 minutes`, `1:30`, `3 points`.
    private func amount(
        _ text: String, _ usual: Activity.Amount.Unit
    ) throws(Wrong) -> (String, Activity.Amount.Unit) {
        let plain = text.lowercased()
        if plain.isEmpty || plain.wholeMatch(of: /0+([.,]0+)?/) != nil { return ("", usual) }
        if let match = plain.wholeMatch(of: /(\d{1,4}):(\d{2})(?::\d{2})?/), let hours = Int(match.1),
            let minutes = Int(match.2), minutes < 60
        {
            return (Self.hours(minutes: hours * 60 + minutes), .hours)
        }
        guard let match = plain.wholeMatch(of: /(\d{1,5}(?:[.,]\d{1,2})?)\s*([a-z]*)\.?/) else {
            throw Wrong(sentence: "“\(text.prefix(30))” is no amount. Write a number such as 1.5, or leave it empty.")
        }
        switch match.2 {
        case "": return (String(match.1), usual)
        case "h", "hr", "hrs", "hour", "hours": return (String(match.1), .hours)
        case "p", "pt", "pts", "point", "points", "credit", "credits": return (String(match.1), .points)
        case "m", "min", "mins", "minute", "minutes":
            guard let minutes = Int(match.1) else { break }
            return (Self.hours(minutes: minutes), .hours)
        default: break
        }
        throw Wrong(sentence: "“\(text.prefix(30))” is no amount. Write a number such as 1.5, or leave it empty.")
    }

    /// To the hundredth of an hour.
    private static func hours(minutes: Int) -> String {
        let hundredths = (minutes * 100 + 30) / 60
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}
