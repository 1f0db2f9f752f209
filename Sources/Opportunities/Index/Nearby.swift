import TextSearch

/// What is around a point, and how far each of it is: measured for those that are asked about.
struct Nearby: Sendable {
    let documents: DocumentSet
    private let circle: Circle
    private let grid: Grid

    init(documents: DocumentSet, circle: Circle, grid: Grid) {
        self.documents = documents
        self.circle = circle
        self.grid = grid
    }

    /// To its nearest place there; nil where it has none.
    func miles(to document: Int) -> Double? {
        documents.contains(document) ? grid.miles(from: circle, to: document) : nil
    }
}
