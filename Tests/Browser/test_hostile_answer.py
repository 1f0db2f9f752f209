"""An answer made to call out: wherever it is shown, the browser asks nobody but the site itself."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

import acts
from visitor import Visitor, chromium

QUESTION = "May I see what my manager wrote about me before the meeting?"


class Spy:
    """A site of somebody who would like to know who reads the answer."""

    def __init__(self):
        self.hits = []
        spy = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                spy.hits.append((self.path, self.headers.get("Referer")))
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.end_headers()
                if self.path == "/control":
                    self.wfile.write(b"<img src='/control.png'>")

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def answer(self) -> str:
        a = self.address
        return f"""![seen]({a}/markdown.png) You may, and [here is the guide]({a}/guide?for=you).

[![inside]({a}/inside.png)]({a}/around) [run](javascript:fetch('{a}/script')) [data](data:text/html,<img/src={a}/data>)

<img src="{a}/html.png" srcset="{a}/set.png 2x"><script src="{a}/x.js"></script><link rel="stylesheet" href="{a}/l.css">
<style>@import url({a}/s.css); body {{ background: url({a}/b.png) }}</style><iframe src="{a}/frame"></iframe>
<svg><image href="{a}/svg.png" /><use href="{a}/use.svg#a" /></svg><meta http-equiv="refresh" content="0; url={a}/meta">
<video poster="{a}/poster.png" src="{a}/v.mp4"></video><object data="{a}/o"></object><link rel="dns-prefetch" href="{a}">

[style]: <{a}/reference> "a title"
And [style], **<b onmouseover="fetch('{a}/over')">bold</b>**, `<img src={a}/code.png>`, <{a}/auto>.

    <img src="{a}/block.png">"""


@pytest.fixture
def spy():
    someone = Spy()
    yield someone
    someone.server.shutdown()


@pytest.fixture
def watched(riffle):
    """A visitor whose every request is on record."""
    window = chromium(records_requests=True)
    someone = Visitor(window, riffle)
    someone.look(width=1280)
    yield someone
    window.quit()


def test_the_spy_sees_a_browser_that_calls(watched, spy):
    watched.driver.get(f"{spy.address}/control")
    WebDriverWait(watched.driver, 10).until(lambda _: "/control.png" in [path for path, _ in spy.hits])
    assert f"{spy.address}/control.png" in requests(watched)


@pytest.mark.parametrize("readers", ["everybody", "the asker alone"])
def test_a_hostile_answer_makes_the_browser_call_nobody_but_the_site(watched, spy, readers):
    receipt = acts.ask(watched, "Professional development", f"{QUESTION} For {readers}.")
    answer(watched, spy, readers)
    watched.driver.execute_cdp_cmd("Network.clearBrowserCookies", {})
    watched.driver.get_log("performance")

    watched.wait_for(lambda: acts.open_receipt(watched, receipt), "here is the guide")
    linger(watched, spy)
    if readers == "everybody":
        watched.follow("See the published page")
        assert "here is the guide" in watched.words
        linger(watched, spy)

    watched.follow("here is the guide")
    assert f"{spy.address}/guide?for=you" in watched.words
    linger(watched, spy)
    assert not any(receipt.replace(" ", "-") in url or receipt in url for url in requests(watched))

    # Only who decides to go there does, and nothing says where they come from.
    watched.driver.find_element(By.XPATH, '//main//a[starts-with(., "Go to")]').click()
    WebDriverWait(watched.driver, 10).until(lambda _: spy.hits)
    assert [(path, referer) for path, referer in spy.hits if path != "/favicon.ico"] == [("/guide?for=you", None)]


def answer(visitor, spy, readers):
    visitor.sign_in("alasdair")
    visitor.wait_for(lambda: visitor.visit("/desk"), QUESTION)
    visitor.follow(QUESTION, within="main")
    visitor.tick("Nerys Calloway")
    visitor.press("Approve and give to this expert")
    visitor.sign_in("nerys")
    visitor.visit("/expert")
    visitor.follow(QUESTION, within="main")
    visitor.driver.execute_script(
        "document.getElementById('text').value = arguments[0]", spy.answer())
    visitor.press("Preview", within="main")
    linger(visitor, spy)
    visitor.press("Send the answer")
    visitor.sign_in("alasdair")
    visitor.visit("/desk")
    visitor.follow(QUESTION, within="main")
    linger(visitor, spy)
    visitor.press("Publish question and answer" if readers == "everybody" else "Give the answer to the asker alone")


def linger(visitor, spy):
    """Everything on the page is shown, hovered and loaded; and nobody was asked but the site."""
    driver = visitor.driver
    driver.execute_script("""
        for (const each of document.querySelectorAll("main *")) each.dispatchEvent(new MouseEvent("mouseover", {bubbles: true}));
        scrollTo(0, document.body.scrollHeight);""")
    driver.execute_async_script("requestIdleCallback(() => setTimeout(arguments[0], 500), {timeout: 2000})")
    assert spy.hits == []
    elsewhere = [url for url in requests(visitor) if not url.startswith((visitor.demo.address + "/", "data:,"))]
    assert elsewhere == []
    if not visitor.path.startswith("/away"):
        outward = driver.execute_script("""
            return [...document.querySelectorAll("[href],[src],[srcset],[data],[poster],[action],[style]")]
                .flatMap((each) => [each.href, each.src, each.poster, each.action].filter((value) => value))
                .map((value) => value.baseVal ?? value)
                .filter((value) => typeof value === "string" && !value.startsWith(location.origin));""")
        assert outward == []


def requests(visitor) -> list[str]:
    events = [json.loads(entry["message"])["message"] for entry in visitor.driver.get_log("performance")]
    return [event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent"]
