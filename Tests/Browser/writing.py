"""A writer whose server or browser is killed while they type, and what is left afterwards."""

import os
import random
import signal
import subprocess
import time
from pathlib import Path

from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

import demo
from visitor import Visitor, chromium

# What this browser keeps of a reflection, newest first: the words of its first stage.
COPIES = """
    const done = arguments[arguments.length - 1];
    import("/js/kept.js").then(({ copiesOf }) => copiesOf(document.getElementById("writing").dataset.member))
      .then((copies) => done(copies.sort((a, b) => b.at - a.at)
        .map((copy) => copy.fields.find(([name]) => name === "learn")[1])), () => done([]));
"""


class Writer:
    """Types numbered words into one reflection, round after round."""

    def __init__(self, folder: Path, seed: int):
        self.folder, self.chance, self.number = folder, random.Random(seed), 0
        self.riffle, self.driver = demo.start(folder), None

    def begin(self):
        self.begin_browser()
        self.visitor.sign_in("maya")
        self.visitor.visit("/space/reflections/new")
        self.visitor.type("Title", "Written through thick and thin")
        self.visitor.press("Save")
        self.page = self.visitor.path.split("?")[0] + "/edit"
        self.visitor.visit(self.page)

    def begin_browser(self):
        self.driver = chromium(profile=self.folder / "profile")
        self.driver.set_script_timeout(30)
        self.visitor = Visitor(self.driver, self.riffle)
        self.visitor.look(width=1280)

    def stop(self):
        self.riffle.stop()
        if self.driver:
            self.driver.quit()

    # What stands where.

    @property
    def box(self):
        return self.driver.find_element(By.ID, "learn")

    @property
    def text(self) -> str:
        return self.box.get_attribute("value")

    def everything(self) -> str:
        """All that the page shows of it: in the box, or beside it."""
        return self.text + "\n" + self.visitor.words

    def said(self) -> str:
        return self.driver.find_element(By.ID, "saved").text

    # What happens.

    def type_words(self, count: int) -> str:
        """Returns the last of them."""
        for _ in range(count):
            self.number += 1
            self.box.send_keys(f" word{self.number}.")
        return f"word{self.number}."

    def until_sent(self, word: str):
        # For a quarter of a second after typing nothing is copied yet, and the page still speaks of what was sent before.
        self.until_copied(word)
        self.wait(lambda: self.said().startswith("Draft saved.") and not self.copies())

    def until_copied(self, word: str):
        """In the browser, or already at the server."""
        self.wait(lambda: any(word in copy for copy in self.copies()) or word in self.at_server())

    def copies(self) -> list[str]:
        return self.driver.execute_async_script(COPIES)

    def wait(self, is_so):
        WebDriverWait(self.driver, 30, poll_frequency=0.1).until(lambda _: is_so())

    def kill_server(self):
        self.riffle.process.kill()
        self.riffle.process.wait()

    def start_server(self):
        port = int(self.riffle.address.rsplit(":", 1)[1])
        again = demo.start(self.folder, port)
        self.riffle.process = again.process

    def kill_browser(self):
        """The whole tree at once, as when the machine's memory runs out."""
        service = self.driver.service.process
        for child in family(service.pid):
            try:
                os.kill(child, signal.SIGKILL)
            except ProcessLookupError:
                pass
        service.wait()
        for lock in (self.folder / "profile").glob("Singleton*"):
            lock.unlink()
        self.begin_browser()
        # A session ends with its browser.
        self.visitor.sign_in("maya")
        self.visitor.visit(self.page)

    def kill_server_while_typing(self):
        kept = self.type_words(2)
        self.until_sent(kept)
        self.type_words(self.chance.randint(1, 3))
        time.sleep(self.chance.random() * 3)
        self.kill_server()
        last = self.type_words(1)
        self.until_copied(last)
        self.start_server()
        # Read by another window, which has nothing but what the server kept.
        assert kept in self.at_server(), f"{kept} was said to be saved, and is lost"
        self.until_sent(last)
        assert last in self.at_server()

    def kill_browser_while_typing(self):
        kept = self.type_words(self.chance.randint(1, 3))
        self.until_copied(kept)
        time.sleep(self.chance.random() * 3)
        self.kill_browser()
        self.wait(lambda: kept in self.everything())
        # Some of it may have been sent before: then there is nothing to say.
        self.wait(lambda: kept in self.at_server() and not self.copies())

    def at_server(self) -> str:
        """What the form holds for somebody in another browser."""
        return self.driver.execute_async_script("""
            const done = arguments[arguments.length - 1];
            fetch(location.pathname).then((reply) => reply.text()).then((html) => done(
              new DOMParser().parseFromString(html, "text/html").getElementById("learn").value), () => done(""));
        """)


def family(parent: int) -> list[int]:
    """A process and all it began."""
    rows = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout.split("\n")
    pairs = [tuple(map(int, row.split())) for row in rows if row.strip()]
    found = [parent]
    for one in found:
        found += [child for child, of in pairs if of == one]
    return found
