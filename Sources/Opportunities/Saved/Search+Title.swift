import Foundation
import Storage

extension Search {
    /// What is asked, in words, as `“befriending”; within 25 miles of Birmingham`; nil where nothing is.
    package var title: String? {
        let times = [day?.name.appending("s"), slot.map { "\($0.rawValue)s" }].compactMap(\.self).joined(
            separator: ", ")
        let said = (what + conditions(times)).compactMap(\.self).joined(separator: "; ")
        return said.isEmpty ? nil : said.prefix(1).uppercased() + said.dropFirst()
    }

    private var what: [String?] {
        [
            text.isEmpty ? nil : "“\(text)”", cause?.label, brings.isEmpty ? nil : "stretches “\(brings)”",
            develops.isEmpty ? nil : "develops “\(develops)”",
            near.map { "within \(within) miles of \($0.place.name)" },
            remote.map { $0 == .only ? "from home" : $0 == .also ? "or from home" : "in person" },
        ]
    }

    private func conditions(_ times: String) -> [String?] {
        [
            hours.map { "up to \($0.formatted(.number.locale(Locale(identifier: "en_GB")))) hours a week" },
            times.isEmpty ? nil : times, from.map { "from \($0.words)" },
            kind.map { $0 == .oneOff ? "one-off" : "ongoing" }, costsNothing ? "expenses paid" : nil,
            needsNoCheck ? "no record check" : nil, needsNoReferences ? "no references" : nil,
            isStepFree ? "step-free" : nil, age.map { "open at \($0)" }, isStatedOnly ? "only what says so" : nil,
        ]
    }
}
