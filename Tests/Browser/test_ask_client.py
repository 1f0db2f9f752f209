"""The ask form in a browser that holds tokens: what is sent, what is shown, what a lost reply costs."""

import pytest
from selenium.webdriver.support.ui import WebDriverWait

import stand_in
from asker import QUESTION, asker, ready  # noqa: F401 (fixtures)
from test_accessibility import LOOKS, violations
from visitor import Visitor

SPENT = (409, {"errors": [{"field": "token", "sentence": "This token was spent on another question."}]})


def test_without_a_token_the_form_is_the_servers_and_the_page_says_so(asker):
    asker.visit("/ask")
    assert "The server can draw one for you" in asker.words
    asker.write()
    asker.find("#ask button[type=submit]").click()
    WebDriverWait(asker.window, 10).until(lambda _: asker.asks())
    [ask] = asker.asks()
    assert ask.form["receipt"].startswith("0000")
    assert "padding" not in ask.form


def test_with_a_token_the_page_says_that_nobody_can_link_it(ready):
    assert "nobody, not even this server, can link it to you" in ready.words
    assert "The server can draw one for you" not in ready.words
    assert stand_in.fingerprint() in ready.words


def test_an_ask_carries_its_token_and_nothing_about_who_asks(ready):
    [token] = ready.tokens()[:1]
    ready.write()
    ready.send()
    [ask] = ready.asks()
    names = {name.lower() for name in ask.headers}
    assert not names & {"cookie", "referer", "authorization"}
    assert (ask.headers["Accept"], ask.headers["Accept-Language"]) == ("application/json", "en")
    assert ask.headers["Content-Type"] == "application/x-www-form-urlencoded"
    form = ask.form
    assert {name: form[name] for name in ("topic", "text", "terms")} == {
        "topic": "small-business", "text": QUESTION, "terms": "yes"}
    assert stand_in.raw(form["token"]) == stand_in.raw(token["message"]) + stand_in.raw(token["signature"])
    assert "".join(ready.shown("#receipt span")).lower() == form["receipt"]
    assert token not in ready.tokens() and len(ready.tokens()) == 2


@pytest.mark.parametrize("text", [
    "Too short.", QUESTION, "£ & + % = “quoted” ’ – …\n" * 100, "word " * 1000, "é漢🐟" * 500])
def test_every_ask_has_the_same_number_of_bytes(ready, text):
    ready.write(text)
    ready.send()
    [ask] = ready.asks()
    assert len(ask.body) == 32768
    assert ask.form["text"] == text


def test_a_text_too_long_for_the_envelope_is_not_sent_and_stays(ready):
    ready.write("漢" * 4000)
    ready.send()
    assert ready.asks() == []
    assert "Shorten it by about 500 characters" in ready.words
    assert ready.find("#text").get_attribute("value") == "漢" * 4000


def test_the_receipt_is_confirmed_before_it_leaves_the_page(ready):
    ready.write()
    ready.send()
    groups = ready.shown("#receipt span")
    assert len(groups) == 7
    assert ready.window.title == "Your question has arrived – Riffle"
    assert ready.shown("[data-copy]") == ["Copy"] and ready.shown("[data-print]") == ["Print"]
    assert ready.shown("[data-earlier-words]") == []
    ready.find("#last").send_keys("nope")
    ready.find("[data-confirm] button").click()
    assert "That is not the last group" in ready.words
    ready.find("#last").clear()
    ready.find("#last").send_keys(" " + groups[-1].lower())
    ready.find("[data-confirm] button").click()
    ready.until("[data-once-saved]")
    source = ready.window.page_source
    assert groups[-1] not in source and "refuse to sign" not in source
    assert ready.window.execute_script("return JSON.stringify(sessionStorage)") == "{}"


def test_the_receipt_is_copied_as_it_is_written(ready):
    ready.window.execute_cdp_cmd("Browser.grantPermissions", {
        "origin": ready.server.address, "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]})
    ready.write()
    ready.send()
    ready.find("[data-copy]").click()
    WebDriverWait(ready.window, 10).until(lambda _: ready.shown("[data-copy]") == ["Copied"])
    assert ready.window.execute_async_script(
        "navigator.clipboard.readText().then(arguments[0])") == "-".join(ready.shown("#receipt span"))


def test_what_is_wrong_is_said_at_the_fields_and_what_was_typed_stays(ready):
    refused = [{"field": "topic", "sentence": "Choose the topic that fits best."},
               {"field": "terms", "sentence": "Read the terms and tick the box to agree to them."}]
    ready.server.answers = [(422, {"errors": refused}), (200, {"accepted": True})]
    ready.write(topic="", terms=False)
    ready.send()
    assert ready.shown(".errors h2") == ["2 things need your attention"]
    assert ready.shown(".errors a") == [each["sentence"] for each in refused]
    assert ready.shown(".field.invalid .error") == [refused[0]["sentence"]]
    assert ready.shown(".choices.invalid .error") == [refused[1]["sentence"]]
    assert ready.find("#topic").get_attribute("aria-describedby") == "topic-error"
    assert ready.find("#topic").get_attribute("aria-invalid") == "true"
    assert ready.window.title == "Error: Ask a question – Riffle"
    assert ready.find("#text").get_attribute("value") == QUESTION
    assert len(ready.tokens()) == 3
    ready.write()
    ready.send()
    first, second = ready.asks()
    assert (first.form["token"], first.form["receipt"]) == (second.form["token"], second.form["receipt"])
    assert ready.shown(".errors, .error") == []


def test_a_full_desk_costs_no_token(ready):
    full = {"field": "text", "sentence": "More questions have come in this hour than the desk can take."}
    ready.server.answers = [(429, {"errors": [full]})]
    ready.write()
    ready.send()
    assert ready.shown(".field.invalid .error") == [full["sentence"]]
    assert len(ready.tokens()) == 3


@pytest.mark.parametrize("lost", [None, (500, {"error": "?"}), (200, "no answer"), (422, {"errors": []})])
def test_a_lost_reply_is_sent_again_with_the_same_token_and_receipt(ready, lost):
    ready.server.answers = [lost]
    ready.write()
    ready.send()
    assert "Send it again: it is taken only once." in ready.words
    assert len(ready.tokens()) == 3
    ready.visit("/ask")
    ready.write()
    ready.send()
    first, second = ready.asks()
    assert first.body == second.body
    assert "".join(ready.shown("#receipt span")).lower() == first.form["receipt"]


def test_a_question_changed_after_a_lost_reply_still_gives_its_receipt(ready):
    ready.server.answers = [None, SPENT]
    ready.write()
    ready.send()
    ready.write(QUESTION + " Or should I?")
    ready.send()
    assert "what you changed since was not taken" in ready.words
    assert "".join(ready.shown("#receipt span")).lower() == ready.asks()[0].form["receipt"]


def test_a_token_spent_elsewhere_gives_way_to_the_next(ready):
    ready.server.answers = [SPENT]
    ready.write()
    ready.send()
    first, second = ready.asks()
    assert first.form["token"] != second.form["token"]
    assert first.form["receipt"] != second.form["receipt"]
    assert len(ready.tokens()) == 1
    assert ready.shown("main > .receipt")


def test_when_no_token_holds_the_reason_is_shown_and_the_text_stays(ready):
    expired = {"field": "token", "sentence": "This token has expired."}
    ready.server.answers = [(422, {"errors": [expired]})] * 3
    ready.write()
    ready.send()
    assert ready.shown(".errors li") == [expired["sentence"]]
    assert ready.find("#text").get_attribute("value") == QUESTION
    assert (len(ready.asks()), ready.tokens()) == (3, [])


def test_the_oldest_token_goes_first_because_more_members_hold_its_like(asker):
    asker.draw()
    asker.server.week, asker.server.epoch = 2939, 735
    asker.draw()
    asker.visit("/ask")
    asker.write()
    asker.send()
    assert b"ask|734|" in stand_in.raw(asker.asks()[0].form["token"])


def test_a_token_past_its_time_is_not_tried(asker):
    asker.draw()
    asker.server.epoch = 736
    asker.visit("/ask")
    assert "The server can draw one for you" in asker.words


def test_where_anyone_may_ask_the_envelope_is_the_same_without_a_token(asker):
    asker.draw()
    asker.server.anyone = "data-anyone"
    asker.server.answers = [None]
    asker.visit("/ask")
    asker.write()
    asker.send()
    asker.send()
    first, second = asker.asks()
    assert "token" not in first.form and "Cookie" not in first.headers
    assert first.body == second.body and len(first.body) == 32768
    assert len(asker.tokens()) == 3
    assert "".join(asker.shown("#receipt span")).lower() == first.form["receipt"]


def test_every_state_of_the_form_keeps_the_accessibility_rules(ready):
    def check():
        broken = [words for look in LOOKS for words in violations(visitor, *look)]
        visitor.look(1280, height=2000)
        assert not broken, "\n".join(broken)

    visitor = Visitor(ready.window, None)
    refused = [{"field": name, "sentence": f"Something is wrong with {name}."} for name in ("topic", "text", "terms")]
    ready.server.answers = [(422, {"errors": refused})]
    ready.write()
    ready.find("#text").send_keys(" My manager Priya at Quillbrook knows.")
    ready.until("mark")
    check()
    ready.send()
    check()
    ready.send()
    check()
    ready.find("[data-confirm] button").click()
    check()
    ready.find("#last").send_keys(ready.shown("#receipt span")[-1])
    ready.find("[data-confirm] button").click()
    ready.until("[data-once-saved]")
    check()
