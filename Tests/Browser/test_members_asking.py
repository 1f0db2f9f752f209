"""Where members alone may ask: the browser draws tokens, and one of them buys a question."""

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

import acts


@pytest.fixture
def members_alone(visitor):
    let_ask(visitor, "Members")
    yield visitor
    let_ask(visitor, "Anyone")


def let_ask(visitor, who: str):
    visitor.sign_in("robin")
    visitor.visit("/admin/settings")
    visitor.tick(who)
    visitor.press("Save the settings")


def test_a_token_drawn_by_the_browser_buys_a_question(members_alone):
    visitor = members_alone
    visitor.sign_in("maya")
    visitor.visit("/space")
    # The server makes the key at its first start: seconds in a debug build.
    drawn = "return JSON.parse(localStorage.getItem('riffle.tokens') ?? '[]').length"
    WebDriverWait(visitor.driver, 60).until(lambda driver: driver.execute_script(drawn) > 0)
    before = visitor.driver.execute_script(drawn)
    visitor.visit("/ask")
    assert "Your browser made this token" in visitor.words
    key = visitor.driver.find_element(By.CSS_SELECTOR, "[data-key]").text
    assert key and key in visitor.driver.find_element(By.TAG_NAME, "footer").text
    receipt = acts.ask(visitor, "Careers", "Is it too late to change after twenty years in one place?")
    acts.show_that_it_is_saved(visitor, receipt)
    assert visitor.driver.execute_script(drawn) == before - 1
    visitor.wait_for(lambda: acts.open_receipt(visitor, receipt), "A moderator will read it next")
