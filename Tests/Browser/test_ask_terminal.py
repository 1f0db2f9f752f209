"""`riffle ask`: drawing and asking from a terminal, against a server on this machine."""

import os
import subprocess

from demo import PROJECT


def ask(folder, riffle, typed, *arguments):
    binary = os.environ.get("RIFFLE_BINARY", PROJECT / ".build/debug/riffle")
    return subprocess.run(
        [binary, "ask", "--server", riffle.address, "--tokens", folder / "tokens", *arguments], input=typed,
        capture_output=True, text=True)


def test_tokens_are_drawn_and_one_is_spent(riffle, tmp_path):
    email, password = riffle.people["maya"]
    wrong = ask(tmp_path, riffle, "not the password", "--draw", "--email", email)
    assert (wrong.returncode, wrong.stderr) == (1, "Error: The e-mail and the password do not go together.\n")
    drawn = ask(tmp_path, riffle, password, "--draw", "--email", email)
    assert drawn.returncode == 0 and "3 tokens wait in" in drawn.stdout, drawn.stderr
    question = "How do I find out whether a board role would suit me?\n"
    asked = ask(tmp_path, riffle, question, "--topic", "careers")
    assert asked.returncode == 0 and "Your question has arrived. Keep this receipt" in asked.stdout, asked.stderr
    assert len((tmp_path / "tokens").read_text().split()) == 2
    refused = ask(tmp_path, riffle, "Too short.", "--topic", "careers")
    assert refused.returncode == 1 and refused.stderr.startswith("Error: "), refused.stdout
    assert len((tmp_path / "tokens").read_text().split()) == 2, "a refused question costs no token"


def test_a_server_that_is_not_there_is_said(tmp_path, riffle):
    class Nowhere:
        address = "http://127.0.0.1:1"

    (tmp_path / "tokens").write_text("")
    gone = ask(tmp_path, Nowhere, "password", "--draw", "--email", "maya@example.org")
    assert (gone.returncode, gone.stderr) == (1, "Error: 127.0.0.1 does not answer.\n")
