"""A browser before the stand-in server, with what a member does to ask."""

import pytest
from selenium.common.exceptions import TimeoutException
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select, WebDriverWait

import stand_in

QUESTION = "May I refuse to sign a report that somebody else has rewritten?\n\nIt is no longer what I said."


class Asker:
    def __init__(self, window, server):
        self.window = window
        self.server = server

    def visit(self, page: str):
        self.window.get(self.server.address + page)

    def draw(self):
        """Opens a member's page and waits until its script has nothing more to do."""
        self.visit("/member")
        self.window.execute_async_script("navigator.locks.request('riffle.tokens', () => arguments[0]())")

    def tokens(self) -> list:
        return self.window.execute_script("return JSON.parse(localStorage.getItem('riffle.tokens') ?? '[]')")

    def write(self, text=QUESTION, topic="small-business", terms=True):
        Select(self.find("#topic")).select_by_value(topic)
        self.window.execute_script("arguments[0].value = arguments[1]", self.find("#text"), text)
        if terms and not self.find("#terms").is_selected():
            self.find("#terms").click()

    def send(self):
        """Presses the button, and waits until the answer is on the page."""
        self.window.execute_script("document.querySelector('.errors')?.remove()")
        self.find("#ask button[type=submit]").click()
        self.until("main > .receipt, .errors")

    def find(self, selector: str):
        return self.window.find_element(By.CSS_SELECTOR, selector)

    def shown(self, selector: str) -> list[str]:
        return self.window.execute_script(
            "return [...document.querySelectorAll(arguments[0])].filter((each) => each.checkVisibility())"
            ".map((each) => each.innerText)", selector)

    def until(self, selector: str):
        try:
            WebDriverWait(self.window, 10).until(lambda _: self.shown(selector))
        except TimeoutException:
            raise AssertionError(f"{selector} did not appear.\n{self.window.get_log('browser')}") from None

    @property
    def words(self) -> str:
        return self.find("main").text

    def asks(self) -> list[stand_in.Sent]:
        return self.server.requests("/ask", "POST")


@pytest.fixture
def asker(window):
    # An own port for each test is an own origin, so that no token is left from the last one.
    server = stand_in.StandIn()
    # Tall enough that nothing needs scrolling, which takes its time.
    window.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
        "width": 1280, "height": 2000, "deviceScaleFactor": 1, "mobile": False})
    window.get_log("browser")
    yield Asker(window, server)
    window.get("about:blank")
    server.stop()


@pytest.fixture
def ready(asker):
    asker.draw()
    asker.visit("/ask")
    return asker
