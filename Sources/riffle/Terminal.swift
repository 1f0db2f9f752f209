import Foundation

/// Lines that are there at once, even where standard output is a file or a pipe and `print` would hold them back.
enum Terminal {
    static func say(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }
}
