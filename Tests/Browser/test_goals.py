"""A step of a plan, by keyboard alone: kept, answered, and made the next reflection."""

from selenium.webdriver.common.keys import Keys

from test_keyboard import is_marked, tab_to
from test_sharing import tab_to_value, write


def test_a_step_comes_round_by_keyboard(visitor):
    write(visitor, "A queue at the door", learn="It went round the corner.", plan="1. Ask who waits longest.")
    link = tab_to(visitor, "Keep as a step with a day")
    assert is_marked(visitor, link)
    link.send_keys(Keys.ENTER)
    visitor.until_seen("#due")
    assert visitor.field("What will you do?").get_attribute("value") == "Ask who waits longest."
    tab_to(visitor, "title").send_keys(Keys.ENTER)
    visitor.until_seen("#verdict")
    assert visitor.heading == "Ask who waits longest."
    done = tab_to_value(visitor, "done")
    assert is_marked(visitor, done)
    done.send_keys(Keys.SPACE)
    tab_to(visitor, "words").send_keys("A man in the rain, and now he has a chair.")
    tab_to(visitor, "Save").send_keys(Keys.ENTER)
    visitor.until_seen(".stage.plan")
    assert "It happened" in visitor.words
    tab_to(visitor, "Begin the next reflection").send_keys(Keys.ENTER)
    visitor.until_seen("#learn")
    assert visitor.field("Learn").get_attribute("value") == "A man in the rain, and now he has a chair."
    visitor.visit("/space/goals")
    assert "A queue at the door" in visitor.words


def test_the_drawing_of_chains_has_a_table_with_the_same_numbers(visitor):
    visitor.sign_in("maya")
    visitor.visit("/space/goals")
    said = visitor.driver.find_element("css selector", "#chains-words").get_attribute("textContent")
    rows = visitor.driver.find_elements("css selector", ".numbers tbody tr")
    cells = [[int(each.text) for each in row.find_elements("css selector", "td")[1:4]] for row in rows]
    done, open_, gone = (sum(column) for column in zip(*cells))
    assert f"done {done}, open {open_}, let go {gone}." in said


def test_a_question_begun_from_a_step_does_not_say_where_it_comes_from(visitor):
    visitor.sign_in("maya")
    visitor.visit("/space/goals/new")
    visitor.type("What will you do?", "Ask somebody who has done it")
    visitor.press("Keep this step")
    step = visitor.driver.current_url
    # Other links of this page do, so that what is looked for is there to be found.
    visitor.follow("Next steps", within="main")
    assert visitor.driver.execute_script("return document.referrer") == step
    visitor.driver.get(step)
    visitor.follow("ask an expert")
    assert visitor.path.startswith("/ask")
    assert visitor.driver.execute_script("return document.referrer") == ""
