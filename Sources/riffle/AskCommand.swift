import ArgumentParser
import Foundation
import Questions
import Storage

/// The anonymous client for a terminal: for who would rather trust a program they can read than a page they are sent.
struct AskCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask", abstract: "Draw tokens, and ask with one of them, from a terminal.",
        discussion: """
            Draw first, best at the beginning of a week: riffle ask --draw --server URL --email E
            Ask later, from another network if you like: riffle ask --server URL --topic T < question.txt
            The tokens wait in a file that only you can read. Drawing and asking share nothing else.
            """)

    @Option(help: "Where the community is, such as https://riffle.example.org") var server: String
    @Flag(help: "Sign in and draw this week's tokens, instead of asking.") var draw = false
    @Option(help: "The e-mail to sign in with, for --draw. The password is read from the terminal.") var email: String?
    @Option(help: "The topic of the question, as in the address of its page.") var topic: String?
    @Option(help: "The file the tokens wait in.") var tokens = "riffle-tokens"

    func run() async throws {
        let client = try AskClient(server: server)
        let purse = TokenPurse(file: URL(filePath: tokens))
        if draw {
            guard let email else { throw ValidationError("Say with --email who signs in.") }
            let drawn = try await client.draw(email: email, password: try Terminal.secret("Password: "))
            try purse.add(drawn)
            print("\(drawn.count) tokens wait in \(tokens). They hold until the end of the next four weeks.")
        } else {
            guard let topic else { throw ValidationError("Say with --topic what it is about.") }
            let text = String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self)
            let token = try purse.next()
            let receipt = Receipt(from: .real)
            try await client.ask(text, topic: topic, receipt: receipt, spending: token)
            try purse.drop(token)
            print("Your question has arrived. Keep this receipt; it is the only way back:\n\n    \(receipt.text)\n")
        }
    }
}
