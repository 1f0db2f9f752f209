"""Pictures of every page, to be looked at by a person.

.build/python/bin/python Tests/Browser/screenshots.py FOLDER [part of a page's address]
"""

import base64
import sys
import tempfile
from pathlib import Path

import demo
import pages
from visitor import Visitor, chromium

LOOKS = [(1280, "light"), (390, "light"), (1280, "dark")]


def main(folder: Path, wanted: str):
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as data:
        riffle, window = demo.start(Path(data)), chromium()
        try:
            visitor = Visitor(window, riffle)
            for person, listed in pages.LISTS.items():
                visitor.forget_everything()
                pages.sign_in(visitor, person)
                for page in (each for each in listed if wanted in str(each)):
                    page.open(visitor)
                    for width, scheme in LOOKS:
                        visitor.look(width, scheme)
                        name = "".join(each if each.isalnum() else "-" for each in f"{person or 'anyone'} {page}")
                        (folder / f"{name}.{width}.{scheme}.png").write_bytes(picture(visitor))
                    visitor.look(1280)
        finally:
            window.quit()
            riffle.stop()


def picture(visitor: Visitor) -> bytes:
    """The whole page, as far down as it goes."""
    shot = visitor.driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "png", "captureBeyondViewport": True})
    return base64.b64decode(shot["data"])


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) == 3 else "")
