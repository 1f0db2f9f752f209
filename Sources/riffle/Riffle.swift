import ArgumentParser

@main
struct Riffle: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "riffle",
        abstract: "Anonymous questions, a learning space, and volunteering: one service for a professional community.",
        subcommands: [
            Serve.self, HarvestCommand.self, SourcesCommand.self, SearchCommand.self, Evaluate.self,
            MembersCommand.self,
            AskCommand.self, Disclose.self, Doctor.self,
        ])
}
