"""Pictures that this browser made, sent with what a camera writes beside them: what is kept is drawn as before."""

import base64
import struct
import zlib

import pytest

PLACE = b"52.0907N 2.0113W"

PAINT = """
    const sheet = document.createElement("canvas");
    [sheet.width, sheet.height] = [40, 20];
    const paint = sheet.getContext("2d");
    paint.fillStyle = "#c33"; paint.fillRect(0, 0, 20, 20);
    paint.fillStyle = "#33c"; paint.fillRect(20, 0, 20, 20);
    return sheet.toDataURL(arguments[0]).split(",")[1];"""

# Drawn into a picture of its own, since the policy of the site's pages lets none but its own files in.
LOOK = """
    const [path, done] = [arguments[0], arguments[1]];
    const picture = new Image();
    picture.onerror = () => done(null);
    picture.onload = () => {
        const sheet = document.createElement("canvas");
        [sheet.width, sheet.height] = [picture.naturalWidth, picture.naturalHeight];
        const paint = sheet.getContext("2d");
        paint.drawImage(picture, 0, 0);
        const at = (x, y) => Array.from(paint.getImageData(x, y, 1, 1).data.slice(0, 3));
        done([sheet.width, sheet.height, at(3, 3), at(sheet.width - 4, sheet.height - 4)]);
    };
    picture.src = path;"""


def jpeg(plain: bytes) -> bytes:
    """With Exif that says where it was taken, and to turn it by a quarter."""
    entries = struct.pack(">HHHIHH", 2, 0x0112, 3, 1, 6, 0) + struct.pack(">HHII", 0x010F, 2, len(PLACE), 38)
    exif = b"Exif\0\0MM\0*" + struct.pack(">I", 8) + entries + struct.pack(">I", 0) + PLACE
    return plain[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + plain[2:] + PLACE


def png(plain: bytes) -> bytes:
    words = b"tEXt" + b"Comment\0" + PLACE
    chunk = struct.pack(">I", len(words) - 4) + words + struct.pack(">I", zlib.crc32(words))
    return plain[:33] + chunk + plain[33:]


def webp(plain: bytes) -> bytes:
    return plain + PLACE


@pytest.mark.parametrize("kind, spoil", [("jpeg", jpeg), ("png", png), ("webp", webp)])
def test_a_picture_loses_its_place_and_nothing_else(visitor, tmp_path, kind, spoil):
    visitor.sign_in("maya")
    visitor.visit("/space/files/new")
    plain = base64.b64decode(visitor.driver.execute_script(PAINT, f"image/{kind}"))
    sent = tmp_path / f"tea {kind}.{kind}"
    sent.write_bytes(spoil(plain))
    assert PLACE in sent.read_bytes()
    visitor.field("File").send_keys(str(sent))
    visitor.press("Add the file")
    assert f"tea {kind}.{kind}" in visitor.words
    link = visitor.driver.find_element("link text", f"tea {kind}.{kind}").get_attribute("href")
    kept = visitor.driver.execute_async_script("""
        fetch(arguments[0]).then((it) => it.arrayBuffer())
            .then((it) => arguments[1](btoa(String.fromCharCode(...new Uint8Array(it)))));""", link)
    assert PLACE not in base64.b64decode(kept)
    width, height, first, last = visitor.driver.execute_async_script(LOOK, link)
    # Which side is up was in the Exif too, and is kept: the picture stands on its side.
    assert (width, height) == ((20, 40) if kind == "jpeg" else (40, 20))
    assert first[0] > 150 > first[2] and last[2] > 150 > last[0]


def test_a_file_is_sent_and_taken_along_without_scripts(visitor, tmp_path):
    visitor.sign_in("maya")
    visitor.allow_scripts(False)
    sent = tmp_path / "notes.txt"
    sent.write_text("What I saw.")
    visitor.visit("/space/files/new")
    visitor.press("Add the file")
    assert visitor.driver.title.startswith("Error") and "Choose a file." in visitor.words
    visitor.type("What does it show?", "The queue")
    visitor.field("File").send_keys(str(sent))
    visitor.press("Add the file")
    assert "notes.txt" in visitor.words and "The queue" in visitor.words
    visitor.visit("/space/export")
    visitor.press("Make an archive")
    assert "Fetch your archive" in visitor.words or "It is being made" in visitor.words
