"""Sharing some stages: by keyboard, with advice that stays in the browser, and read by whoever has the link."""

from selenium.webdriver.common.keys import Keys

from test_keyboard import is_marked, tab_to


def test_a_stage_is_shared_by_keyboard_and_read_without_signing_in(visitor):
    write(visitor, "A lesson in queues", learn="Mrs Penhallow told me of it at the Truro branch.", plan="Ask sooner.")
    share = tab_to(visitor, "Share it")
    assert is_marked(visitor, share)
    share.send_keys(Keys.ENTER)
    box = tab_to_value(visitor, "learn")
    assert is_marked(visitor, box)
    box.send_keys(Keys.SPACE)
    assert "Mrs Penhallow" in visitor.words.split("What could point to a person")[1]
    # The arrows go through a group of which one is chosen; the first Tab reaches it.
    everyone = tab_to_value(visitor, "everyone")
    chosen = everyone
    # Who is in a group has one choice more.
    for _ in range(3):
        if chosen.get_attribute("value") == "link":
            break
        chosen.send_keys(Keys.ARROW_DOWN)
        chosen = visitor.driver.switch_to.active_element
    assert chosen.get_attribute("value") == "link"
    tab_to(visitor, "until").send_keys(Keys.ENTER)
    visitor.until_seen("#link")
    assert visitor.heading == "Your link is ready"
    link = visitor.field("Link").get_attribute("value").removeprefix(visitor.demo.address)

    visitor.forget_everything()
    visitor.visit(link)
    assert visitor.heading == "A lesson in queues"
    assert "Mrs Penhallow" in visitor.words
    assert "Ask sooner." not in visitor.driver.page_source

    visitor.sign_in("maya")
    visitor.visit("/space/shares")
    visitor.press("Withdraw: A lesson in queues")
    visitor.forget_everything()
    visitor.visit(link)
    assert "Penhallow" not in visitor.driver.page_source


def test_advice_speaks_of_the_ticked_stages_alone_and_sends_nothing(visitor):
    write(visitor, "A quiet week", learn="Mrs Penhallow told me of it.", plan="Ask sooner.")
    visitor.open("Share it")
    visitor.driver.execute_script("performance.clearResourceTimings()")
    visitor.tick("Plan")
    assert "No names, places, dates or numbers found." in visitor.words
    visitor.tick("Learn")
    assert "Mrs Penhallow" in visitor.words.split("What could point to a person")[1]
    assert visitor.driver.execute_script("return performance.getEntriesByType('resource').length") == 0


def write(visitor, title: str, **stages: str):
    visitor.sign_in("maya")
    visitor.visit("/space/reflections/new")
    visitor.type("Title", title)
    for stage, words in stages.items():
        visitor.type(stage.title(), words)
    visitor.press("Save")
    assert visitor.heading == title


def tab_to_value(visitor, value: str):
    """Presses Tab until the box that stands for this has the focus."""
    for _ in range(40):
        visitor.driver.switch_to.active_element.send_keys(Keys.TAB)
        stop = visitor.driver.switch_to.active_element
        if stop.get_attribute("value") == value:
            return stop
    raise AssertionError(f"Tab never reached {value}.")
