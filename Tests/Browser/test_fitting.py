"""Nothing runs off the side of a phone, and nothing is cut when a reader makes text twice as large."""

import pytest

import pages
from visitor import Visitor, chromium


@pytest.mark.parametrize("person", pages.LISTS)
def test_nothing_runs_off_the_side(visitor, person):
    pages.sign_in(visitor, person)
    wide = []
    for page in pages.LISTS[person]:
        page.open(visitor)
        wide += [f"{page} at {width}: {words}" for width in (320, 390) for words in runs_off(visitor, width)]
        visitor.look(width=1280)
    assert not wide, "\n".join(wide)


@pytest.fixture(scope="module")
def reader(riffle):
    """Someone who reads with letters of twice the size."""
    window = chromium(text_size=32)
    yield Visitor(window, riffle)
    window.quit()


@pytest.mark.parametrize("person", pages.LISTS)
def test_nothing_is_cut_at_twice_the_text_size(reader, person):
    reader.forget_everything()
    pages.sign_in(reader, person)
    cut = []
    for page in pages.LISTS[person]:
        page.open(reader)
        cut += [f"{page}: {words}" for words in runs_off(reader, 1280) + cut_off(reader)]
    assert not cut, "\n".join(cut)


def runs_off(visitor, width: int) -> list[str]:
    """What makes the page wider than its window."""
    visitor.look(width)
    return visitor.driver.execute_script("""
        const width = arguments[0];
        if (document.scrollingElement.scrollWidth <= width) return [];
        const end = (each) => each.getBoundingClientRect().right;
        return [...document.querySelectorAll("body *")].filter((each) => end(each) > width + 1)
            .map((each) => `${each.tagName}.${each.className} ends at ${end(each)}`);""", width)


def cut_off(visitor) -> list[str]:
    """What holds more than it shows and cannot be scrolled. A title in the queue stands whole on its own page."""
    return visitor.driver.execute_script("""
        return [...document.querySelectorAll("body *:not(.hidden, .title, input, svg *)")].filter((each) => {
            const style = getComputedStyle(each);
            const isCut = (kind, inner, outer) => /hidden|clip/.test(kind) && inner > outer + 1;
            return isCut(style.overflowX, each.scrollWidth, each.clientWidth)
                || isCut(style.overflowY, each.scrollHeight, each.clientHeight);
        }).map((each) => `${each.tagName}.${each.className} shows ${each.clientWidth} × ${each.clientHeight}`
            + ` of ${each.scrollWidth} × ${each.scrollHeight}`);""")
