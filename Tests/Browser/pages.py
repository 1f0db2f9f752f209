"""Every page, by who may see it, and the way to it where its address is not known beforehand."""

from dataclasses import dataclass

from selenium.webdriver.common.by import By

from visitor import Visitor


@dataclass(frozen=True)
class Page:
    path: str
    # The beginning of a link's address on that page, such as "/questions/": its first link is followed.
    link: str = ""
    # The words on a button that is pressed next, with everything left as it is.
    button: str = ""

    def open(self, visitor: Visitor):
        visitor.visit(self.path)
        if self.link:
            first = visitor.driver.find_element(By.CSS_SELECTOR, f'main a[href^="{self.link}"]:not([href$="history"])')
            visitor.visit(first.get_attribute("href").removeprefix(visitor.demo.address))
        if self.button:
            visitor.press(self.button, within="main")

    def __str__(self) -> str:
        return " ".join(part for part in (self.path, self.link, self.button) if part)


ANYONE = [
    Page("/"), Page("/questions"), Page("/questions?q=test"), Page("/questions?q=zebra"),
    Page("/questions", link="/questions/"), Page("/ask"), Page("/ask", button="Send my question"), Page("/receipt"),
    Page("/receipt", button="Show my question"), Page("/experts"), Page("/opportunities"),
    Page("/opportunities?q=gardening&near=Birmingham&within=25"), Page("/opportunities?near=Nowhereville"),
    Page("/opportunities?q=zebra"), Page("/opportunities?q=gardening", link="/opportunities/"),
    Page("/about/anonymity"), Page("/about/data"), Page("/about/terms"), Page("/sign-in"),
    Page("/sign-in", button="Sign in"), Page("/join"), Page("/join/never-sent"), Page("/no-such-page"),
]
MEMBER = [
    Page("/"), Page("/space"), Page("/space", link="/space/reflections/"), Page("/space/reflections/new"),
    Page("/space/reflections/new", button="Save"), Page("/space/shares"), Page("/shared"),
    Page("/shared", link="/shared/"), Page("/shared", link="/shared/", button="Send the comment"),
    Page("/opportunities?q=gardening", link="/opportunities/"), Page("/account"),
    Page("/account", button="Change the password"), Page("/account?done=saved"), Page("/admin"),
]
EXPERT = [Page("/expert"), Page("/expert", link="/expert/"), Page("/expert", link="/expert/", button="Send the answer")]
MODERATOR = [
    Page("/desk"), Page("/desk", link="/desk/"), Page("/desk", link="/desk/", button="Hide these words"),
    Page("/desk", link="/desk/", button="Decline this question"), Page("/desk/history"),
]
ADMINISTRATOR = [
    Page("/admin"), Page("/admin", link="/admin/members/"), Page("/admin", button="Make the invitation"),
    Page("/admin/topics"), Page("/admin/topics", button="Save the topic"), Page("/admin/sources"),
    Page("/admin/settings"), Page("/admin/settings", button="Save the settings"),
]
# Who goes to see them: nobody signed in, or one of the demo's people.
LISTS = {None: ANYONE, "maya": MEMBER, "bridget": EXPERT, "alasdair": MODERATOR, "robin": ADMINISTRATOR}


def sign_in(visitor: Visitor, person: str | None):
    """With a question on the expert's desk, so that every page has something to show."""
    if person == "bridget":
        give_question_to_expert(visitor)
    if person:
        visitor.sign_in(person)


def give_question_to_expert(visitor: Visitor):
    visitor.sign_in("alasdair")
    visitor.visit("/desk")
    visitor.follow("I looked after my mother for four years")
    if "With an expert" not in visitor.words.split("Hide what could")[0]:
        visitor.choose("Expert", "Bridget")
        visitor.press("Approve and give to this expert")
