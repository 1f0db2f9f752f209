import Members
import Questions
import Storage

/// Who may ask just now, and among how many an asker is hidden.
struct AskSetting {
    let whoMayAsk: WhoMayAsk
    /// Members who took part in this epoch.
    let members: Int
    let epoch: Epoch
    let batches: String

    /// Below this many, being one of them hides too little.
    static let fewest = 20
}

extension Site {
    func askSetting() async throws -> AskSetting {
        let today = world.today
        return AskSetting(
            whoMayAsk: try await directory.settings().whoMayAsk,
            members: try await directory.tookPart(from: Epoch(containing: today).firstDay, to: today),
            epoch: Epoch(containing: today), batches: batches)
    }
}

struct AskPage: Page {
    static let template = "questions/ask"
    static let place: Section? = .ask
    let title = "Ask a question"
    let receipt: String
    /// In the form of a member without scripts.
    let token: String?
    /// Whether a token is needed that only the browser's script could add.
    let needsScript: Bool
    let isForAnyone: Bool
    let members: Int
    let isTooFew: Bool
    let errors: Errors?
    let topic: Field
    let text: Field
    let termsError: String?
    let tokenError: String?
    let hasAgreed: Bool
    let epoch: Int
    /// For the browser's script, which shows it once the question has arrived.
    let slip: Slip

    init(
        topics: [Topic], receipt: Receipt, form: Form, setting: AskSetting, token: Token? = nil, wrong: [Invalid] = []
    ) {
        self.receipt = receipt.text
        self.token = token?.text
        isForAnyone = setting.whoMayAsk == .anyone
        needsScript = !isForAnyone && token == nil
        members = setting.members
        isTooFew = !isForAnyone && setting.members < AskSetting.fewest
        errors = Errors(wrong)
        topic = Field(
            name: "topic", label: "What is it about?", error: wrong.sentence(for: "topic"),
            options: [Choice(value: "", words: "Choose a topic")]
                + topics.map { Choice(value: $0.slug, words: $0.name, isChosen: $0.slug == form["topic"]) })
        text = Field(
            name: "text", label: "Your question", value: form["text"],
            hint:
                "Leave out names, places, employers, dates, and anything only one person could say. 20 to 5,000 characters.",
            error: wrong.sentence(for: "text"), rows: 12, long: true)
        termsError = wrong.sentence(for: "terms")
        tokenError = wrong.sentence(for: "token")
        epoch = setting.epoch.number
        slip = Slip(groups: [], batches: setting.batches)
        hasAgreed = form["terms"] == "yes"
    }
}

/// What stands where a question has arrived; without groups the browser writes in the receipt it made itself.
struct Slip {
    let groups: [String]
    /// When it goes to the desk.
    let batches: String
}

/// Shows the receipt, this once.
struct AskedPage: Page {
    static let template = "questions/asked"
    static let place: Section? = .ask
    let title = "Your question has arrived"
    let slip: Slip

    init(receipt: Receipt, batches: String) { slip = Slip(groups: receipt.groups, batches: batches) }
}
