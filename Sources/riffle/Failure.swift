/// One plain sentence for the person at the terminal; the command ends with 1.
struct Failure: Error, CustomStringConvertible {
    let description: String
    init(_ sentence: String) { description = sentence }
}
