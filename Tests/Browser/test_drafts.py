"""What an expert types is not lost: it saves itself, and stands there when they come back."""

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

import acts

WORDS = "You looked after somebody for four years, and that is work which can be named."


@pytest.fixture
def writing(visitor):
    """Bridget, with the page of her question open."""
    acts.give_question_to_expert(visitor)
    visitor.sign_in("bridget")
    visitor.visit("/expert")
    visitor.follow("I looked after my mother for four years", within="main")
    return visitor


def said(visitor, words: str):
    WebDriverWait(visitor.driver, 20).until(lambda driver: words in driver.find_element(By.ID, "saved").text)


def test_an_answer_saves_itself_and_comes_back(writing):
    writing.type("Your answer", WORDS)
    writing.type("Sources", "Acas https://www.acas.org.uk")
    said(writing, "Draft saved.")
    place = writing.path
    # As if the window had been closed: nothing is asked, and nothing is lost.
    writing.visit("/about/terms")
    writing.visit(place)
    assert writing.field("Your answer").get_attribute("value") == WORDS
    assert writing.field("Sources").get_attribute("value") == "Acas https://www.acas.org.uk"


def test_what_is_typed_in_two_windows_is_lost_in_neither(writing):
    place, first = writing.path, writing.driver.current_window_handle
    writing.driver.switch_to.new_window("tab")
    writing.visit(place)
    writing.type("Your answer", WORDS + " From the second window.")
    said(writing, "Draft saved.")
    writing.driver.close()
    writing.driver.switch_to.window(first)
    writing.type("Your answer", WORDS + " From the first window.")
    said(writing, "Not saved:")
    assert "From the first window." in writing.field("Your answer").get_attribute("value")
    writing.press("Save the draft")
    assert "From the first window." in writing.field("Your answer").get_attribute("value")
    assert "From the second window." in writing.driver.page_source
