extension Desk {
    private static let whileWithExpert = "as long as the question is with the expert"

    static let routing =
        fields(
            "assignment", kept: whileWithExpert,
            [
                "question": "which question", "expert": "who was asked to answer",
                "given": "the day it was given to them", "accepted": "the day they took it on",
            ])
        + fields(
            "passed_on", kept: "until it is decided",
            [
                "question": "which question", "expert": "who had it and does not answer it",
                "why": "whether they declined or the time ran out", "times": "how often",
            ])
        + fields(
            "absence", kept: "until it is over and another is written down",
            ["person": "which expert", "first": "the first day away", "last": "the last day away"])
        + fields(
            "conflict", kept: "until they take it out or answer no more",
            ["person": "which expert", "words": "a name they are too close to"])
        + fields(
            "topic_word", kept: always,
            [
                "topic": "which topic", "word": "a word by which a question shows that it belongs there",
                "telling": "whether it tells by itself",
            ])
        + fields(
            "routing_setting", kept: always,
            [
                "one": "there is one row", "automatic": "whether the desk chooses an expert of itself",
                "accept_days": "how long an expert has to accept", "answer_days": "how long to answer",
            ])
}
