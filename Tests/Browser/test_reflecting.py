"""Write, share, comment, reply, remove: two members and what each sees of the other."""


def test_a_reflection_becomes_a_conversation(visitor):
    write_and_share(visitor)

    visitor.sign_in("callum")
    visitor.visit("/space")
    visitor.follow("Shared with you", within="main")
    visitor.follow("The handover I rushed")
    assert "Maya Thistlewood" in visitor.words
    visitor.type("Your comment", "What would have let you stop?")
    visitor.choose("About", "Assess")
    visitor.choose("It is", "a question")
    visitor.tick("Other readers may see it")
    visitor.press("Send the comment")
    assert "Your comment is there." in visitor.words

    visitor.sign_in("maya")
    visitor.visit("/space")
    visitor.follow("The handover I rushed")
    assert "What would have let you stop?" in visitor.words
    visitor.press("Let other readers see it")
    assert "Other readers see this too." in visitor.words
    visitor.follow("Reply to Callum Brackenbury", within="main")
    assert "In reply to Callum Brackenbury" in visitor.words
    visitor.type("Your comment", "Ten minutes with the door shut.")
    visitor.press("Send the comment")

    visitor.sign_in("callum")
    visitor.visit("/shared")
    visitor.follow("The handover I rushed")
    visitor.open("Remove")
    visitor.press("Remove it")
    assert "Removed by its writer." in visitor.words
    assert "What would have let you stop?" not in visitor.words
    assert "Ten minutes with the door shut." in visitor.words

    withdraw(visitor)


def write_and_share(visitor):
    visitor.sign_in("maya")
    visitor.visit("/")
    visitor.follow("Learning space", within="nav")
    visitor.follow("Begin a reflection")
    visitor.type("Title", "The handover I rushed")
    visitor.type("Learn", "I left four things unsaid because the next shift had arrived.")
    visitor.type("Assess", "I treat being brief as being kind.")
    visitor.press("Save")
    assert visitor.heading == "The handover I rushed"
    assert "Only you" in visitor.words
    visitor.open("Share it")
    visitor.tick("Learn")
    visitor.tick("Assess")
    visitor.tick("The people ticked below")
    visitor.tick("Callum Brackenbury")
    visitor.press("Share")
    assert "Seen by Callum Brackenbury" in visitor.words


def withdraw(visitor):
    address = visitor.path
    visitor.sign_in("maya")
    visitor.visit("/space/shares")
    visitor.press("Withdraw: The handover I rushed")
    assert "Nobody else can see it any more." in visitor.words
    visitor.sign_in("callum")
    visitor.visit(address)
    assert "What would have let you stop?" not in visitor.driver.page_source
    assert "unsaid" not in visitor.driver.page_source
