/// One thing a search can be narrowed by, with what each of its values would leave.
package struct Facet: Sendable, Equatable {
    package let name: Name
    package let values: [Value]

    package enum Name: String, CaseIterable, Sendable {
        case cause, within, remote, hours, day, slot, kind, cost, checks, references, access, age
    }

    package struct Value: Sendable, Equatable {
        /// What the parameter of the facet's name is to choose it; nil for what cannot be chosen, as "not stated".
        package let value: String?
        /// As `Up to 2 hours`.
        package let words: String
        /// Of what is found without this facet, how many state this; or state nothing, for "not stated".
        package let count: Int
        package let isChosen: Bool
    }
}
