package import TextSearch

/// Something a person who is typing may mean.
package struct Suggestion: Sendable, Equatable {
    package let kind: Completions.Kind
    package let text: String
    /// What a search takes for it: a cause's id, else the text.
    package let value: String
    /// How many hold it.
    package let opportunities: Int
}
