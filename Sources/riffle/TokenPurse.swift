import Foundation
import Questions

/// Tokens that wait to be spent: a line each, in a file that only its owner can read.
struct TokenPurse {
    let file: URL

    func add(_ tokens: [Token]) throws { try save(waiting() + tokens) }

    func next() throws -> Token {
        guard let token = try waiting().first else {
            throw Failure("No token waits in \(file.path). Draw some first: riffle ask --draw --server URL --email E")
        }
        return token
    }

    func drop(_ token: Token) throws { try save(waiting().filter { $0 != token }) }

    private func waiting() throws -> [Token] {
        guard FileManager.default.fileExists(atPath: file.path) else { return [] }
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap {
            try? Token(String($0))
        }
    }

    private func save(_ tokens: [Token]) throws {
        let text = tokens.map { $0.text + "\n" }.joined()
        let isNew = !FileManager.default.fileExists(atPath: file.path)
        if isNew {
            _ = FileManager.default.createFile(atPath: file.path, contents: nil, attributes: [.posixPermissions: 0o600])
        }
        try Data(text.utf8).write(to: file)
    }
}
