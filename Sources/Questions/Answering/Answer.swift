package import Markdown
package import Storage

/// What an expert wrote.
package struct Answer: Sendable, Equatable {
    package let expert: PersonID
    /// Markdown.
    package let text: String
    /// Whose earlier answer to the same question it carries on.
    package let buildsOn: PersonID?
    package let sources: [Source]
    /// The end of this month is the last day on which it can be trusted unread.
    package let reviewBy: Month?
    /// What a moderator changed after it was published.
    package let correction: Correction?

    /// Something an answer rests on.
    package struct Source: Sendable, Equatable {
        package let title: String
        package let address: WebAddress
    }

    package struct Correction: Sendable, Equatable {
        package let month: Month
        package let note: String
    }

    init(
        expert: PersonID, text: String, buildsOn: PersonID? = nil, sources: [Source] = [], reviewBy: Month? = nil,
        correction: Correction? = nil
    ) {
        self.expert = expert
        self.text = text
        self.buildsOn = buildsOn
        self.sources = sources
        self.reviewBy = reviewBy
        self.correction = correction
    }

    /// As it would stand there.
    package init(_ draft: Draft, by expert: PersonID) {
        self.init(
            expert: expert, text: draft.text, buildsOn: draft.buildsOn, sources: draft.sources,
            reviewBy: draft.reviewBy)
    }

    /// The words alone, for the index and the feed.
    package var plain: String { Passage(text).plain }
}

extension Answer {
    /// What stands in the form of an answer, as it was typed.
    package struct Typed: Sendable, Equatable {
        package let text: String
        /// One a line.
        package let sources: String
        /// `2027-06`, or nothing.
        package let reviewBy: String
        /// An expert's id, or nothing.
        package let buildsOn: String

        package init(text: String, sources: String = "", reviewBy: String = "", buildsOn: String = "") {
            self.text = PlainText.cleaned(text)
            self.sources = PlainText.cleaned(sources)
            self.reviewBy = String(reviewBy.prefix(40))
            self.buildsOn = String(buildsOn.prefix(40))
        }

        package init(_ answer: Answer) {
            text = answer.text
            sources = answer.sources.map { "\($0.title) \($0.address.text)" }.joined(separator: "\n")
            reviewBy = answer.reviewBy?.description ?? ""
            buildsOn = answer.buildsOn?.description ?? ""
        }
    }

    /// An answer, checked.
    package struct Draft: Sendable {
        package let text: String
        package let sources: [Source]
        package let reviewBy: Month?
        package let buildsOn: PersonID?
        package static let longest = 20_000

        package init(_ typed: String) throws(Invalid) {
            text = PlainText.cleaned(typed)
            (sources, reviewBy, buildsOn) = ([], nil, nil)
            guard text.count >= 20 else { throw Invalid("text", "Write an answer of at least 20 characters.") }
            guard text.count <= Self.longest else {
                throw Invalid("text", "Shorten the answer to \(Self.longest) characters; it has \(text.count).")
            }
        }

        /// - Throws: everything that is wrong, in the form's order.
        package init(_ typed: Typed, today: Day) throws(InvalidFields) {
            var wrong: [Invalid] = []
            do throws(Invalid) { _ = try Self(typed.text) } catch { wrong.append(error) }
            var sources: [Source] = []
            do throws(Invalid) { sources = try Source.all(in: typed.sources) } catch { wrong.append(error) }
            let reviewBy = ReviewBy.choices(from: today).first { $0.description == typed.reviewBy }
            if reviewBy == nil, !typed.reviewBy.isEmpty {
                wrong.append(Invalid("review", "Choose by when somebody should read this answer again, or no date."))
            }
            guard wrong.isEmpty else { throw InvalidFields(wrong) }
            text = PlainText.cleaned(typed.text)
            self.sources = sources
            self.reviewBy = reviewBy
            buildsOn = PersonID(typed.buildsOn)
        }
    }
}

extension Answer.Source {
    static let most = 10
    static let longestTitle = 200

    /// One a line: what it is, then its address.
    static func all(in typed: String) throws(Invalid) -> [Self] {
        var sources: [Self] = []
        for (number, line) in typed.split(separator: "\n").enumerated() {
            let words = line.split(whereSeparator: \.isWhitespace)
            guard let last = words.last else { continue }
            guard let address = WebAddress(String(last)), let host = address.host else {
                throw Invalid(
                    "sources",
                    "End line \(number + 1) with an address that begins with https://, such as https://www.acas.org.uk."
                )
            }
            let title = words.dropLast().joined(separator: " ")
            guard title.count <= longestTitle else {
                throw Invalid("sources", "Shorten line \(number + 1) to \(longestTitle) characters and its address.")
            }
            sources.append(Self(title: title.isEmpty ? host : title, address: address))
        }
        guard sources.count <= most else { throw Invalid("sources", "Name at most \(most) sources.") }
        return sources
    }
}

/// By when somebody should read an answer again.
package enum ReviewBy {
    /// The ends of the next six half-years. Nothing finer, because a year from the day of writing would tell that day.
    package static func choices(from today: Day) -> [Month] {
        let year = Int(today.description.prefix(4)) ?? 1970
        let ends = (year...year + 3).flatMap { ["\($0)-06", "\($0)-12"] }
        return Array(ends.compactMap { Day("\($0)-01")?.month }.filter { $0 > today.month }.prefix(6))
    }
}
