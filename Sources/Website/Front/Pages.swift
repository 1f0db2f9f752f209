/// The way through a long list, as `parts/pages` shows it.
struct Pages {
    let label: String
    let words: String
    let previous: String?
    let next: String?

    /// nil where one page holds everything.
    init?(_ label: String, _ page: Int, of pages: Int, address: (Int) -> String) {
        guard pages > 1 else { return nil }
        self.label = label
        words = "Page \(min(page, pages)) of \(pages)"
        previous = page > 1 ? address(min(page - 1, pages)) : nil
        next = page < pages ? address(page + 1) : nil
    }

    /// Where nobody counts how many there are; nil where one page holds everything.
    init?(_ label: String, _ page: Int, hasMore: Bool, address: (Int) -> String) {
        guard page > 1 || hasMore else { return nil }
        self.label = label
        words = "Page \(page)"
        previous = page > 1 ? address(page - 1) : nil
        next = hasMore ? address(page + 1) : nil
    }
}
