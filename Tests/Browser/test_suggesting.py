"""Suggestions while somebody types: by keys, by pointer, said to who cannot see them, and never in the way."""

import pytest
from axe_core_python.base import AXE_SCRIPT
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

LIST = "#suggestions:not([hidden])"


@pytest.fixture
def box(visitor):
    visitor.visit("/opportunities")
    WebDriverWait(visitor.driver, 10).until(
        lambda driver: driver.find_elements(By.CSS_SELECTOR, ".finder [role=combobox]"))
    return visitor.field("What do you want to do?")


def options(visitor) -> list[str]:
    visitor.until_seen(LIST)
    return visitor.driver.execute_script("""
        return [...document.querySelectorAll("#suggestions [role=option]")].map((each) => each.firstChild.textContent);""")


def chosen(visitor) -> str:
    """The option that assistive technology takes for the one in focus, which must be the one that looks so."""
    return visitor.driver.execute_script("""
        const active = document.activeElement.getAttribute("aria-activedescendant");
        const selected = [...document.querySelectorAll('[role=option][aria-selected=true]')];
        if (selected.length !== (active ? 1 : 0) || (active && selected[0].id !== active)) return "torn";
        return active ? selected[0].firstChild.textContent : "";""")


def is_open(visitor, box) -> bool:
    shown = bool(visitor.driver.execute_script("return document.querySelector(arguments[0]) !== null", LIST))
    assert box.get_attribute("aria-expanded") == ("true" if shown else "false")
    return shown


def said(visitor) -> str:
    return visitor.driver.execute_script("return document.querySelector('.suggestions-status').textContent")


def test_the_keys_walk_choose_and_close(visitor, box):
    box.send_keys("volunt")
    shown = options(visitor)
    assert 1 < len(shown) <= 8
    assert said(visitor) == f"{len(shown)} suggestions."
    assert chosen(visitor) == ""
    box.send_keys(Keys.ARROW_DOWN)
    assert chosen(visitor) == shown[0]
    box.send_keys(Keys.ARROW_UP)
    assert chosen(visitor) == ""
    box.send_keys(Keys.ARROW_UP)
    assert chosen(visitor) == shown[-1]
    box.send_keys(Keys.ESCAPE)
    assert not is_open(visitor, box) and box.get_attribute("value") == "volunt"
    box.send_keys(Keys.ARROW_DOWN)
    assert options(visitor) == shown
    box.send_keys(Keys.ARROW_DOWN, Keys.ENTER)
    assert box.get_attribute("value") == shown[0]
    assert not is_open(visitor, box) and visitor.path == "/opportunities"


def test_enter_without_a_choice_searches_for_what_was_typed(visitor, box):
    box.send_keys("befriend")
    options(visitor)
    box.send_keys(Keys.ENTER)
    WebDriverWait(visitor.driver, 10).until(lambda _: "q=befriend&" in visitor.path)


def test_a_place_and_a_cause_go_to_boxes_of_their_own(visitor, box):
    box.send_keys("birm")
    place = next(each for each in options(visitor) if each.startswith("Birmingham"))
    visitor.driver.find_element(By.XPATH, f'//*[@role="option"][span="{place}"]').click()
    assert visitor.field("Near where?").get_attribute("value") == place
    assert box.get_attribute("value") == "" and said(visitor) == f"{place} is the place now."
    assert visitor.driver.switch_to.active_element == box
    box.send_keys("animal w")
    assert "Animal Welfare" in options(visitor)
    visitor.driver.find_element(By.XPATH, '//*[@role="option"][span="Animal Welfare"]').click()
    assert visitor.field("Which areas interest you?").get_attribute("value") == "AnimalWelfare"


def test_leaving_the_box_closes_the_list_and_nothing_found_is_said(visitor, box):
    box.send_keys("volunt")
    options(visitor)
    box.send_keys(Keys.TAB)
    assert not is_open(visitor, box)
    box.send_keys("zzzzqqqq")
    WebDriverWait(visitor.driver, 10).until(lambda _: said(visitor) == "No suggestions.")
    assert not is_open(visitor, box)


def test_an_answer_that_was_outrun_is_not_shown(visitor, box):
    visitor.driver.execute_script("""
        const real = window.fetch;
        window.asked = [];
        window.fetch = async (address, options) => {
            window.asked.push(decodeURIComponent(address.split("q=")[1]));
            // The first answer comes last, and whether or not somebody still waits for it.
            const answer = await real(address);
            if (window.asked.length === 1) await new Promise((done) => { window.release = done; });
            return answer;
        };""")
    box.send_keys("birm")
    WebDriverWait(visitor.driver, 10).until(lambda driver: driver.execute_script("return Boolean(window.release)"))
    box.send_keys(Keys.BACKSPACE * 4, "animal w")
    assert "Animal Welfare" in options(visitor)
    visitor.driver.execute_script("window.release()")
    assert "Animal Welfare" in options(visitor)
    # Typed without a pause, it is asked for once.
    assert visitor.driver.execute_script("return window.asked") == ["birm", "animal w"]


def test_the_open_list_moves_nothing_and_keeps_the_accessibility_rules(visitor, box):
    where = """
        return [...document.querySelectorAll("main *:not(#suggestions, #suggestions *)")]
            .map((each) => each.getBoundingClientRect().top);"""
    before = visitor.driver.execute_script(where)
    box.send_keys("volunt")
    options(visitor)
    assert visitor.driver.execute_script(where) == before
    visitor.driver.execute_script(AXE_SCRIPT)
    for width, scheme in ((1280, "light"), (390, "dark")):
        visitor.look(width, scheme)
        box.send_keys(Keys.ARROW_DOWN)
        found = visitor.driver.execute_async_script("""
            const done = arguments[0];
            axe.run({resultTypes: ["violations"]}).then((result) => done(result.violations));""")
        assert not [f"{rule['id']}: {node['target'][0]}" for rule in found for node in rule["nodes"]]
        assert is_open(visitor, box)
        assert visitor.driver.execute_script("return document.documentElement.scrollWidth <= innerWidth")


def test_without_scripts_it_is_a_search_box(visitor):
    visitor.allow_scripts(False)
    visitor.visit("/opportunities")
    box = visitor.field("What do you want to do?")
    assert box.get_attribute("type") == "search"
    box.send_keys("befriending", Keys.ENTER)
    WebDriverWait(visitor.driver, 10).until(lambda _: "q=befriending" in visitor.path)
