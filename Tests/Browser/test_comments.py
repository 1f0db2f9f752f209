"""What is said between two: consent, a change of words, and whom one does not want to hear."""

from test_accessibility import LOOKS, violations


def test_a_comment_is_between_two_until_both_agree(visitor):
    visitor.sign_in("callum")
    visitor.visit("/shared")
    visitor.follow("The conversation I had put off")
    visitor.type("Your comment", "Did she know that you had written it all down?")
    visitor.choose("It is", "a question")
    visitor.press("Send the comment")
    assert "Between you and Maya Thistlewood." in visitor.words
    visitor.press("Let other readers see it")
    address = visitor.path

    visitor.sign_in("harjit")
    visitor.visit(address)
    assert "Did she know" not in visitor.words
    visitor.sign_in("maya")
    visitor.visit("/space")
    visitor.follow("The conversation I had put off")
    assert "Between you and Callum Brackenbury, who agrees that other readers see it." in visitor.words
    visitor.press("Let other readers see it")
    visitor.sign_in("harjit")
    visitor.visit(address)
    assert "Did she know" in visitor.words

    visitor.press("Mute Callum Brackenbury")
    assert visitor.heading == "Whom you have muted"
    assert not [words for look in LOOKS for words in violations(visitor, *look)]
    visitor.look(width=1280)
    visitor.visit(address)
    assert "Did she know" not in visitor.words
    assert "Somebody whom you have muted." in visitor.words
    visitor.visit("/space/muted")
    visitor.press("Hear them again")
    assert "Nobody." in visitor.words
