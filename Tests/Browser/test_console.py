"""No page makes the browser complain: no script error, nothing that its own security policy refuses."""

import pytest

import pages


@pytest.mark.parametrize("person", pages.LISTS)
def test_the_browser_has_nothing_to_complain_of(visitor, person):
    pages.sign_in(visitor, person)
    visitor.driver.get_log("browser")
    complaints = []
    for page in pages.LISTS[person]:
        page.open(visitor)
        complaints += [f"{page}: {entry['message']}" for entry in visitor.driver.get_log("browser") if not meant(entry)]
    assert not complaints, "\n".join(complaints)


def meant(entry: dict) -> bool:
    """The answer to a wrong form or address has a status that the console reports."""
    refusals = (400, 401, 403, 404, 409, 410, 422)
    return entry["source"] == "network" and any(f"status of {status} " in entry["message"] for status in refusals)
