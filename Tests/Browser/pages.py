"""Every page, by who may see it, and the way to it where its address is not known beforehand."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass

from selenium.webdriver.common.by import By

import acts
from visitor import Visitor


@dataclass(frozen=True)
class Page:
    path: str
    # The beginning of a link's address on that page, such as "/questions/": its first link is followed.
    link: str = ""
    # The words on a button that is pressed next, with everything left as it is.
    button: str = ""
    # What else leads there, once the path is open.
    way: Callable[[Visitor], object] | None = None

    def open(self, visitor: Visitor):
        visitor.visit(self.path)
        if self.link:
            first = visitor.driver.find_element(
                By.CSS_SELECTOR, f'main a[href^="{self.link}"]:not([href$="/history"], [href$="/new"], [href$="/reports"], [href$="/dashboard"], [href$="/experts"])')
            visitor.visit(first.get_attribute("href").removeprefix(visitor.demo.address))
        if self.button == "Send my question":
            visitor.send_question()
        elif self.button:
            visitor.press(self.button, within="main")
        if self.way:
            self.way(visitor)

    def __str__(self) -> str:
        way = self.way.__name__.replace("_", " ") if self.way else ""
        return " ".join(part for part in (self.path, self.link, self.button, way) if part)


def ask(visitor: Visitor) -> str:
    return acts.ask(visitor, "Careers", "May I leave a post after nine weeks without explaining it for ever?")


def come_back(visitor: Visitor):
    acts.open_receipt(visitor, ask(visitor))


def report_an_answer(visitor: Visitor):
    first = visitor.driver.find_element(By.CSS_SELECTOR, 'main a[href^="/questions/"]')
    visitor.visit(first.get_attribute("href").removeprefix(visitor.demo.address))
    visitor.follow("Report this page")
    visitor.press("Send the report")


def follow_an_invitation(visitor: Visitor):
    visitor.sign_in("robin")
    acts.invite(visitor)
    link = visitor.field("Link").get_attribute("value")
    visitor.forget_everything()
    visitor.visit(link.removeprefix(visitor.demo.address))


def join_with_nothing_typed(visitor: Visitor):
    follow_an_invitation(visitor)
    visitor.press("Join", within="main")


def share_with_nobody(visitor: Visitor):
    visitor.open("Share it")
    visitor.press("Share", within="main")


def make_a_link(visitor: Visitor):
    visitor.open("Share it")
    visitor.tick("Learn")
    visitor.tick("Whoever has a secret link")
    visitor.press("Share", within="main")
    assert visitor.heading == "Your link is ready"


def see_it_as_they_do(visitor: Visitor):
    visitor.follow("See it as they do")
    assert "and no more" in visitor.words


def change_a_comment(visitor: Visitor):
    visitor.type("Your comment", "What would have made it easier to ask?")
    visitor.press("Send the comment")
    visitor.follow("Change your comment")
    assert visitor.heading == "Change your comment"


def begin_a_group(visitor: Visitor):
    if "Tuesday set" in visitor.words:
        return visitor.follow("Tuesday set", within="main")
    visitor.open("Begin a group")
    visitor.type("Its name", "Tuesday set")
    visitor.press("Begin the group")
    assert visitor.heading == "Tuesday set"


def add_an_empty_note(visitor: Visitor):
    visitor.open("Add a note")
    visitor.press("Add the note")


def look_at_what_stood_before(visitor: Visitor):
    visitor.follow("Go on writing")
    visitor.field("Plan").send_keys(" And one more thing.")
    visitor.press("Save")
    visitor.follow("What stood there before")


def add_a_file(visitor: Visitor):
    with tempfile.NamedTemporaryFile(prefix="notes-", suffix=".txt") as file:
        file.write(b"What I saw.")
        file.flush()
        visitor.field("File").send_keys(file.name)
        visitor.press("Add the file", within="main")


def add_a_file_to_a_stage(visitor: Visitor):
    visitor.follow("Add a file")
    add_a_file(visitor)
    assert "Text, 1 kB" in visitor.words


def follow_a_secret_link(visitor: Visitor):
    visitor.sign_in("maya")
    Page("/space", link="/space/reflections/", way=make_a_link).open(visitor)
    link = visitor.field("Link").get_attribute("value")
    visitor.forget_everything()
    visitor.visit(link.removeprefix(visitor.demo.address))
    assert "You were given a link" in visitor.words


def save_over_another_window(visitor: Visitor):
    visitor.follow("Go on writing")
    first, path = visitor.driver.current_window_handle, visitor.path
    visitor.driver.switch_to.new_window("tab")
    visitor.look(width=1280)
    visitor.visit(path)
    visitor.field("Plan").send_keys(" One more step.")
    visitor.press("Save")
    visitor.driver.close()
    visitor.driver.switch_to.window(first)
    visitor.field("Plan").send_keys(" Another step.")
    visitor.press("Save")
    assert visitor.heading == "Two versions"


def open_question(visitor: Visitor):
    visitor.follow("I looked after my mother")


def preview_an_answer(visitor: Visitor):
    open_question(visitor)
    visitor.type("Your answer", "## Begin with one page\n\nWrite **what you did**, in [this form](https://www.gov.uk).\n\n"
                 "- the day\n- what you learned\n\n> Keep it short.\n\n1. `Print` it.\n2. Sign it.")
    visitor.type("Sources", "Acas: keeping records https://www.acas.org.uk/records")
    visitor.press("Preview", within="main")


def correct_a_page(visitor: Visitor):
    visitor.follow("Correct or take down")


def correct_ones_own_answer(visitor: Visitor):
    visitor.visit("/questions?q=newly+redundant+hungry")
    visitor.follow("I am 54, newly redundant", within="main")
    visitor.follow("Correct your answer")


def propose_a_correction(visitor: Visitor):
    correct_ones_own_answer(visitor)
    visitor.press("Send it to the moderators")


def read_what_an_expert_proposes(visitor: Visitor):
    visitor.sign_in("bridget")
    correct_ones_own_answer(visitor)
    visitor.type("What you corrected", "The figures of this year.")
    visitor.press("Send it to the moderators")
    visitor.sign_in("alasdair")
    visitor.visit("/desk/reports")
    visitor.driver.find_element(By.CSS_SELECTOR, 'main a[href^="/desk/published/"]').click()


def correct_an_answer(visitor: Visitor):
    correct_a_page(visitor)
    visitor.driver.find_element(By.CSS_SELECTOR, 'main a[href^="/desk/published/"]').click()


# Where it was, in each demo: it can be done once.
taken_down = {}


def take_a_page_down(visitor: Visitor):
    if visitor.demo.address not in taken_down:
        visitor.visit("/questions?q=VAT+limit+April")
        visitor.follow("Does the VAT limit run", within="main")
        taken_down[visitor.demo.address] = visitor.path
        correct_a_page(visitor)
        visitor.type("Why it is taken down", "Somebody could be known by it.")
        visitor.press("Take it down for good")
    visitor.visit(taken_down[visitor.demo.address])
    assert visitor.heading == "This page was taken down"


def save_after_the_session_ended(visitor: Visitor):
    visitor.type("Title", "Written for an hour")
    visitor.driver.execute_cdp_cmd("Network.clearBrowserCookies", {})
    visitor.press("Save")
    assert visitor.heading == "You are signed out"


def mark_the_first_urgent(visitor: Visitor):
    visitor.driver.find_element(By.CSS_SELECTOR, ".waiting .pick input").click()
    visitor.tick("Mark them urgent")
    visitor.press("Do it to those selected")


def decide_what_is_stale(visitor: Visitor):
    """As it is after another moderator decided: on a version that is over."""
    visitor.type("What the asker should change", "Please say how large your team is.")
    visitor.driver.execute_script("for (const each of document.getElementsByName('version')) each.value = '0'")
    visitor.press("Ask for changes")


def save_the_first(visitor: Visitor):
    if visitor.driver.find_elements(By.XPATH, '//main//button[starts-with(normalize-space(), "Save:")]'):
        visitor.press("Save:", within="main")


def save_the_search(visitor: Visitor):
    save_the_first(visitor)
    visitor.press("Save this search", within="main")


def open_the_saved_one(visitor: Visitor):
    save_the_search(visitor)
    visitor.driver.find_element(By.CSS_SELECTOR, 'main h4 a[href^="/saved/"]').click()


def mistype_a_deed(visitor: Visitor):
    open_the_saved_one(visitor)
    visitor.open("I did it")
    visitor.press("Note that I did it", within="main")


def send_empty_answer(visitor: Visitor):
    open_question(visitor)
    visitor.press("Send the answer")


ANYONE = [
    Page("/"), Page("/questions"), Page("/questions?q=test"), Page("/questions?q=zebra"),
    Page("/questions?q=emplyee"), Page("/away?to=https%3A%2F%2Fwww.acas.org.uk%2Frecords"),
    Page("/questions", link="/questions/"), Page("/ask"), Page("/ask", button="Send my question"),
    Page("/ask", way=ask), Page("/receipt"), Page("/receipt", button="Show my question"),
    Page("/receipt", way=come_back), Page("/experts"), Page("/opportunities"),
    Page("/opportunities?q=gardening&near=Birmingham&within=25"), Page("/opportunities?q=gardening&near=Nowhereville"),
    Page("/opportunities?q=zebra"), Page("/opportunities?q=gardening", link="/opportunities/"),
    Page("/about/anonymity"), Page("/about/data"), Page("/about/terms"), Page("/sign-in"),
    Page("/sign-in", button="Sign in"), Page("/sign-in/forgotten"),
    Page("/sign-in/forgotten/never-sent"), Page("/account/email/never-sent"), Page("/join"), Page("/join/never-sent"),
    Page("/join", way=follow_an_invitation), Page("/join", way=join_with_nothing_typed), Page("/no-such-page"),
    Page("/", way=follow_a_secret_link),
]
MEMBER = [
    Page("/"), Page("/space"), Page("/space", link="/space/reflections/"), Page("/space/reflections/new"),
    Page("/space/reflections/new", button="Save"), Page("/space/shares"),
    Page("/space", link="/space/reflections/", way=share_with_nobody),
    Page("/space", link="/space/reflections/", way=make_a_link), Page("/space/shares", way=see_it_as_they_do),
    Page("/space?q=handover"), Page("/space/reflections/new?model=gibbs"),
    Page("/space", link="/space/reflections/", way=look_at_what_stood_before),
    Page("/space", link="/space/reflections/", way=add_an_empty_note),
    Page("/space/goals"), Page("/space/goals", link="/space/goals/"), Page("/space/goals/new"),
    Page("/space/goals/new", button="Keep this step"), Page("/space/goals", link="/space/goals/", button="Save"),
    Page("/space/export"), Page("/space/export", button="Look what is in it"), Page("/space/export/pack"),
    Page("/space/export", button="Make an archive"), Page("/space/import"),
    Page("/space/files/new", way=add_a_file), Page("/space/files"), Page("/space/files/new"),
    Page("/space/files/new", button="Add the file"),
    Page("/space", link="/space/reflections/", way=add_a_file_to_a_stage),
    Page("/space/activities"), Page("/space/activities", link="/space/activities/"), Page("/space/activities/new"),
    Page("/space/activities/new", button="Save"), Page("/space/muted"), Page("/space/activities/import"),
    Page("/space/activities/import", button="Look at it"), Page("/space/groups"),
    Page("/space/groups", way=begin_a_group), Page("/shared?model=gibbs"),
    Page("/shared"), Page("/shared", link="/shared/"), Page("/shared", link="/shared/", way=change_a_comment),
    Page("/shared", link="/shared/", button="Send the comment"), Page("/questions", way=report_an_answer),
    Page("/opportunities?q=gardening", link="/opportunities/"), Page("/account"),
    Page("/account", button="Change the password"), Page("/account?done=saved"), Page("/admin"),
    Page("/saved"), Page("/opportunities?q=gardening", way=save_the_first),
    Page("/opportunities?q=gardening", way=save_the_search),
    Page("/opportunities?q=gardening", way=open_the_saved_one),
    Page("/opportunities?q=gardening", way=mistype_a_deed),
    Page("/space", link="/space/reflections/", way=save_over_another_window),
    # The last one, because nobody is signed in afterwards.
    Page("/space/reflections/new", way=save_after_the_session_ended),
]
EXPERT = [
    Page("/expert"), Page("/expert", way=open_question),
    Page("/expert", way=send_empty_answer), Page("/expert", way=preview_an_answer),
    Page("/expert/availability"), Page("/expert/availability", button="Add these days"),
    Page("/questions", way=propose_a_correction),
]
MODERATOR = [
    Page("/desk"), Page("/desk", link="/desk/"), Page("/desk", link="/desk/", button="Hide these words"),
    Page("/desk", link="/desk/", button="Decline this question"), Page("/desk/history"),
    Page("/questions", link="/questions/", way=correct_a_page),
    Page("/questions", link="/questions/", way=correct_an_answer),
    Page("/questions", way=take_a_page_down),
    Page("/desk?step=to-release"), Page("/desk", button="Do it to those selected"),
    Page("/desk", way=mark_the_first_urgent), Page("/desk", link="/desk/", way=decide_what_is_stale),
    Page("/desk/history?question=none"), Page("/desk/reports", way=read_what_an_expert_proposes),
    Page("/desk/reports"), Page("/desk/dashboard"),
    Page("/desk/experts"),
]
ADMINISTRATOR = [
    Page("/admin"), Page("/admin", link="/admin/members/"), Page("/admin", button="Make the invitation"),
    Page("/admin", way=acts.invite), Page("/admin/topics"), Page("/admin/topics", button="Save the topic"),
    Page("/admin/reasons"), Page("/admin/reasons", button="Add it to the list"),
    Page("/admin/topics/careers"), Page("/admin/routing"), Page("/admin/routing", button="Save the routing"),
    Page("/admin/sources"), Page("/admin/cards"), Page("/admin/mail"),
    Page("/admin/settings"), Page("/admin/settings", button="Save the settings"),
]
# Who goes to see them: nobody signed in, or one of the demo's people.
LISTS = {None: ANYONE, "maya": MEMBER, "bridget": EXPERT, "alasdair": MODERATOR, "robin": ADMINISTRATOR}


def sign_in(visitor: Visitor, person: str | None):
    """With a question at an expert's, so that every page has something to show."""
    if person in ("alasdair", "bridget"):
        acts.give_question_to_expert(visitor)
    if person:
        visitor.sign_in(person)
