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
        asked + pending + tokens + published + staff + routing + afterwards + [
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
            [
                "question": "which question", "expert": "who wrote it", "place": "the order of the answers",
                "text": "what they wrote", "builds_on": "whose answer it carries on",
                "review_by": "the half-year in which it should be read again",
            ])
        + fields(
            "answer_source", kept: original,
            [
                "question": "which question", "expert": "whose answer", "place": "the order of the sources",
                "title": "what the answer rests on", "address": "where that is found",
            ])
        + fields(
            "answer_draft", kept: "until the answer is sent or the question is decided",
            [
                "question": "which question", "expert": "who is writing", "number": "how often it was saved",
                "text": "what they typed so far", "sources": "what they typed so far",
                "review_by": "what they chose so far", "builds_on": "what they chose so far",
            ])
        + fields(
            "clarification", kept: original,
            [
                "question": "which question", "place": "the order of the thread", "expert": "who asks back",
                "text": "what they ask", "reply": "what the asker replied",
            ])
        + fields(
            "exclusion", kept: "until it is published; otherwise as long as the question",
            ["question": "which question", "person": "who on the staff must not see it"])
        + fields(
            "appeal", kept: original,
            [
                "question": "which question", "words": "why the asker thinks it should be answered",
                "against": "who declined it, and so does not decide again",
            ])

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
                "number": "dealt by chance within a month, for the index", "id": "the name in the page's address",
                "topic": "shown", "text": "shown: the words with what is hidden left out",
                "month": "shown: all that is told of when",
                "version": "how often it changed, so that nobody decides on what they have not seen",
                "superseded_by": "shown: the page that takes its place",
            ])
        + fields(
            "published_answer", kept: always,
            [
                "number": "where the file keeps it, made of its page's number and its place", "question": "which page",
                "expert": "shown", "place": "the order they are shown in", "text": "shown",
                "builds_on": "shown", "review_by": "shown", "corrected": "shown: the month of the last correction",
                "correction": "shown: what was corrected",
            ])
        + fields(
            "published_source", kept: always,
            [
                "question": "which page", "expert": "whose answer", "place": "the order they are shown in",
                "title": "shown", "address": "shown",
            ])
        + fields(
            "taken_down", kept: always,
            ["id": "the name in the page's address", "month": "shown: when it was taken down", "reason": "shown"])
        + fields(
            "published_generation", kept: always,
            [
                "one": "there is one row",
                "number": "how often published pages changed, so that no search is answered from words of before",
            ])
        + fields(
            "published_words", kept: always,
            ["question": "the index of the published words", "answer": "the index of the published answers"])
        + fields(
            "report", kept: "until a moderator dismisses it or the page is taken down",
            [
                "id": "a random name", "question": "which page", "expert": "whose answer, or the question itself",
                "reason": "what is wrong, from a list", "words": "what the reader wrote; not who, and not when",
                "upheld": "whether a moderator has marked it for take-down",
            ])
        + fields("published_words_*", kept: always, ["*": "the index's own tables, made of published text alone"])

    private static let staff =
        fields(
            "decision", kept: always,
            [
                "id": "a random name", "question": "which question, or which comment",
                "version": "which version was decided on",
                "day": "the day while the question is open; then the month", "person": "who on the staff decided",
                "act": "what they did", "note": "why; where words were hidden, of which kind",
            ])
        + fields(
            "wait", kept: always,
            [
                "step": "a step of the desk", "days": "how many days", "count": "how many questions stayed so long",
            ])
        + fields(
            "lease", kept: "ten minutes after somebody on the staff last looked; deleted at the next look or batch",
            [
                "question": "which question", "person": "who on the staff has it open",
                "opening": "a random name of the page that shows it", "until": "the minute in which that ends",
            ])
        + fields(
            "urgent", kept: "until it is decided", ["question": "which question a moderator put first in the queue"])
        + fields(
            "alike", kept: "until it is decided",
            ["question": "which question", "lot": "a random name, the same for questions whose words are much alike"])
        + fields(
            "topic", kept: always,
            ["slug": "its link", "name": "shown", "about": "shown", "place": "the order they are shown in"])
        + fields(
            "reason", kept: always,
            [
                "id": "a random name", "words": "why a question is declined, as the asker reads it",
                "place": "the order they are shown in", "retired": "whether it can still be chosen",
            ])
        + fields(
            "expert", kept: "until they answer no more",
            ["person": "who answers", "headline": "shown", "about": "shown"])
        + fields(
            "expertise", kept: "until they answer no more", ["person": "who answers", "topic": "what they answer"])
}
