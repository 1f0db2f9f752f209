package import Foundation
package import TextSearch

extension Synonyms {
    /// Reads a CSV file with a group of alternatives, separated by `;`, in each row.
    ///
    /// The group stands in the column `group`, what makes its words alternatives in `kind`.
    package init(file: URL, stem: (String) -> String) throws {
        self.init(text: try String(contentsOf: file, encoding: .utf8), stem: stem)
    }

    package init(text: String, stem: (String) -> String) {
        let groups = CommaSeparated.rows(of: text).map { row in
            let alternatives = (row["group"] ?? "").split(separator: ";")
                .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
            return Group(alternatives, weight: Self.weights[row["kind"] ?? ""] ?? Self.usualWeight)
        }
        self.init(groups, stem: stem)
    }

    private static let usualWeight = 0.6
    /// Another spelling or an acronym says the same; what is related only points there.
    private static let weights = ["spelling": 0.9, "acronym": 0.9, "related": 0.4]
}
