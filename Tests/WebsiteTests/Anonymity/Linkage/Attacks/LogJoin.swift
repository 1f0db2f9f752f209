import Foundation

/// Looks for a question's id, receipt or words in the logs, and for who is named beside them or was there then.
struct LogJoin: Attack {
    func weigh(_ evidence: Evidence) throws -> [[Double]?] {
        var names: [Substring: Int] = [:]
        for (index, target) in evidence.targets.enumerated() {
            names[Substring(target.id.hexadecimal)] = index
            names[Substring(target.receipt.hexadecimal)] = index
            for phrase in target.text.words.phrases { names[phrase] = index }
        }
        var found = [[Double]?](repeating: nil, count: evidence.targets.count)
        for line in evidence.log {
            let words = line.text.words
            guard let question = (words + words.phrases).lazy.compactMap({ names[$0] }).first else { continue }
            let pieces = Set(line.text.split { " ,;=\"'()[]".contains($0) })
            let named = evidence.suspects.indices.filter { index in
                let suspect = evidence.suspects[index]
                return pieces.contains(Substring(suspect.email)) || pieces.contains(Substring(suspect.network))
            }
            found[question] = evidence.weights(for: Set(named)) ?? evidence.weights(at: line.time)
        }
        return found
    }
}

extension [Substring] {
    /// Four words in a row name a question as well as its id.
    fileprivate var phrases: [Substring] {
        count < 4 ? [] : (0...count - 4).map { Substring(self[$0..<$0 + 4].joined(separator: " ")) }
    }
}

extension Data {
    var hexadecimal: String { map { String(format: "%02x", $0) }.joined() }
}
