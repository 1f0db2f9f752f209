/// A factor whose words are made for what is shown alone: a thousand are ranked, twenty shown.
struct Reason {
    private let name: Factor.Name
    let value: Double
    private let words: () -> String

    init(factor name: Factor.Name, value: Double, words: @autoclosure @escaping () -> String) {
        self.name = name
        self.value = value
        self.words = words
    }

    var factor: Factor { Factor(factor: name, value: value, words: words()) }
}
