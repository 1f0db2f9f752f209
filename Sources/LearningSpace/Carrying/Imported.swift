/// What an import did.
package struct Imported: Codable, Hashable, Sendable {
    package var added = 0
    package var alreadyHere = 0
    /// A sentence for each item that was left out.
    package var refused: [String] = []
}
