"""Help before a question is sent: what it marks, what it finds, and that nothing typed leaves the browser."""

import json

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

import stand_in

CASES = json.loads((stand_in.HERE / "js/careful.json").read_text())
INDEX = {"questions": [
    ["a1", "Can a personality questionnaire decide between two finalists?", "hr", "interview candidate trustee scores"],
    ["b2", "My biggest client always pays two months late", "business", "invoice interest reminder cash payment"],
    ["c3", "How do I charge interest on a late invoice?", "business", "statutory payment client debt"],
    ["d4", "Does volunteering count towards my development?", "cpd", "hours record reflection"],
    ["e5", "May I show the full report to a line manager?", "hr", "feedback consent test results"],
    ["f6", "When does a late payment become a debt?", "business", "invoice court client letters"],
]}


@pytest.fixture(scope="module")
def server():
    running = stand_in.StandIn(index=INDEX)
    yield running
    running.stop()


@pytest.fixture
def page(window, server):
    window.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
        "width": 1280, "height": 2000, "deviceScaleFactor": 1, "mobile": False})
    server.sent.clear()
    window.get(server.address + "/ask")
    window.execute_script("localStorage.clear(); sessionStorage.clear()")
    window.get_log("browser")
    return window


def type_in(page, text: str):
    page.find_element(By.ID, "text").send_keys(text)


def until(page, selector: str) -> str:
    WebDriverWait(page, 10).until(lambda _: shown(page, selector))
    return shown(page, selector)


def shown(page, selector: str) -> str:
    return page.execute_script(
        "return [...document.querySelectorAll(arguments[0])].filter((each) => each.checkVisibility())"
        ".map((each) => each.innerText).join('\\n')", selector)


def test_what_could_point_to_a_person_is_marked_and_little_else(window, server):
    window.get(server.address + "/empty")
    found = window.execute_async_script("""
        const [texts, done] = arguments;
        const { marks } = await import("/js/marks.js");
        done(texts.map((text) => marks(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`)));
        """.join(["(async (...arguments) => {", "})(...arguments)"]), [text for text, _ in CASES])
    wrong = [f"{text}\n  {each}, not {right}" for (text, right), each in zip(CASES, found) if each != right]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("text", ["A" * 20_000, "Ab and " * 3_000, "a.b@" * 5_000, "-a" * 10_000, "0 " * 10_000])
def test_no_text_makes_the_browser_wait(window, server, text):
    window.get(server.address + "/empty")
    assert window.execute_async_script("""
        const [text, done] = arguments;
        import("/js/marks.js").then(({ marks }) => {
            const start = performance.now();
            marks(text);
            done(performance.now() - start);
        });""", text) < 1_000


def test_marked_words_stand_under_the_box_with_advice(page):
    type_in(page, "I work for Quillbrook and my manager Priya knows.")
    assert until(page, "mark") == "Quillbrook\nPriya"
    panel = shown(page, "section[aria-labelledby=careful-title]")
    assert "2 things could point to a person." in panel
    assert "‘a large retailer’" in panel and "‘a colleague’" in panel
    assert page.find_element(By.CSS_SELECTOR, "#ask button[type=submit]").is_enabled()


def test_a_press_on_marked_words_selects_them_in_the_box(page):
    type_in(page, "I work for Quillbrook and like it.")
    until(page, "mark")
    page.find_element(By.ID, "text").send_keys(Keys.TAB)
    assert page.switch_to.active_element.text.startswith("Quillbrook")
    page.switch_to.active_element.send_keys(Keys.ENTER)
    assert page.execute_script("""
        const box = document.activeElement;
        return box.value.slice(box.selectionStart, box.selectionEnd);""") == "Quillbrook"


def test_the_summary_is_announced_politely_and_goes_when_the_words_do(page):
    type_in(page, "My manager Priya knows.")
    until(page, "mark")
    said = page.find_element(By.CSS_SELECTOR, "section[aria-labelledby=careful-title] [role=status]")
    assert said.text.startswith("One thing could point to a person.")
    type_in(page, Keys.BACKSPACE * 13 + "knows it.")
    WebDriverWait(page, 10).until(lambda _: said.text.startswith("No names"))
    assert shown(page, "mark") == ""


def test_what_is_typed_stays_text(page):
    type_in(page, 'Ask Priya <img src="/js/x.js" onerror="alert(1)"> now.')
    until(page, "mark")
    assert page.execute_script("return document.querySelectorAll('#ask img').length") == 0


def test_questions_like_the_text_are_offered(page):
    type_in(page, "My client pays each invoice late; may I add interest to the payment?")
    until(page, "section[aria-labelledby=similar-title] a")
    links = page.find_elements(By.CSS_SELECTOR, "section[aria-labelledby=similar-title] a")
    assert [link.get_attribute("href").removeprefix(page.current_url[:-4]) for link in links] == [
        "/questions/b2", "/questions/c3", "/questions/f6"]
    assert {link.get_attribute("rel") for link in links} == {"noopener noreferrer"}
    assert "3 questions are like yours." in shown(page, "section[aria-labelledby=similar-title]")


@pytest.mark.parametrize("text", [
    "Late.", "How do I choose a dog for a small flat?", "What should I do about a client?"])
def test_chance_likeness_offers_nothing(page, text):
    type_in(page, text)
    # The other panel's summary shows that the pause is over; this one waits 300 ms longer.
    until(page, "section[aria-labelledby=careful-title]")
    assert page.execute_async_script(
        "setTimeout(() => arguments[0](document.querySelectorAll('#ask section a').length), 700)") == 0


def test_nothing_typed_leaves_the_browser(page, server):
    type_in(page, "My client pays each invoice late; Priya at Quillbrook says I may add interest.")
    until(page, "mark")
    until(page, "section[aria-labelledby=similar-title] a")
    [index] = server.requests("/questions/index.json")
    assert (index.path, index.body) == ("/questions/index.json", b"")
    assert not {name.lower() for name in index.headers} & {"cookie", "referer"}
    others = {each.path for each in server.sent} - {index.path}
    assert all(path == "/ask" or path.split("/")[1] in ("js", "css", "images") for path in others), others
    assert {each.method for each in server.sent} == {"GET"}


def test_the_page_works_without_the_index(page, server):
    server.index = "no index"
    page.get(server.address + "/ask")
    type_in(page, "My client Priya pays late.")
    assert until(page, "mark") == "Priya"
    server.index = INDEX


def test_the_security_policy_has_nothing_to_refuse(page):
    type_in(page, "My client pays each invoice late, and Priya knows.")
    until(page, "section[aria-labelledby=similar-title] a")
    assert page.get_log("browser") == []
