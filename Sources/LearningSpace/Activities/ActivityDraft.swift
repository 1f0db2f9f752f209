import Foundation
package import Storage

extension Activity {
    /// What its owner typed, fit to be kept.
    package struct Draft: Hashable, Sendable {
        package static let longestTitle = 200
        package static let longestText = 4_000
        package static let mostDays = 1_826
        package let title: String
        package let kind: Kind
        package let first: Day
        /// The same where it took one day.
        package let last: Day
        /// Nil where nothing is counted.
        package let amount: Amount?
        package let about: String
        package let outcome: String
        package let provider: String
        package let isEthics: Bool
        package let responsibilities: [ID<Responsibility>]

        /// - Parameter typed: by the name of the field: `title`, `kind`, `first`, `last` (may be empty), `amount` (may be
        ///   empty), `unit`, `about`, `outcome`, `provider`, `ethics` (`yes` or anything else).
        package init(_ typed: [String: String], responsibilities: [ID<Responsibility>]) throws(InvalidFields) {
            func text(_ name: String) -> String { PlainText.cleaned(typed[name] ?? "") }
            var wrong: [Invalid] = []
            title = Line.of(typed["title"] ?? "")
            if !Line.isVisible(title) { wrong.append(Invalid("title", "Say in a few words what you did.")) }
            let kind = Kind(rawValue: text("kind"))
            if kind == nil { wrong.append(Invalid("kind", "Choose what kind of activity it was.")) }
            let first = Day(text("first"))
            if first == nil {
                wrong.append(Invalid("first", "Write the first day as year, month and day, such as 2026-11-22."))
            }
            let last = text("last").isEmpty ? first : Day(text("last"))
            if last == nil && first != nil {
                wrong.append(Invalid("last", "Write the last day as year, month and day, or leave it empty."))
            } else if let first, let last, last < first {
                wrong.append(Invalid("last", "Choose \(first.words) or a later day: it cannot end before it begins."))
            } else if let first, let last, last - first > Self.mostDays {
                wrong.append(Invalid("last", "Record what took more than five years as several activities."))
            }
            var amount: Amount?
            do throws(Invalid) { amount = try Amount(text("amount"), text("unit")) } catch { wrong.append(error) }
            (about, outcome, provider) = (text("about"), text("outcome"), Line.of(typed["provider"] ?? ""))
            wrong += [
                Invalid.tooLong("title", "The title", title, limit: Self.longestTitle),
                Invalid.tooLong("provider", "The provider", provider, limit: Self.longestTitle),
                Invalid.tooLong("about", "What you did", about, limit: Self.longestText),
                Invalid.tooLong("outcome", "What came of it", outcome, limit: Self.longestText),
            ].compactMap { $0 }
            guard wrong.isEmpty, let kind, let first, let last else { throw InvalidFields(wrong) }
            (self.kind, self.first, self.last, self.amount) = (kind, first, last, amount)
            isEthics = text("ethics") == "yes"
            self.responsibilities = responsibilities
        }

        init(
            title: String, kind: Kind, first: Day, last: Day, amount: Amount?, about: String, outcome: String,
            provider: String, isEthics: Bool, responsibilities: [ID<Responsibility>]
        ) {
            (self.title, self.kind, self.first, self.last, self.amount) = (title, kind, first, last, amount)
            (self.about, self.outcome, self.provider) = (about, outcome, provider)
            (self.isEthics, self.responsibilities) = (isEthics, responsibilities)
        }
    }
}

extension Activity.Amount {
    package static let most = 10_000

    /// From `1.5` or `1,5`; nil from nothing.
    init?(_ typed: String, _ unit: String) throws(Invalid) {
        guard !typed.isEmpty else { return nil }
        let parts = typed.replacing(",", with: ".").split(separator: ".", omittingEmptySubsequences: false)
        let isNumber = typed.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2C || $0 == 0x2E }
        guard isNumber, parts.count <= 2, let whole = Int(parts[0]), whole <= Self.most,
            (parts.count == 1 || (1...2).contains(parts[1].count))
        else { throw Self.wrong }
        let rest = parts.count == 1 ? 0 : (Int(parts[1]) ?? 0) * (parts[1].count == 1 ? 10 : 1)
        let hundredths = whole * 100 + rest
        guard hundredths > 0, let unit = Unit(rawValue: unit) else { throw Self.wrong }
        self.init(hundredths: hundredths, unit: unit)
    }

    private static let wrong = Invalid(
        "amount", "Write a number such as 2 or 1.5, up to 10,000, or leave it empty: not every body counts.")

    /// As it can be typed: `1.5`.
    package var typed: String {
        let (whole, rest) = (hundredths / 100, hundredths % 100)
        if rest == 0 { return "\(whole)" }
        return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }
}
