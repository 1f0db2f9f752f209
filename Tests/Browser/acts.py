"""What people do in more than one test."""

from selenium.webdriver.common.by import By

from visitor import Visitor


def ask(visitor: Visitor, topic: str, text: str) -> str:
    """Returns the receipt."""
    visitor.visit("/ask")
    visitor.choose("What is it about?", topic)
    visitor.type("Your question", text)
    visitor.tick("I have read the terms")
    visitor.send_question()
    assert visitor.heading == "Your question has arrived"
    return " ".join(visitor.driver.find_element(By.CSS_SELECTOR, ".receipt .code").text.split())


def show_that_it_is_saved(visitor: Visitor, receipt: str):
    visitor.type("Type the last group", receipt.split()[-1])
    visitor.driver.find_element(By.XPATH, '//button[.="I have saved it"]').click()


def open_receipt(visitor: Visitor, receipt: str):
    visitor.visit("/receipt")
    visitor.type("Receipt", receipt.lower())
    visitor.press("Show my question")
    assert visitor.heading == "Your question"


def invite(visitor: Visitor):
    """Leaves the page that shows the link."""
    visitor.visit("/admin")
    visitor.type("E-mail of the person", "newcomer@example.org")
    visitor.press("Make the invitation")


def give_question_to_expert(visitor: Visitor):
    """A question the demo came with, to Bridget."""
    visitor.sign_in("alasdair")
    visitor.visit("/desk")
    visitor.follow("I looked after my mother for four years")
    if visitor.driver.find_elements(By.XPATH, '//button[.="Approve and give to this expert"]'):
        visitor.type("Words to hide", "Brindlecombe Institute")
        visitor.choose("Shown as", "[employer]")
        visitor.press("Hide these words")
        visitor.tick("Bridget")
        visitor.press("Approve and give to this expert")
