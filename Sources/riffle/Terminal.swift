import Foundation

/// Lines that are there at once, even where standard output is a file or a pipe and `print` would hold them back.
enum Terminal {
    static func say(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }
    static func complain(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
}

extension Terminal {
    /// Reads a line without showing it. From a pipe it reads the first line.
    static func secret(_ prompt: String) throws -> String {
        guard isatty(STDIN_FILENO) == 1 else { return readLine() ?? "" }
        guard let typed = getpass(prompt) else { throw Failure("The password could not be read.") }
        return String(cString: typed)
    }

    /// Asks for a word to be typed again before something that cannot be undone. A script is not asked: it was written
    /// down.
    /// - Returns: whether it was typed.
    static func confirm(_ question: String, by word: String) -> Bool {
        guard isatty(STDIN_FILENO) == 1 else { return true }
        say(question)
        return readLine()?.trimmingCharacters(in: .whitespaces) == word
    }
}
