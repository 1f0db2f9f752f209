"""A real mail server on loopback, and Riffle sending through it, each as a test wants them."""

import asyncio
import email
import email.policy
import http.cookiejar
import os
import queue
import re
import socket
import subprocess
import threading
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

PROJECT = Path(__file__).resolve().parents[2]
BINARY = os.environ.get("RIFFLE_BINARY", PROJECT / ".build/debug/riffle")
# A password hash takes seconds in a debug build, longer on a busy machine.
PATIENCE = 120
USER, PASSWORD = "riffle", "p@ss/word"


class Post:
    """Takes every letter in, or keeps silent after the last byte of one."""

    # What any of these servers has taken. A program that is stopped before it has noted the answer sends the letter
    # again at its next start, in another test; a reader's mail program shows it once, too.
    taken = set()

    def __init__(self, ssl_context=None):
        self.letters, self.raw, self.keeps_silent = queue.Queue(), [], False
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.controller = Controller(
            self, hostname="127.0.0.1", port=port, ssl_context=ssl_context, auth_required=True,
            auth_require_tls=False, authenticator=self.knows)
        scheme = "smtps" if ssl_context else "smtp"
        self.url = f"{scheme}://{USER}:{urllib.parse.quote(PASSWORD, safe='')}@127.0.0.1:{port}"

    @staticmethod
    def knows(server, session, envelope, mechanism, data):
        return AuthResult(handled=False, success=(data.login, data.password) == (USER.encode(), PASSWORD.encode()))

    async def handle_DATA(self, server, session, envelope):
        letter = email.message_from_bytes(envelope.content, policy=email.policy.default)
        assert envelope.rcpt_tos == [letter["To"].addresses[0].addr_spec]
        if letter["Message-ID"] in Post.taken:
            return "250 Taken"
        self.raw.append(envelope.content)
        self.letters.put(letter)
        if self.keeps_silent:
            await asyncio.Future()
        Post.taken.add(letter["Message-ID"])
        return "250 Taken"

    def letter(self):
        return self.letters.get(timeout=PATIENCE)

    def __enter__(self):
        self.controller.start()
        return self

    def __exit__(self, *_):
        self.controller.stop()


def words(letter):
    return letter.get_content().replace("\r\n", "\n")


def link(letter):
    return re.search(r"^http\S+$", words(letter), re.MULTILINE).group()


def command(folder, *arguments, **environment):
    return subprocess.run(
        [BINARY, *arguments], capture_output=True, text=True, cwd=PROJECT,
        env={**os.environ, "RIFFLE_DATA": str(folder), **environment})


class Riffle:
    """`riffle serve` over a folder, with mail."""

    def __init__(self, folder, post, **environment):
        self.folder = folder
        self.process = subprocess.Popen(
            [BINARY, "serve", "--port", "0"], cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            env={**os.environ, "RIFFLE_DATA": str(folder), "RIFFLE_BATCHES": "1s", "RIFFLE_SMTP": post.url,
                 "RIFFLE_MAIL_FROM": "riffle@example.org", "RIFFLE_MAIL_HOUR": "0", **environment})
        guard = threading.Timer(PATIENCE, self.process.kill)
        guard.start()
        line = self.process.stdout.readline()
        guard.cancel()
        self.address = line.removeprefix("Riffle is at ").strip()
        assert self.address, "Riffle did not start."

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()


class Person:
    """Someone with a browser too small to show anything: forms, cookies, redirects."""

    def __init__(self, riffle):
        self.address = riffle.address
        self.browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))

    def send(self, path, **fields):
        """Opens a page, or sends a form. Returns the status and the page that comes of it."""
        body = urllib.parse.urlencode(fields).encode() if fields else None
        try:
            reply = self.browser.open(urllib.parse.urljoin(self.address, path), body, timeout=PATIENCE)
        except urllib.error.HTTPError as refusal:
            reply = refusal
        return reply.status, reply.read().decode()

    def sign_in(self, email, password):
        status, page = self.send("/sign-in", email=email, password=password, next="/account")
        assert (status, email in page) == (200, True), page
        return self
