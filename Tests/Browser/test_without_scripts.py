"""Pages are links and forms: the loop goes on where scripts are turned off."""

import pytest
from selenium.webdriver.common.by import By

import acts


@pytest.fixture
def plain(visitor):
    visitor.allow_scripts(False)
    return visitor


def test_asking_and_coming_back(plain):
    receipt = acts.ask(plain, "Small business", "May I close my shop on Mondays without telling my landlord?")
    # They would do nothing without their script.
    assert not plain.driver.find_element(By.XPATH, '//button[.="Copy"]').is_displayed()
    acts.open_receipt(plain, receipt)
    assert "May I close my shop on Mondays" in plain.words


def test_hiding_words_and_writing(plain):
    plain.sign_in("alasdair")
    plain.visit("/desk")
    plain.follow("Should a line manager ever")
    plain.type("Words to hide", "line manager")
    plain.choose("Shown as", "[name]")
    plain.press("Hide these words")
    assert "Should a [name] ever" in plain.words
    plain.press("Show again: line manager")
    assert "Should a line manager ever" in plain.words


def test_searching_and_reading_why(plain):
    plain.visit("/opportunities")
    plain.type("What do you want to do?", "gardening")
    plain.press("Find opportunities")
    plain.open("Why this rank")
    assert plain.driver.find_element(By.TAG_NAME, "meter").is_displayed()


def test_the_menu_on_a_phone(plain):
    plain.look(390)
    plain.visit("/")
    plain.driver.find_element(By.XPATH, '//button[.="Menu"]').click()
    plain.follow("Opportunities", within="nav")
    assert plain.heading == "Find volunteering"
