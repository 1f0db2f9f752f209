"""Mail through a real server: what it says, who gets it, and what a crash leaves."""

import re
import signal
import sqlite3
import ssl
import subprocess

import pytest

from demo import Demo
from post import Person, Post, Riffle, command, link, words
from test_accessibility import LOOKS, violations
from visitor import Visitor

ADA, BEN = "ada.admin@example.org", "ben.member@example.org"
NEW = "four entirely other words"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """With an administrator and a member in it."""
    folder = tmp_path_factory.mktemp("mail")
    for name, address, role in [("Ada Admin", ADA, "administrator"), ("Ben Member", BEN, "member")]:
        added = command(folder, "members", "add", name, "--email", address, "--role", role)
        assert added.returncode == 0, added.stderr
        (folder / address).write_text(added.stdout.split()[-1])
    return folder


@pytest.fixture
def server():
    with Post() as server:
        yield server


def password(folder, address):
    return (folder / address).read_text()


def test_a_forgotten_password_is_set_anew_and_strangers_learn_nothing(folder, server):
    with Riffle(folder, server) as riffle:
        visitor = Person(riffle)
        pages = [visitor.send("/sign-in/forgotten", email=address) for address in ("no.one@example.org", BEN)]
        assert pages[0][0] == pages[1][0] == 200
        assert pages[0][1].replace("no.one@example.org", "X") == pages[1][1].replace(BEN, "X")
        letter = server.letter()
        assert letter["To"] == BEN and letter["From"].addresses[0].addr_spec == "riffle@example.org"
        assert link(letter).startswith(riffle.address + "/sign-in/forgotten/")
        assert visitor.send(link(letter))[0] == 200
        assert "Your new password is set" in visitor.send(link(letter), password=NEW)[1]
        (folder / BEN).write_text(NEW)
        Person(riffle).sign_in(BEN, NEW)
        assert "was changed" in server.letter()["Subject"]
        assert server.letters.empty()
        assert visitor.send(link(letter))[0] == 404


def test_an_address_is_changed_and_the_former_one_told(folder, server):
    with Riffle(folder, server) as riffle:
        ada = Person(riffle).sign_in(ADA, password(folder, ADA))
        ada.send("/account/email", **{"email": "ada.other@example.org", "password-now": password(folder, ADA)})
        letter = server.letter()
        assert letter["To"] == "ada.other@example.org"
        Person(riffle).send(link(letter), confirmed="yes")
        assert server.letter()["To"] == ADA
        Person(riffle).sign_in("ada.other@example.org", password(folder, ADA))
        # And back again.
        ada.send("/account/email", **{"email": ADA, "password-now": password(folder, ADA)})
        Person(riffle).send(link(server.letter()), confirmed="yes")
        assert server.letter()["To"] == "ada.other@example.org"


def test_joining_is_open_where_an_administrator_opens_it(folder, server):
    with Riffle(folder, server) as riffle:
        visitor = Person(riffle)
        assert "Joining needs an invitation" in visitor.send("/join", email="cleo@example.org")[1]
        ada = Person(riffle).sign_in(ADA, password(folder, ADA))
        ada.send("/admin/settings", **{
            "name": "Grüße & <Co>", "contact": "the desk", "who-may-ask": "members", "open-joining": "yes"})
        pages = [visitor.send("/join", email=address) for address in ("cleo@example.org", BEN)]
        assert pages[0][1].replace("cleo@example.org", "X") == pages[1][1].replace(BEN, "X")
        letters = {letter["To"]: letter for letter in (server.letter(), server.letter())}
        assert letters[BEN]["Subject"] == "You have an account at Grüße & <Co> already"
        assert letters["cleo@example.org"]["Subject"] == "Join Grüße & <Co>"
        assert letters[BEN]["From"].addresses[0].display_name == "Grüße & <Co>"
        status, page = visitor.send(
            link(letters["cleo@example.org"]), name="Cleo New", password="several words nobody guesses", terms="yes")
        assert status == 200 and "You have joined" in page


def test_the_digest_is_the_same_bytes_for_everybody(folder, server):
    with Riffle(folder, server, RIFFLE_MAIL_HOUR="23") as riffle:
        for address in (ADA, BEN):
            Person(riffle).sign_in(address, password(folder, address)).send("/account/mail", digest="yes")
    # What was published last month, as a release would leave it.
    with sqlite3.connect(folder / "questions.sqlite") as questions:
        questions.execute("INSERT INTO topic VALUES ('careers', 'Careers', 'Work', 1)")
        questions.execute(
            "INSERT INTO published (id, topic, text, month) VALUES (randomblob(16), 'careers', "
            "'Is it “enough”? More follows.', strftime('%Y-%m', 'now', 'start of month', '-1 day'))")
    with sqlite3.connect(folder / "members.sqlite") as members:
        members.execute("DELETE FROM mailing")
    server.raw.clear()
    with Riffle(folder, server, RIFFLE_ADDRESS="https://riffle.example.org"):
        letters = [server.letter(), server.letter()]
    assert {letter["To"] for letter in letters} == {ADA, BEN}
    assert "Is it “enough”?\nhttps://riffle.example.org/questions/" in words(letters[0])
    assert letters[0]["List-Unsubscribe"] == "<https://riffle.example.org/account>"
    # The date is the moment of sending; the rest is the same.
    assert len({re.sub(rb"(?m)^(To|Message-ID|Date): .*\r$", b"", raw) for raw in server.raw}) == 1


def test_a_mail_whose_fate_is_unknown_goes_again_as_the_same(folder, server):
    server.keeps_silent = True
    with Riffle(folder, server) as riffle:
        Person(riffle).send("/sign-in/forgotten", email=BEN)
        first = server.letter()
        # The server has every byte and has not said what becomes of it.
        riffle.process.send_signal(signal.SIGKILL)
        riffle.process.wait()
    server.keeps_silent = False
    with Riffle(folder, server) as riffle:
        second = server.letter()
        assert second["Message-ID"] == first["Message-ID"]
        # Whichever of the two its reader opens.
        for letter in (first, second):
            path = link(letter).split("/", 3)[3]
            assert Person(riffle).send("/" + path)[0] == 200


def test_the_doctor_says_whether_mail_goes_out(folder, server, tmp_path):
    sender = {"RIFFLE_MAIL_FROM": "riffle@example.org"}
    well = command(folder, "doctor", RIFFLE_SMTP=server.url, **sender)
    assert well.returncode == 0 and "mail     riffle@example.org through 127.0.0.1:" in well.stdout, well.stderr
    assert "p%40ss" not in well.stdout and "p@ss" not in well.stdout
    wrong = command(folder, "doctor", RIFFLE_SMTP=server.url.replace("p%40ss", "other"), **sender)
    assert wrong.returncode == 1
    assert "127.0.0.1 does not take the name and password in RIFFLE_SMTP." in wrong.stderr
    gone = command(folder, "doctor", RIFFLE_SMTP="smtp://127.0.0.1:1", **sender)
    assert (gone.returncode, "127.0.0.1 does not answer." in gone.stderr) == (1, True)
    none = command(folder, "doctor")
    assert none.returncode == 0 and "mail     none is sent: RIFFLE_SMTP is not set" in none.stdout


def test_a_mail_server_nobody_vouches_for_gets_no_password(folder, tmp_path):
    key, certificate = tmp_path / "key", tmp_path / "certificate"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj",
         "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate],
        check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server = Post(context)
    with server:
        run = command(folder, "doctor", RIFFLE_SMTP=server.url, RIFFLE_MAIL_FROM="riffle@example.org")
    assert run.returncode == 1
    assert "127.0.0.1 cannot prove who it is, or does not encrypt." in run.stderr


def test_the_pages_of_mail_keep_the_accessibility_rules(folder, server, window):
    with Riffle(folder, server) as riffle:
        visitor = Visitor(window, Demo(riffle.address, {"ada": (ADA, password(folder, ADA))}, riffle.process))
        visitor.forget_everything()
        broken = []

        def check(path, button=None, typed=()):
            visitor.visit(path.removeprefix(riffle.address))
            for label, text in typed:
                visitor.type(label, text)
            if button:
                visitor.press(button, within="main")
            for look in LOOKS:
                broken.extend(f"{path} {button} {look}: {each}" for each in violations(visitor, *look))
            visitor.look(1280)

        check("/sign-in")
        check("/sign-in/forgotten", "Mail me a link")
        check("/sign-in/forgotten", "Mail me a link", [("E-mail", BEN)])
        to_password = link(server.letter())
        check(to_password)
        check(to_password, "Set the password")
        check("/join", "Mail me a link")
        visitor.sign_in("ada")
        check("/account", "Change the address")
        check("/account", "Change the address",
              [("A new address", "ada.other@example.org"), ("Your password", password(folder, ADA))])
        check(link(server.letter()))
        assert not broken, "\n".join(broken)
