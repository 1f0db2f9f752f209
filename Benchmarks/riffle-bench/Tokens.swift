import ArgumentParser
import Foundation
import Measuring
import Storage

struct Tokens: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "What a token costs the server: to sign, and to spend beside the same question without one.")

    @Option(help: "How many of each.")
    var count = 200

    @Flag(help: "One JSON object instead of lines.")
    var json = false

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "riffle-bench-\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let cost = try await TokenCost(of: max(count, 1), folder: folder, world: .real)
        if json {
            print(try cost.asJSON)
        } else {
            print("signing a token     ", cost.signing.words)
            print("asking with a token ", cost.asking.words)
            print("asking without one  ", cost.plain.words)
        }
    }
}

extension TokenCost.Times {
    fileprivate var words: String { String(format: "p50 %.2f ms, p99 %.2f ms", p50, p99) }
}
