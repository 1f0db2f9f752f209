"""Without a mouse: reaching, filling in and sending, with what has the focus in sight."""

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait


def test_the_skip_link_leads_past_the_menu(visitor):
    visitor.visit("/questions")
    skip = tab(visitor)
    assert skip.text == "Skip to the content"
    assert skip.rect["width"] > 100
    skip.send_keys(Keys.ENTER)
    assert tab(visitor).get_attribute("id") == "q"


def test_a_question_can_be_asked(visitor):
    visitor.visit("/")
    tab_to(visitor, "Ask").send_keys(Keys.ENTER)
    assert visitor.heading == "Ask a question"
    tab_to(visitor, "topic").send_keys("Careers")
    tab_to(visitor, "text").send_keys("How do I leave a job well when nobody there speaks to me?")
    tab_to(visitor, "terms").send_keys(Keys.SPACE)
    tab_to(visitor, "Send my question").send_keys(Keys.ENTER)
    visitor.until_seen(".receipt")
    assert visitor.heading == "Your question has arrived"


def test_every_stop_on_the_way_is_in_sight(visitor):
    for width in (1280, 390):
        visitor.look(width)
        for path in ("/", "/ask", "/opportunities", "/sign-in"):
            visitor.visit(path)
            for _ in range(25):
                stop = tab(visitor)
                if stop.tag_name == "body":
                    break
                assert is_marked(visitor, stop), f"{path} at {width}: {stop.get_attribute('outerHTML')}"


def test_the_menu_on_a_phone_opens_and_closes(visitor):
    visitor.look(390)
    visitor.visit("/")
    menu = visitor.driver.find_element(By.ID, "menu")
    assert not menu.is_displayed()
    tab_to(visitor, "Menu").send_keys(Keys.ENTER)
    assert menu.is_displayed()
    tab_to(visitor, "Questions").send_keys(Keys.ESCAPE)
    assert not menu.is_displayed()
    assert visitor.driver.switch_to.active_element.text == "Menu"


def test_what_is_wrong_leads_to_its_box(visitor):
    visitor.visit("/ask")
    visitor.send_question()
    tab_to(visitor, "Choose a topic").send_keys(Keys.ENTER)
    topic = visitor.field("What is it about?")
    WebDriverWait(visitor.driver, 5).until(lambda driver: driver.switch_to.active_element == topic)


def tab(visitor):
    visitor.driver.switch_to.active_element.send_keys(Keys.TAB)
    return visitor.driver.switch_to.active_element


def tab_to(visitor, name: str):
    """Presses Tab until what has this id, or begins with these words, has the focus."""
    for _ in range(40):
        stop = tab(visitor)
        if stop.get_attribute("id") == name or stop.text.startswith(name):
            return stop
    raise AssertionError(f"Tab never reached {name}.")


def is_marked(visitor, element) -> bool:
    """Whether it has a ring round it, or the choice that holds it has, and it stands inside the window."""
    return visitor.driver.execute_script("""
        const marked = arguments[0].closest(".choice") ?? arguments[0];
        const box = marked.getBoundingClientRect();
        const style = getComputedStyle(marked);
        return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
            && box.bottom > 0 && box.top < innerHeight && box.width > 0;""", element)
