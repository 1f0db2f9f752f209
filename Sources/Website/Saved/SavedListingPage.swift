import Opportunities
import Storage

/// `/saved/{id}`.
struct SavedListingPage: Page {
    static let template = "saved/listing"
    static let place: Section? = .opportunities
    let title: String
    let id: String
    let organisation: String?
    let saved: String
    /// That it can no longer be taken up.
    let gone: String?
    /// Whether the catalogue still has a page for it.
    let isKnown: Bool
    let hasChanges: Bool
    let changes: [ChangeView]
    let standing: String
    let question: String?
    let buttons: [Button]
    let canBeDone: Bool
    /// Opened where somebody mistyped, or is likely to say it next.
    let isTelling: Bool
    let isDone: Bool
    let reflected: String?
    let errors: Errors?
    let day: Field
    let hours: Field
    let paragraphs: [String]
    let facts: [OpportunityPage.Fact]
    let needs: [String]
    let gains: [String]
    let link: String?
    let source: String
    let attribution: String

    struct ChangeView {
        let what: String
        let was: [String]
        let now: [String]
    }

    struct Button {
        let value: String
        let words: String
        let move: Pursuit.Move
        /// Against one that is an end.
        let isMain: Bool

        static let all = [
            Button(value: "applied", words: "I applied", move: .apply, isMain: true),
            Button(value: "answered", words: "They answered", move: .answer, isMain: true),
            Button(value: "no-answer", words: "No answer came", move: .noAnswer, isMain: false),
            Button(value: "again", words: "Take it up again", move: .takeUp, isMain: true),
            Button(value: "let-go", words: "Let it go", move: .letGo, isMain: false),
        ]
    }

    init(_ saved: SavedOpportunity, today: Day, form: Form? = nil, wrong: [Invalid] = []) {
        let keepsake = saved.keepsake
        let pursuit = saved.pursuit
        title = keepsake.title
        id = saved.id.description
        organisation = keepsake.organisation
        self.saved = saved.saved.words
        gone = saved.gone
        isKnown = saved.now != nil
        changes = saved.changes.map {
            ChangeView(what: $0.what, was: Self.orSilence($0.was), now: Self.orSilence($0.now))
        }
        hasChanges = !changes.isEmpty
        standing = pursuit.words(today: today, saved: saved.saved)
        question = pursuit.daysWithoutAnswer(on: today).map { _ in "Did you hear back?" }
        buttons = Button.all.filter { pursuit.moves.contains($0.move) }
        canBeDone = pursuit.canBeDone
        reflected = saved.reflected?.words
        errors = Errors(wrong)
        let deed: Deed? = if case .done(let deed) = pursuit { deed } else { nil }
        isDone = deed != nil
        isTelling = !wrong.isEmpty && form != nil
        day = Field(
            name: "day", label: "On which day?", value: form?["day"] ?? (deed?.day ?? today).description,
            hint: "As year, month and day", error: wrong.sentence(for: "day"), type: "date", short: true)
        hours = Field(
            name: "hours", label: "How many hours did it take?",
            value: form?["hours"] ?? deed.map { $0.hoursWords.prefix { $0 != " " } }.map(String.init),
            hint: "Like 3 or 2.5", error: wrong.sentence(for: "hours"), inputmode: "decimal", short: true)
        paragraphs = Paragraphs.of(keepsake.description)
        facts = [
            OpportunityPage.Fact(name: "Where", values: Self.orSilence(keepsake[.place])),
            OpportunityPage.Fact(name: "When", values: Self.orSilence(keepsake[.time])),
            OpportunityPage.Fact(name: "How much time", values: [keepsake.commitment ?? "not stated"]),
            OpportunityPage.Fact(name: "Causes", values: Self.orSilence(keepsake[.cause])),
        ]
        needs = keepsake[.needs] + keepsake[.requirement]
        gains = keepsake[.gains]
        link = keepsake.link
        source = keepsake.source
        attribution = keepsake.attribution
    }

    private static func orSilence(_ values: [String]) -> [String] { values.isEmpty ? ["not stated"] : values }
}
