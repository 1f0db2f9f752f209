import Foundation
import Outbound
import Synchronization
import Testing
import Website

/// Where a test's letters arrive.
final class Postbox: Sendable {
    private let kept = Mutex<[Letter]>([])

    var mailer: Mailer { Mailer { letter, _, _ in self.kept.withLock { $0.append(letter) } } }

    /// Takes out what has come.
    func letters() -> [Letter] {
        kept.withLock { letters in
            defer { letters = [] }
            return letters
        }
    }

    /// Takes out the one letter that has come.
    func letter() throws -> Letter {
        let all = letters()
        try #require(all.count == 1, "\(all.map { "\($0.to): \($0.subject)" })")
        return all[0]
    }
}

extension Letter {
    /// The path of the link that stands alone on its line, with whatever follows it.
    var path: String? {
        let link = text.split(separator: "\n").first { $0.hasPrefix("http") }
        return link.flatMap { $0.firstMatch(of: /https?:\/\/[^\/]+(\/.*)/) }.map { String($0.1) }
    }
}
