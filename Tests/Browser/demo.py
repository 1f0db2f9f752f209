"""Riffle with its demo, as a process of its own."""

import os
import subprocess
import threading
from dataclasses import dataclass, field
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
# Thirteen password hashes take half a minute in a debug build; a busy machine gets four times that.
PATIENCE = 120


@dataclass
class Demo:
    address: str
    # Name before the @, such as "maya", to e-mail and password.
    people: dict[str, tuple[str, str]]
    process: subprocess.Popen
    # Name to session cookie: signing in takes seconds in a debug build, so each person does it once.
    sessions: dict[str, dict] = field(default_factory=dict)

    def stop(self) -> int:
        self.process.terminate()
        return self.process.wait(timeout=30)


def start(data: Path, port: int = 0) -> Demo:
    """Returns once the demo's people can sign in. Over the data of an earlier one, they are the same people."""
    binary = os.environ.get("RIFFLE_BINARY", PROJECT / ".build/debug/riffle")
    with open(data / "log.txt", "w") as log:
        process = subprocess.Popen(
            [binary, "serve", "--demo", "--data", data / "data", "--port", str(port)],
            cwd=PROJECT, env={**os.environ, "RIFFLE_BATCHES": "1s"}, stdout=subprocess.PIPE, stderr=log, text=True)
    # Ends the process if the demo is not there in time: reading then meets the end of its output.
    guard = threading.Timer(PATIENCE, process.kill)
    guard.start()
    try:
        address, people = _read(process)
    except EOFError:
        process.kill()
        raise AssertionError("Riffle did not start:\n" + (data / "log.txt").read_text()) from None
    finally:
        guard.cancel()
    return Demo(address, people, process)


def _read(process: subprocess.Popen) -> tuple[str, dict[str, tuple[str, str]]]:
    address, people = "", {}
    for line in process.stdout:
        if line.startswith("Riffle is at "):
            address = line.removeprefix("Riffle is at ").strip()
        elif line.startswith("The demo is loaded"):
            return address, people
        elif line.count("\t") == 2:
            _, email, password = line.rstrip("\n").split("\t")
            people[email.split("@")[0]] = (email, password)
    raise EOFError
