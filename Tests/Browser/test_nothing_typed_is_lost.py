"""Nothing typed is lost: a few rounds of killing the server or the browser while somebody writes. `bin/check drafts`
plays 200."""

import os

from selenium.webdriver.common.by import By

from writing import Writer

ROUNDS = int(os.environ.get("RIFFLE_ROUNDS", "4"))


def test_killing_the_server_or_the_browser_loses_nothing(tmp_path):
    writer = Writer(tmp_path, seed=20260915)
    try:
        writer.begin()
        for number in range(ROUNDS):
            if number % 2:
                writer.kill_browser_while_typing()
            else:
                writer.kill_server_while_typing()
        # Each word once, in order: nothing came back twice either.
        typed = " ".join(f"word{number}." for number in range(1, writer.number + 1))
        assert writer.text.split() == typed.split()
    finally:
        writer.stop()


def test_another_member_at_the_same_computer_sees_nothing_of_it(visitor):
    visitor.sign_in("maya")
    visitor.visit("/space/reflections/new")
    take_the_site_away(visitor, True)
    visitor.type("Learn", "Maya's own words, never sent.")
    visitor.until_said("Not sent: the site cannot be reached.")
    take_the_site_away(visitor, False)
    # Her session ends without her signing out, and somebody else sits down.
    visitor.sign_in("callum")
    visitor.visit("/space/reflections/new")
    settle(visitor)
    assert "Go on writing" not in visitor.words
    assert "Maya's own" not in visitor.driver.page_source
    # She comes back, and so do they.
    visitor.sign_in("maya")
    visitor.visit("/space/reflections/new")
    visitor.until_seen(".notice.warn a")
    visitor.follow("Go on writing")
    visitor.until_said("What you typed here before is back.")
    assert visitor.field("Learn").get_attribute("value") == "Maya's own words, never sent."


def test_signing_out_forgets_what_the_browser_kept(visitor):
    visitor.sign_in("maya")
    visitor.visit("/space/reflections/new")
    take_the_site_away(visitor, True)
    visitor.type("Learn", "To be forgotten.")
    visitor.until_said("Not sent: the site cannot be reached.")
    take_the_site_away(visitor, False)
    visitor.visit("/account")
    visitor.press("Sign out")
    visitor.demo.sessions.pop("maya")
    visitor.sign_in("maya")
    visitor.visit("/space/reflections/new")
    settle(visitor)
    assert "Go on writing" not in visitor.words


def test_what_another_window_saved_stands_beside_what_was_not_sent(visitor):
    visitor.sign_in("maya")
    visitor.visit("/space/reflections/new")
    visitor.type("Title", "Two at once")
    visitor.type("Learn", "At first.")
    visitor.press("Save")
    edit = visitor.path.split("?")[0] + "/edit"
    visitor.visit(edit)
    take_the_site_away(visitor, True)
    visitor.type("Learn", "Typed on a train.")
    visitor.until_said("Not sent: the site cannot be reached.")
    take_the_site_away(visitor, False)
    # The window dies here: what it kept is all there is.
    visitor.driver.get("about:blank")
    visitor.allow_scripts(False)
    visitor.visit(edit)
    visitor.type("Learn", "Saved at home.")
    visitor.press("Save")
    visitor.allow_scripts(True)
    visitor.visit(edit)
    visitor.until_seen("#kept-1")
    assert visitor.field("Learn").get_attribute("value") == "Saved at home."
    assert "Typed on a train." in visitor.words
    visitor.driver.find_element(By.XPATH, '//button[.="Put it into the boxes"]').click()
    visitor.until_seen("#kept-2")
    assert visitor.field("Learn").get_attribute("value") == "Typed on a train."
    assert "Saved at home." in visitor.words


def take_the_site_away(visitor, is_away: bool):
    visitor.driver.execute_cdp_cmd("Network.enable", {})
    visitor.driver.execute_cdp_cmd("Network.emulateNetworkConditions", {
        "offline": is_away, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1})


def settle(visitor):
    """Until the page has looked for what the browser keeps."""
    visitor.driver.execute_async_script("""
        const done = arguments[arguments.length - 1];
        import("/js/kept.js").then(({ copiesOf }) => copiesOf(document.getElementById("writing").dataset.member))
          .then(() => setTimeout(done, 1500));
    """)
