"""A person at a browser: finds things by what stands on them, clicks and types."""

from pathlib import Path

from selenium import webdriver
from selenium.common.exceptions import TimeoutException, WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import Select, WebDriverWait

from demo import Demo


def chromium(
    text_size: int = 16, records_requests: bool = False, profile: Path | None = None,
) -> webdriver.Chrome:
    """A headless Chromium. `text_size` is what a reader sets for text in the browser, in pixels; `profile` is where it
    keeps what it keeps, for one that is to be started again."""
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for flag in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars"):
        options.add_argument(flag)
    if profile:
        options.add_argument(f"--user-data-dir={profile}")
    options.add_experimental_option("prefs", {"webkit.webprefs.default_font_size": text_size})
    options.set_capability("goog:loggingPrefs", {
        "browser": "ALL", **({"performance": "ALL"} if records_requests else {})})
    driver = webdriver.Chrome(options, webdriver.ChromeService("/usr/bin/chromedriver"))
    driver.implicitly_wait(3)
    return driver


class Visitor:
    def __init__(self, driver: webdriver.Chrome, demo: Demo):
        self.driver = driver
        self.demo = demo
        self.has_scripts = True

    def forget_everything(self):
        """A new visitor in the same window: no cookies, scripts on, light, wide."""
        self.driver.execute_cdp_cmd("Network.clearBrowserCookies", {})
        self.allow_scripts(True)
        self.look(width=1280, scheme="light")

    def look(self, width: int, scheme: str = "light", height: int = 900):
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})
        # Without motion colours change at once, so that nothing is measured half-way.
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [
            {"name": "prefers-color-scheme", "value": scheme}, {"name": "prefers-reduced-motion", "value": "reduce"}]})

    def allow_scripts(self, allowed: bool):
        self.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not allowed})
        self.has_scripts = allowed

    def sign_in(self, person: str):
        """By the form the first time, then with the session that gave."""
        self.driver.execute_cdp_cmd("Network.clearBrowserCookies", {})
        if person in self.demo.sessions:
            self.driver.execute_cdp_cmd("Network.setCookie", {
                "url": self.demo.address, **self.demo.sessions[person]})
            return
        email, password = self.demo.people[person]
        self.visit("/sign-in")
        self.type("E-mail", email)
        self.type("Password", password)
        self.press("Sign in", within="main")
        [cookie] = self.driver.get_cookies()
        self.demo.sessions[person] = {key: cookie[key] for key in ("name", "value", "httpOnly", "sameSite")}

    def visit(self, path: str):
        self.driver.get(self.demo.address + path)

    @property
    def path(self) -> str:
        return self.driver.current_url.removeprefix(self.demo.address)

    @property
    def heading(self) -> str:
        return self.driver.find_element(By.TAG_NAME, "h1").text

    @property
    def words(self) -> str:
        """Everything that can be read on the page's own part."""
        return self.driver.find_element(By.TAG_NAME, "main").text

    def field(self, label: str) -> WebElement:
        """The box whose label begins so."""
        tag = self.driver.find_element(By.XPATH, f'//label[starts-with(normalize-space(), "{label}")]')
        inside = tag.find_elements(By.XPATH, ".//input") if not tag.get_attribute("for") else []
        return inside[0] if inside else self.driver.find_element(By.ID, tag.get_attribute("for"))

    def type(self, label: str, text: str):
        box = self.field(label)
        box.clear()
        box.send_keys(text)

    def choose(self, label: str, option: str):
        """The option whose words begin so."""
        select = Select(self.field(label))
        [chosen] = [each for each in select.options if each.text.startswith(option)][:1]
        select.select_by_visible_text(chosen.text)

    def tick(self, label: str):
        self.field(label).click()

    def open(self, summary: str):
        self.driver.find_element(By.XPATH, f'//summary[starts-with(normalize-space(), "{summary}")]').click()

    def press(self, words: str, within: str = "*"):
        self._leave(f'//{within}//button[starts-with(normalize-space(), "{words}")]')

    def send_question(self):
        """With scripts the answer comes into the same page."""
        if not self.has_scripts:
            return self.press("Send my question")
        self.driver.find_element(By.XPATH, '//button[.="Send my question"]').click()
        self.until_seen(".errors, .receipt")

    def until_seen(self, selector: str):
        WebDriverWait(self.driver, 20).until(lambda driver: driver.execute_script(
            "return document.querySelector(arguments[0]) !== null", selector))

    def until_said(self, words: str):
        """By the line that tells what became of what was typed."""
        WebDriverWait(self.driver, 30).until(lambda driver: words in driver.find_element(By.ID, "saved").text)

    def wait_for(self, open_page, words: str):
        """Opens a page again until these words stand on it: what comes with the next batch."""
        def is_there(_):
            open_page()
            return words in self.words
        try:
            WebDriverWait(self.driver, 20, poll_frequency=0.3).until(is_there)
        except TimeoutException:
            raise AssertionError(f"“{words}” never stood on {self.path}, but: {self.words}") from None

    def follow(self, words: str, within: str = "*"):
        self._leave(f'//{within}//a[starts-with(normalize-space(), "{words}")]')

    def _leave(self, xpath: str):
        """Clicks what leads to another page, and waits until it is there."""
        born = "return performance.timeOrigin"
        page = self.driver.execute_script(born)
        self.driver.find_element(By.XPATH, xpath).click()
        # Asked in the moment between two pages, the browser may have none to ask.
        waiting = WebDriverWait(self.driver, 20, ignored_exceptions=[WebDriverException])
        waiting.until(lambda driver: driver.execute_script(born) != page)
