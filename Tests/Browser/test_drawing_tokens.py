"""What a member's browser draws, what the server gets to see of it, and what becomes of old tokens."""

import pytest

import stand_in
from asker import asker  # noqa: F401 (a fixture)


def test_a_members_first_page_of_the_week_draws_three_tokens_that_hold(asker):
    asker.draw()
    tokens = asker.tokens()
    assert [token["epoch"] for token in tokens] == [734] * 3
    for token in tokens:
        message = stand_in.raw(token["message"])
        assert (len(message), message[32:40]) == (72, b"ask|734|")
        assert stand_in.holds(message, stand_in.raw(token["signature"]))
    assert len({token["message"] for token in tokens}) == 3


def test_the_server_sees_nothing_that_comes_back_with_a_token(asker):
    asker.draw()
    [request] = asker.server.requests("/account/tokens")
    for token in asker.tokens():
        assert token["message"].encode() not in request.body
        assert token["signature"].encode() not in request.body


def test_the_key_is_fetched_without_a_cookie_so_that_there_is_one_for_all(asker):
    asker.draw()
    [key], [drawing] = asker.server.requests("/ask/key"), asker.server.requests("/account/tokens")
    assert "Cookie" not in key.headers
    assert "session=maya" in drawing.headers["Cookie"]


def test_drawing_goes_by_the_week_and_never_by_what_was_spent(asker):
    asker.draw()
    asker.window.execute_script("localStorage.setItem('riffle.tokens', '[]')")
    asker.draw()
    assert len(asker.server.requests("/account/tokens")) == 1
    asker.server.week += 1
    asker.draw()
    assert len(asker.tokens()) == 3


def test_tokens_older_than_the_last_epoch_are_forgotten(asker):
    for week, epoch, kept in [(1, 734, {734}), (2, 735, {734, 735}), (3, 736, {735, 736}), (4, 739, {739})]:
        asker.server.week, asker.server.epoch = week, epoch
        asker.draw()
        assert {token["epoch"] for token in asker.tokens()} == kept


@pytest.mark.parametrize("granted", [0, 1, 2])
def test_a_second_device_keeps_what_it_is_granted_and_does_not_insist(asker, granted):
    asker.server.granted = granted
    asker.draw()
    asker.draw()
    assert len(asker.tokens()) == granted
    assert len(asker.server.requests("/account/tokens")) == 1


@pytest.mark.parametrize("fault", [{"spoil": 1}, {"fingerprint": "0000 0000"}, {"epoch": "734"}])
def test_a_server_that_errs_or_cheats_gives_no_token_and_the_next_page_tries_again(asker, fault):
    right = {name: getattr(asker.server, name) for name in fault}
    asker.server.__dict__.update(fault)
    asker.draw()
    assert asker.tokens() == []
    # Silently: a page that has nothing to do with asking complains of nothing.
    assert [entry for entry in asker.window.get_log("browser") if "Uncaught" in entry["message"]] == []
    asker.server.__dict__.update(right)
    asker.draw()
    assert len(asker.tokens()) == 3
