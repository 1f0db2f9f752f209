"""The axe rules on every page: wide and narrow, light and dark."""

import pytest
from axe_core_python.base import AXE_SCRIPT

import pages

LOOKS = [(width, scheme) for width in (1280, 390) for scheme in ("light", "dark")]


@pytest.mark.parametrize("person", pages.LISTS)
def test_pages_keep_the_accessibility_rules(visitor, person):
    pages.sign_in(visitor, person)
    broken = []
    for page in pages.LISTS[person]:
        page.open(visitor)
        broken += [f"{page} {look}: {words}" for look in LOOKS for words in violations(visitor, *look)]
        visitor.look(width=1280)
    assert not broken, "\n".join(broken)


def test_the_open_menu_on_a_phone_keeps_the_accessibility_rules(visitor):
    visitor.visit("/")
    visitor.driver.execute_script("document.getElementById('menu').showPopover()")
    for scheme in ("light", "dark"):
        assert not violations(visitor, 390, scheme)


def violations(visitor, width: int, scheme: str) -> list[str]:
    visitor.look(width, scheme)
    if not visitor.driver.execute_script("return 'axe' in window"):
        visitor.driver.execute_script(AXE_SCRIPT)
        # What is folded away is looked at too.
        visitor.driver.execute_script("for (const each of document.querySelectorAll('details')) each.open = true")
    found = visitor.driver.execute_async_script("""
        const done = arguments[0];
        axe.run({resultTypes: ["violations"]}).then((result) => done(result.violations));""")
    return [
        f"{rule['id']}: {node['target'][0]}: {node['failureSummary']}" for rule in found for node in rule["nodes"]]
