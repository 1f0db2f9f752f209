import ArgumentParser

/// One plain sentence for the person at the terminal; the command ends with 1.
struct Failure: Error, CustomStringConvertible {
    let description: String
    init(_ sentence: String) { description = sentence }
}

extension ExitCode {
    /// Says what would be right where a value cannot be understood, and ends with 64. ArgumentParser's own error would
    /// add the usage of `riffle` as a whole, which says nothing about this command.
    static func wrongUsage(_ sentence: String) -> ExitCode {
        Terminal.complain("Error: " + sentence)
        return .validationFailure
    }
}
