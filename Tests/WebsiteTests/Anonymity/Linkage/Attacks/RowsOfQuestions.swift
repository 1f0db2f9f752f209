import Foundation
import GRDB

/// Which rows of the files belong to a question: those that hold its id or the hash of its receipt.
struct RowsOfQuestions {
    private let places: [Data: Int]

    init(_ targets: [Evidence.Target]) {
        places = Dictionary(
            targets.enumerated().flatMap { [($1.id, $0), ($1.receipt, $0)] }, uniquingKeysWith: { $1 })
    }

    func question(of row: Row) -> Int? {
        for (_, value) in row {
            if case .blob(let bytes) = value.storage, let place = places[bytes] { return place }
        }
        return nil
    }

    func isKey(_ bytes: Data) -> Bool { places[bytes] != nil }
}
