/// Input that cannot be used, with a sentence for each field that says what would be right.
package struct Invalid: Error, Hashable, Sendable {
    package let problems: [Problem]

    package init(problems: [Problem]) { self.problems = problems }

    package struct Problem: Hashable, Sendable {
        package let field: String
        package let sentence: String

        package init(field: String, sentence: String) {
            self.field = field
            self.sentence = sentence
        }
    }
}
