extension Desk {
    static let afterwards =
        fields(
            "proposed_correction", kept: "until a moderator has decided",
            [
                "question": "which page", "expert": "who would write this instead", "text": "what they would write",
                "sources": "as they typed them", "review_by": "by when it should be read again",
                "note": "what readers will be told",
            ])
        + fields(
            "reserved", kept: always,
            ["question": "which question, now gone, was kept from somebody; not from whom"])
}
