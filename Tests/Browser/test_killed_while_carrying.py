"""The server is killed (`kill -9`) while a file is sent, while an archive is made, and while one is taken in: after its
next start nothing half is served, nothing lies about, and what was asked for is done."""

import hashlib
import http.client
import io
import os
import re
import threading
import time
import urllib.parse
import urllib.request
import zipfile

import demo
from post import Person

COUNT, SIZE = 30, 1_000_000


def certificate(number: int) -> bytes:
    """Bytes that nothing packs any smaller."""
    stretch = b"".join(hashlib.sha256(b"%d %d" % (number, block)).digest() for block in range(SIZE // 32))
    return b"%PDF-1.7\n" + stretch


class Server:
    def __init__(self, folder):
        self.folder, self.riffle = folder, demo.start(folder)
        self.evidence, self.parcels = folder / "data/evidence", folder / "data/parcels"

    def kill(self):
        self.riffle.process.kill()
        self.riffle.process.wait()

    def start(self):
        again = demo.start(self.folder, urllib.parse.urlsplit(self.riffle.address).port)
        self.riffle.process = again.process


def form(fields: dict[str, str], name: str, file: bytes) -> bytes:
    parts = [f'--edge\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
             for key, value in fields.items()]
    head = f'--edge\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'.encode()
    return b"".join(parts) + head + file + b"\r\n--edge--\r\n"


def cookie(person: Person) -> str:
    [jar] = [each.cookiejar for each in person.browser.handlers if isinstance(each, urllib.request.HTTPCookieProcessor)]
    return "; ".join(f"{each.name}={each.value}" for each in jar)


def begin_sending(person: Person, path: str, body: bytes, share: float = 1) -> http.client.HTTPConnection:
    """Sends so much of it and keeps the line open."""
    line = http.client.HTTPConnection(urllib.parse.urlsplit(person.address).netloc, timeout=120)
    line.putrequest("POST", path)
    for name, value in (("Content-Type", "multipart/form-data; boundary=edge"), ("Content-Length", str(len(body))),
                        ("Cookie", cookie(person)), ("Sec-Fetch-Site", "same-origin")):
        line.putheader(name, value)
    line.endheaders()
    line.send(body[:int(len(body) * share)])
    return line


def send(person: Person, path: str, name: str, file: bytes) -> int:
    line = begin_sending(person, path, form({"about": ""}, name, file))
    return line.getresponse().status


def until(is_so, seconds: float = 120):
    end = time.monotonic() + seconds
    while not (found := is_so()):
        assert time.monotonic() < end, "It never came."
        time.sleep(0.02)
    return found


def in_background(person: Person, path: str):
    """A form that is sent by somebody whom the server's end will cut off."""
    def press():
        try:
            person.send(path, unused="x")
        except OSError:
            pass
    threading.Thread(target=press, daemon=True).start()


def sizes(folder) -> dict[str, int]:
    return {each.name: each.stat().st_size for each in os.scandir(folder)}


def kept(person: Person) -> str:
    """What the page of somebody's files says of all of them."""
    status, page = person.send("/space/files")
    assert status == 200
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_killed_while_a_file_is_sent_and_an_archive_made_and_taken_in(tmp_path):
    server = Server(tmp_path)
    try:
        maya = Person(server.riffle).sign_in(*server.riffle.people["maya"])
        callum = Person(server.riffle).sign_in(*server.riffle.people["callum"])
        before = set(sizes(server.evidence))
        files = [certificate(number) for number in range(COUNT)]
        for number, file in enumerate(files):
            assert send(maya, "/space/files", f"certificate-{number}.pdf", file) == 303
        own = set(sizes(server.evidence)) - before
        assert len(own) == COUNT
        told = kept(maya)

        # A file that is half here.
        line = begin_sending(maya, "/space/files", form({}, "half-of-it.pdf", files[0] * 8), share=0.5)
        until(lambda: any(name.endswith(".part") and size > SIZE for name, size in sizes(server.evidence).items()))
        server.kill()
        line.close()
        server.start()
        until(lambda: set(sizes(server.evidence)) == before | own)
        assert kept(maya) == told, "neither listed nor counted"

        # An archive that is half made.
        in_background(maya, "/space/export")
        until(lambda: any(name.endswith(".part") and size > SIZE for name, size in sizes(server.parcels).items()))
        server.kill()
        server.start()
        link = until(lambda: re.search(r'href="(/space/export/[^"/]{20,})"', maya.send("/space/export")[1]))
        archive = maya.browser.open(maya.address + link[1]).read()
        with zipfile.ZipFile(io.BytesIO(archive)) as parts:
            assert parts.testzip() is None
            packed = [parts.read(name) for name in parts.namelist() if name.endswith(".pdf")]
        assert {hashlib.sha256(part).digest() for part in packed} >= {hashlib.sha256(file).digest() for file in files}
        assert [len(archive)] == list(sizes(server.parcels).values())

        # One that is half taken in.
        assert send(callum, "/space/import", "learning-space.zip", archive) == 303
        page = until(lambda: re.search(r'action="(/space/import/[^"]+)"', callum.send("/space/import")[1]))
        in_background(callum, page[1])
        until(lambda: len(sizes(server.evidence)) > len(before | own) + 4)
        server.kill()
        server.start()
        until(lambda: "Taken in" in callum.send("/space/import")[1])
        assert "Left out: 0" in callum.send("/space/import")[1]
        new = set(sizes(server.evidence)) - before - own
        assert len(new) == len(packed), "each once, and no half of any"
        assert {hashlib.sha256((server.evidence / name).read_bytes()).digest() for name in new} == {
            hashlib.sha256(part).digest() for part in packed}
        assert [len(archive)] == list(sizes(server.parcels).values()), "what was taken in is gone"
    finally:
        server.kill()
