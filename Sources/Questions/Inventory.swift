/// One column of a database, what it is for, and how long it is kept.
package struct StoredField: Sendable, Equatable {
    package let table: String
    package let column: String
    package let purpose: String
    package let kept: String
}

extension Desk {
    /// Every column of `questions.sqlite`: whatever is not in this list is not stored.
    package static let inventory: [StoredField] =
        asked + pending + tokens + published + staff + routing + [
            StoredField(
                table: "grdb_migrations", column: "identifier", purpose: "which changes the file's tables have had",
                kept: always)
        ]

    static func fields(_ table: String, kept: String, _ columns: KeyValuePairs<String, String>) -> [StoredField] {
        columns.map { StoredField(table: table, column: $0.key, purpose: $0.value, kept: kept) }
    }

    static let always = "as long as the service"
    private static let original = """
        until \(Retention.days) days after the month in which it is decided; \
        an answer for the asker alone \(Retention.daysOfPrivateAnswers) days
        """
    private static let untilBatch = "until the next batch, at which it is moved to the desk"

    private static let asked =
        fields(
            "question", kept: original,
            [
                "id": "a random name, dealt at the batch",
                "receipt": "SHA-256 of the receipt, which the asker alone holds",
                "topic": "the topic the asker chose",
                "text": "the words that were asked; deleted at once on withdrawal",
                "step": "where the desk stands with it",
                "received": "the day of the batch while it is open; then the month",
                "since": "the day on which its present step began; deleted once it is decided",
                "decided": "the month in which it was decided",
                "version": "how often it changed, so that nobody decides on what they have not seen",
                "worded": "the version of its present words, so that consent is about these",
                "expert": "who was asked to answer, while it is open",
                "reason": "why it was declined or changes were asked, for the asker",
                "until": "the last day for the asker's word; deleted once it is decided",
                "consent": "whether the asker agreed to what is hidden",
                "proposal": "the words the asker would rather see",
                "private": "who chose that the answer is for the asker alone",
            ])
        + fields(
            "redaction", kept: original,
            [
                "question": "which question", "start": "where the hidden words begin", "length": "how long they are",
                "kind": "what kind of thing is hidden",
            ])
        + fields(
            "answer", kept: original,
            ["question": "which question", "expert": "who wrote it", "text": "what they wrote"])
        + fields(
            "clarification", kept: original,
            [
                "question": "which question", "place": "the order of the thread", "expert": "who asks back",
                "text": "what they ask", "reply": "what the asker replied",
            ])
        + fields(
            "exclusion", kept: "until it is published; otherwise as long as the question",
            ["question": "which question", "person": "who on the staff must not see it"])

    private static let pending =
        fields(
            "arrival", kept: untilBatch,
            [
                "receipt": "SHA-256 of the receipt", "topic": "the topic the asker chose", "text": "what was asked",
            ])
        + fields(
            "pending_act", kept: untilBatch,
            [
                "receipt": "SHA-256 of the receipt", "kind": "what the asker decided",
                "version": "the version of the question they saw", "words": "their reply or proposal",
            ])
        + fields(
            "pending_exclusion", kept: untilBatch,
            ["receipt": "SHA-256 of the receipt", "person": "who on the staff is to see the question no more"])

    private static let tokens =
        fields(
            "token_key", kept: "until the end of the epoch after its own",
            ["epoch": "the four weeks it is for", "key": "the key that signs every member's tokens"])
        + fields(
            "spent_token", kept: "until the end of the epoch after its own",
            ["token": "SHA-256 of a token that was spent", "epoch": "the four weeks it was drawn in"])

    private static let published =
        fields(
            "published", kept: always,
            [
                "number": "dealt by chance within a batch, for the index", "id": "the name in the page's address",
                "topic": "shown", "text": "shown: the words with what is hidden left out",
                "month": "shown: all that is told of when",
            ])
        + fields("published_answer", kept: always, ["question": "which page", "expert": "shown", "text": "shown"])
        + fields(
            "published_words", kept: always,
            ["question": "the index of the published words", "answer": "the index of the published answers"])
        + fields("published_words_*", kept: always, ["*": "the index's own tables, made of published text alone"])

    private static let staff =
        fields(
            "decision", kept: always,
            [
                "id": "a random name", "question": "which question", "version": "which version was decided on",
                "day": "the day while the question is open; then the month", "person": "who on the staff decided",
                "act": "what they did", "note": "why; where words were hidden, of which kind",
            ])
        + fields(
            "wait", kept: always,
            [
                "step": "a step of the desk", "days": "how many days", "count": "how many questions stayed so long",
            ])
        + fields(
            "topic", kept: always,
            ["slug": "its link", "name": "shown", "about": "shown", "place": "the order they are shown in"])
        + fields(
            "expert", kept: "until they answer no more",
            ["person": "who answers", "headline": "shown", "about": "shown"])
        + fields(
            "expertise", kept: "until they answer no more", ["person": "who answers", "topic": "what they answer"])
}
