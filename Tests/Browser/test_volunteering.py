"""Four questions, one opportunity, and the reflection it becomes."""

from selenium.webdriver.common.by import By


def test_a_found_opportunity_becomes_a_reflection(visitor):
    visitor.sign_in("maya")
    visitor.visit("/")
    visitor.follow("Find volunteering")
    visitor.type("What do you want to do?", "befriending older people")
    visitor.type("Near where?", "Birmingham")
    visitor.type("A skill to stretch", "listening")
    visitor.choose("How much time do you have?", "Half a day a week")
    visitor.press("Find opportunities")
    first = visitor.driver.find_element(By.CSS_SELECTOR, ".results .result")
    first.find_element(By.XPATH, './/summary[.="Why this rank"]').click()
    assert first.find_element(By.TAG_NAME, "meter").is_displayed()

    title = first.find_element(By.TAG_NAME, "h3").text
    visitor.follow(title, within="main")
    assert visitor.heading == title
    visitor.press("Reflect on it")
    assert f"Begun from {title}" in visitor.words
    visitor.type("Plan", "Ring them on Monday and ask who would show me round.")
    visitor.press("Save")
    assert "Ring them on Monday" in visitor.words
    assert visitor.heading.startswith(title)


def test_a_wrong_word_in_a_question_is_said_beside_it(visitor):
    visitor.visit("/opportunities")
    visitor.type("Near where?", "Nowhereville")
    visitor.press("Find opportunities")
    assert visitor.field("Near where?").get_attribute("aria-invalid") == "true"
    assert visitor.field("Near where?").get_attribute("value") == "Nowhereville"
