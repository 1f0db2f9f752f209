package import Foundation
package import TextSearch

extension Synonyms {
    /// Reads a CSV file with a group in each row: `words` that mean the same and `kin` that they point to, each separated
    /// by `;`.
    package init(file: URL, stem: (String) -> String) throws {
        self.init(text: try String(contentsOf: file, encoding: .utf8), stem: stem)
    }

    package init(text: String, stem: (String) -> String) {
        func terms(_ column: String?) -> [String] {
            (column ?? "").split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        }
        let rows = CommaSeparated.rows(of: text)
        self.init(rows.map { Group(terms($0["words"]), kin: terms($0["kin"])) }, stem: stem)
    }
}
