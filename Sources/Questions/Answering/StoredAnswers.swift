import GRDB
import Markdown
import Storage

extension Answer {
    /// - Parameter sources: those of every answer to the question.
    init(row: Row, sources: [Row], correction: Correction? = nil) {
        let expert: PersonID = row["expert"]
        self.init(
            expert: expert, text: row["text"], buildsOn: row["builds_on"],
            sources: sources.filter { $0["expert"] == expert }.compactMap(Source.init(row:)),
            reviewBy: row["review_by"], correction: correction)
    }
}

extension Answer.Source {
    fileprivate init?(row: Row) {
        guard let address = WebAddress(row["address"]) else { return nil }
        self.init(title: row["title"], address: address)
    }
}
