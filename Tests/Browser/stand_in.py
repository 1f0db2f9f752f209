"""A server that plays Riffle's part for the asker's scripts, and writes down what they send."""

import hashlib
import json
import threading
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

HERE = Path(__file__).resolve().parent
PUBLIC = HERE.parents[1] / "Public"
KINDS = {".js": "text/javascript", ".css": "text/css", ".html": "text/html; charset=utf-8", ".svg": "image/svg+xml",
         ".json": "application/json"}
# As Sources/Website/Front/SecurityHeaders.swift has it.
POLICY = ("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
          "form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
# A published key, whose private half anybody may know: 4,096 bits.
VECTOR = json.loads((HERE / "js/rfc9474.json").read_text())


@dataclass
class Sent:
    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def form(self) -> dict[str, str]:
        return {name: values[0] for name, values in parse_qs(self.body.decode()).items()}


@dataclass
class StandIn:
    sent: list[Sent] = field(default_factory=list)
    # What POST /ask answers, in turn: (status, JSON), or None to close the connection without a word.
    answers: list = field(default_factory=list)
    index: dict = field(default_factory=lambda: {"questions": []})
    epoch: int = 734
    week: int = 2938
    fingerprint: str = ""
    # What a page says of who may ask: nothing, or that no token is needed.
    anyone: str = ""
    # How many tokens a request is granted.
    granted: int = 3
    # What is signed instead of what was sent, to play a server that cheats or errs.
    spoil: int = 0

    def __post_init__(self):
        self.fingerprint = self.fingerprint or fingerprint()
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), lambda *each: Answering(self, *each))
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=[0.02], daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()

    def requests(self, path: str, method: str = "") -> list[Sent]:
        return [each for each in self.sent if each.path.split("?")[0] == path and method in each.method]

    def get(self, path: str) -> tuple[int, str, bytes]:
        if path == "/ask/key":
            key = {"epoch": self.epoch, "week": self.week, "n": encoded(number("modulus")), "e": "AQAB",
                   "fingerprint": self.fingerprint}
            return 200, KINDS[".json"], json.dumps(key).encode()
        if path == "/questions/index.json":
            return 200, KINDS[".json"], json.dumps(self.index).encode()
        folder = PUBLIC if path.split("/")[1] in ("js", "css", "images") else HERE / "js"
        file = folder / (path[1:] if folder == PUBLIC else f"{path[1:]}.html")
        if not file.is_file():
            return 404, "text/plain", b"Nothing here."
        content = file.read_bytes()
        if file.suffix == ".html":
            for name in ("epoch", "anyone"):
                content = content.replace(b"{{%s}}" % name.encode(), str(getattr(self, name)).encode())
        return 200, KINDS[file.suffix], content

    def post(self, sent: Sent) -> tuple[int, dict] | None:
        if sent.path == "/ask":
            return self.answers.pop(0) if self.answers else (200, {"accepted": True})
        if not self.granted:
            return 429, {"error": "This week's tokens are drawn. More come next week."}
        blinded = json.loads(sent.body)["blinded"]
        return 200, {"signatures": [encoded(signed(decoded(each) + self.spoil)) for each in blinded[:self.granted]]}


class Answering(BaseHTTPRequestHandler):
    def __init__(self, stand_in: StandIn, *arguments):
        self.stand_in = stand_in
        super().__init__(*arguments)

    def do_GET(self):
        self.stand_in.sent.append(Sent("GET", self.path, dict(self.headers), b""))
        self.answer(*self.stand_in.get(self.path.split("?")[0]))

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        sent = Sent("POST", self.path, dict(self.headers), body)
        self.stand_in.sent.append(sent)
        answer = self.stand_in.post(sent)
        if answer:
            self.answer(answer[0], KINDS[".json"], json.dumps(answer[1]).encode())
        else:
            self.close_connection = True

    def answer(self, status: int, kind: str, body: bytes):
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), "Cache-Control": "no-store",
                            "Content-Security-Policy": POLICY, "Set-Cookie": "session=maya; Path=/; HttpOnly"}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def number(name: str) -> int:
    return int(VECTOR[name], 16)


def encoded(value: int) -> str:
    return urlsafe_b64encode(value.to_bytes(512)).decode().rstrip("=")


def raw(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


def decoded(text: str) -> int:
    return int.from_bytes(raw(text))


def signed(blinded: int) -> int:
    """With the two primes apart, which takes a quarter of the time."""
    p, q, private = number("p"), number("q"), number("private")
    by_p, by_q = pow(blinded, private % (p - 1), p), pow(blinded, private % (q - 1), q)
    return by_q + q * ((by_p - by_q) * pow(q, -1, p) % p)


def fingerprint() -> str:
    """SHA-256 of the key as SubjectPublicKeyInfo, in DER written by hand."""
    key = der(0x30, der(0x02, b"\0" + number("modulus").to_bytes(512)) + der(0x02, b"\1\0\1"))
    algorithm = der(0x30, bytes.fromhex("06092a864886f70d0101010500"))
    digits = hashlib.sha256(der(0x30, algorithm + der(0x03, b"\0" + key))).hexdigest()[:32]
    return " ".join(digits[at:at + 4] for at in range(0, 32, 4))


def der(tag: int, content: bytes) -> bytes:
    size = len(content)
    length = bytes([size]) if size < 128 else bytes([0x82]) + size.to_bytes(2)
    return bytes([tag]) + length + content


def holds(message: bytes, signature: bytes) -> bool:
    """Whether a signature is one of the key: EMSA-PSS (RFC 8017, 9.1.2), SHA-384, a salt of 48 bytes."""
    block = pow(int.from_bytes(signature), number("exponent"), number("modulus")).to_bytes(512)
    masked, digest, end = block[:463], block[463:511], block[511]
    mask = b"".join(hashlib.sha384(digest + count.to_bytes(4)).digest() for count in range(10))
    plain = bytes(one ^ other for one, other in zip(masked, mask))
    plain = bytes([plain[0] & 0x7F]) + plain[1:]
    salt = plain[-48:]
    again = hashlib.sha384(bytes(8) + hashlib.sha384(message).digest() + salt).digest()
    return end == 0xBC and plain[:-48] == bytes(414) + b"\1" and digest == again
