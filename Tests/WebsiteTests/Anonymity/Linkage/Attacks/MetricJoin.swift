import Foundation
import Storage

/// Takes each step of a metric for an ask, and its size for the question's length.
struct MetricJoin: Attack {
    func weigh(_ evidence: Evidence) throws -> [[Double]?] {
        let byLength = Dictionary(grouping: evidence.targets.indices, by: { evidence.targets[$0].text.utf8.count })
        var found = [[Double]?](repeating: nil, count: evidence.targets.count)
        for (name, samples) in Dictionary(grouping: evidence.metrics, by: \.name) {
            for (earlier, later) in zip(samples, samples.dropFirst()) {
                let length = Int(later.value - earlier.value)
                let months = Conceded.lag.map { (Day(containing: later.time) + $0).month }
                let fitting = (byLength[length] ?? []).filter {
                    months.contains(evidence.targets[$0].month) && name.contains(evidence.targets[$0].topic)
                }
                for question in fitting {
                    let weights = evidence.weights(at: later.time)
                    // Questions of one length share what each of their times says.
                    found[question] = found[question].map { zip($0, weights).map(max) } ?? weights
                }
            }
        }
        return found
    }
}
