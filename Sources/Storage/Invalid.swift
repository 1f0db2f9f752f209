/// What is wrong with a field of a form: its name, and a sentence that says what would be right.
package struct Invalid: Error, Equatable {
    package let field: String
    package let sentence: String

    package init(_ field: String, _ sentence: String) {
        self.field = field
        self.sentence = sentence
    }
}

/// Everything that is wrong with a form, in the order of its fields.
package struct InvalidFields: Error, Equatable {
    package let all: [Invalid]

    package init(_ all: [Invalid]) { self.all = all }
}
