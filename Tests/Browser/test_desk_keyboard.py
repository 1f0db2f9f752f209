"""A moderator who never touches the mouse: from the sign-in to a question hidden, given away, and left."""

from urllib.parse import urlencode
from urllib.request import Request, urlopen

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

import acts
from test_accessibility import violations
from test_keyboard import is_marked, tab, tab_to

QUESTION = "My supervisor at Ambleby Foundry reads my notes aloud in meetings. May I keep them from her?"


def test_a_moderator_handles_a_question_without_the_mouse(visitor):
    acts.ask(visitor, "Professional development", QUESTION)
    sign_in(visitor)
    tab_to(visitor, "Desk").send_keys(Keys.ENTER)
    until(visitor, lambda: visitor.heading == "Desk")
    visitor.wait_for(lambda: visitor.driver.refresh(), "My supervisor at Ambleby Foundry")

    link = move_to(visitor, "My supervisor at Ambleby Foundry")
    assert is_marked(visitor, link)
    press(visitor, "x")
    assert visitor.driver.execute_script("return document.querySelectorAll('.pick :checked').length") == 1
    press(visitor, "x")
    leave(visitor, lambda: press(visitor, "o"))
    assert visitor.heading.startswith("My supervisor at Ambleby Foundry")
    assert "You have it open." in visitor.words

    press(visitor, "h")
    focused(visitor).send_keys("Ambleby Foundry")
    tab(visitor).send_keys("[employer]")
    button = tab(visitor)
    assert button.text == "Hide these words"
    leave(visitor, lambda: button.send_keys(Keys.ENTER))
    assert visitor.heading.startswith("My supervisor at [employer]")

    press(visitor, "a")
    choose(visitor, "Nerys Calloway")
    button = tab_to(visitor, "Approve and give to this expert")
    leave(visitor, lambda: button.send_keys(Keys.ENTER))
    assert "Given to the expert." in visitor.words
    leave(visitor, lambda: press(visitor, "u"))
    assert visitor.heading == "Desk"
    assert "With Nerys Calloway" in visitor.words


def test_letters_typed_into_a_box_are_letters(visitor):
    open_queue(visitor)
    press(visitor, "j")
    leave(visitor, lambda: press(visitor, "o"))
    path = visitor.path
    press(visitor, "c")
    box = focused(visitor)
    box.send_keys("jokux?hdac")
    assert box.get_attribute("value") == "jokux?hdac"
    assert visitor.path == path


def test_escape_leaves_a_box_so_that_the_letters_work_again(visitor):
    open_queue(visitor, "/desk?step=to-review")
    press(visitor, "j")
    leave(visitor, lambda: press(visitor, "o"))
    until(visitor, lambda: visitor.driver.find_element(By.ID, "keys-open").is_displayed())
    press(visitor, "h")
    assert focused(visitor).get_attribute("id") == "words"
    press(visitor, Keys.ESCAPE)
    press(visitor, "d")
    # The first of the two boxes for it: a reason from the list may be all there is to say.
    assert focused(visitor).get_attribute("id") == "because"
    press(visitor, Keys.ESCAPE)
    leave(visitor, lambda: press(visitor, "u"))
    assert visitor.heading == "Desk"


def test_shortcuts_are_listed_and_can_be_turned_off_for_good(visitor):
    open_queue(visitor)
    press(visitor, "?")
    dialog = visitor.driver.find_element(By.ID, "keys")
    assert dialog.is_displayed()
    box = visitor.field("Use shortcuts on this device")
    while focused(visitor) != box:
        tab(visitor)
    box.send_keys(Keys.SPACE)
    press(visitor, Keys.ESCAPE)
    until(visitor, lambda: not dialog.is_displayed())
    visitor.visit("/desk")
    press(visitor, "j")
    assert focused(visitor).tag_name != "a"
    press(visitor, "?")
    visitor.driver.find_element(By.ID, "keys-on").send_keys(Keys.SPACE)
    press(visitor, Keys.ESCAPE)
    press(visitor, "j")
    assert focused(visitor).tag_name == "a"


def test_the_list_of_shortcuts_keeps_the_accessibility_rules(visitor):
    open_queue(visitor)
    for width in (1280, 390):
        for scheme in ("light", "dark"):
            visitor.look(width, scheme)
            press(visitor, "?")
            assert not violations(visitor, width, scheme)
            press(visitor, Keys.ESCAPE)


def test_the_queue_says_who_looks_until_their_page_closes(visitor):
    # What is with an expert waits for no moderator, and so nobody has it open.
    open_queue(visitor, "/desk?step=to-review")
    place = move_to(visitor, "").get_attribute("href").removeprefix(visitor.demo.address)
    visitor.visit(place)
    assert "You have it open." in visitor.words
    assert "is looking at it" in queue(visitor)
    # Loaded again, the page before may close after this one has opened: whenever its word comes, it must not end this
    # one's lease.
    opening = visitor.driver.find_element(By.CSS_SELECTOR, "[data-lease]").get_attribute("data-lease")
    leave(visitor, visitor.driver.refresh)
    ask(visitor, place + "/lease/delete", urlencode({"opening": opening}).encode())
    assert "is looking at it" in queue(visitor)
    visitor.visit("/about/terms")
    until(visitor, lambda: "is looking at it" not in queue(visitor))


def queue(visitor) -> str:
    """The queue as it is now, read without leaving the page that is open."""
    return ask(visitor, "/desk")


def ask(visitor, path: str, form: bytes | None = None) -> str:
    session = visitor.demo.sessions["alasdair"]
    request = Request(visitor.demo.address + path, form, {
        "Cookie": f"{session['name']}={session['value']}", "Sec-Fetch-Site": "same-origin"})
    with urlopen(request) as reply:
        return reply.read().decode()


def sign_in(visitor):
    visitor.visit("/sign-in")
    email, password = visitor.demo.people["alasdair"]
    tab_to(visitor, "email").send_keys(email)
    box = tab(visitor)
    assert box.get_attribute("id") == "password"
    box.send_keys(password)
    leave(visitor, lambda: box.send_keys(Keys.ENTER))


def open_queue(visitor, part: str = "/desk"):
    visitor.sign_in("alasdair")
    visitor.visit(part)
    # The button is there once the script is.
    until(visitor, lambda: visitor.driver.find_element(By.ID, "keys-open").is_displayed())


def move_to(visitor, words: str):
    """Presses j until the line of the queue that begins so has the focus."""
    for _ in range(60):
        press(visitor, "j")
        if focused(visitor).text.startswith(words):
            return focused(visitor)
    raise AssertionError(f"j never reached {words}.")


def choose(visitor, name: str):
    """Goes through the choices with the arrow keys, as they are chosen."""
    for _ in range(10):
        label = focused(visitor).find_element(By.XPATH, "./..").text
        if label.startswith(name):
            return focused(visitor).send_keys(Keys.SPACE)
        focused(visitor).send_keys(Keys.ARROW_DOWN)
    raise AssertionError(f"the arrow keys never reached {name}.")


def press(visitor, letter: str):
    """To whatever has the focus, be it the page alone."""
    ActionChains(visitor.driver).send_keys(letter).perform()


def focused(visitor):
    return visitor.driver.switch_to.active_element


def until(visitor, is_so):
    WebDriverWait(visitor.driver, 20, poll_frequency=0.3).until(lambda _: is_so())


def leave(visitor, act):
    """Does what leads to another page, and waits until it is there."""
    born = "return performance.timeOrigin"
    page = visitor.driver.execute_script(born)
    act()
    until(visitor, lambda: visitor.driver.execute_script(born) != page)
