/// What an opportunity is for.
package struct Cause: Hashable, Sendable {
    /// As in the national taxonomy, `AnimalWelfare`; for a cause that is not in it, its label as the source wrote it.
    package let id: String
    /// As `Animal Welfare`.
    package let label: String
    /// What else people in the United Kingdom call it.
    package let synonyms: [String]
}
