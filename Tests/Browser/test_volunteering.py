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


def test_on_a_phone_the_results_are_in_view_once_they_are_there(visitor):
    visitor.look(360, height=740)
    visitor.visit("/opportunities")
    visitor.type("What do you want to do?", "gardening")
    visitor.type("Near where?", "Birmingham")
    visitor.choose("How far?", "Within 25 miles")
    visitor.press("Find opportunities")
    top = visitor.driver.execute_script("return document.getElementById('found').getBoundingClientRect().top")
    assert 0 <= top < 370, f"the number found stands {top} px below the upper edge"


def test_a_slip_in_a_place_leads_to_the_place_that_was_meant(visitor):
    visitor.visit("/opportunities")
    visitor.type("What do you want to do?", "gardening")
    visitor.type("Near where?", "Birmingam")
    visitor.press("Find opportunities")
    assert "Did you mean Birmingham?" in visitor.words
    visitor.follow("Birmingham", within="main")
    assert "Distances are from Birmingham." in visitor.words
    assert visitor.field("What do you want to do?").get_attribute("value") == "gardening"
