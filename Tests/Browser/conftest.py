import pytest

import demo
from visitor import Visitor, chromium


@pytest.fixture(scope="session")
def riffle(tmp_path_factory):
    running = demo.start(tmp_path_factory.mktemp("riffle"))
    yield running
    assert running.stop() == 0, "Riffle did not stop gracefully."


@pytest.fixture(scope="session")
def window():
    driver = chromium()
    yield driver
    driver.quit()


@pytest.fixture
def visitor(riffle, window):
    someone = Visitor(window, riffle)
    someone.forget_everything()
    # What an earlier test left there is none of the next one's.
    window.get_log("browser")
    yield someone
    someone.allow_scripts(True)
