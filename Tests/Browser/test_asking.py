"""Ask, moderate, assign, answer, release, read by receipt: each by the person whose act it is."""

from selenium.webdriver.common.action_chains import ActionBuilder
from selenium.webdriver.common.actions.mouse_button import MouseButton
from selenium.webdriver.common.by import By

import acts

QUESTION = "My supervisor at Ludlow Glassworks rewrites my feedback reports.\n\nMay I refuse to sign them?"


def test_a_question_goes_all_the_way_to_its_answer(visitor):
    receipt = ask(visitor)
    moderate(visitor)
    answer(visitor)
    release(visitor)

    acts.open_receipt(visitor, receipt)
    assert "Do you agree that it is published like this?" in visitor.words
    visitor.press("I agree")
    visitor.wait_for(lambda: acts.open_receipt(visitor, receipt), "The answer is published.")
    assert "Sign only what you would say aloud." in visitor.words
    visitor.follow("See the published page")
    assert visitor.heading == "My supervisor at [employer] rewrites my feedback reports."
    assert "Ludlow" not in visitor.driver.page_source
    assert "Nerys Calloway" in visitor.words


def ask(visitor) -> str:
    visitor.visit("/")
    visitor.follow("Ask a question anonymously")
    assert visitor.heading == "Ask a question"
    receipt = acts.ask(visitor, "Professional development", QUESTION)
    assert visitor.driver.find_element(By.XPATH, '//button[.="Print"]').is_displayed()

    acts.show_that_it_is_saved(visitor, receipt)
    assert receipt.split()[0] not in visitor.words

    visitor.wait_for(lambda: acts.open_receipt(visitor, receipt), "A moderator will read it next")
    assert "May I refuse to sign them?" in visitor.words
    return receipt


def moderate(visitor):
    visitor.sign_in("alasdair")
    visitor.visit("/")
    visitor.follow("Desk")
    visitor.follow("My supervisor at Ludlow Glassworks")
    select_with_the_mouse(visitor, "Ludlow Glassworks")
    assert visitor.field("Words to hide").get_attribute("value") == "Ludlow Glassworks"
    visitor.choose("Shown as", "[employer]")
    visitor.press("Hide these words")
    assert visitor.driver.find_element(By.ID, "text").text.startswith("My supervisor at [employer] rewrites")
    visitor.tick("Nerys Calloway")
    visitor.press("Approve and give to this expert")
    assert "Given to the expert." in visitor.words


def answer(visitor):
    visitor.sign_in("nerys")
    visitor.visit("/")
    visitor.follow("Expert", within="nav")
    visitor.follow("My supervisor at [employer] rewrites")
    assert "Ludlow" not in visitor.driver.page_source
    visitor.type("Your answer", "Sign only what you would say aloud.\n\nAsk for both versions to be kept on file.")
    visitor.press("Send the answer")
    assert "Your answer waits for a moderator's release." in visitor.words


def release(visitor):
    visitor.sign_in("alasdair")
    visitor.visit("/desk")
    visitor.follow("My supervisor at [employer] rewrites")
    visitor.press("Publish question and answer")
    assert "It goes out with the next batch." in visitor.words


def select_with_the_mouse(visitor, words: str):
    visitor.driver.execute_script("document.getElementById('text').scrollIntoView({block: 'center'})")
    left, right, middle = visitor.driver.execute_script("""
        const walker = document.createTreeWalker(document.getElementById('text'), NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const at = node.data.indexOf(arguments[0]);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + arguments[0].length);
            const box = range.getBoundingClientRect();
            return [box.left, box.right, (box.top + box.bottom) / 2];
        }""", words)
    hand = ActionBuilder(visitor.driver)
    hand.pointer_action.move_to_location(round(left), round(middle)).pointer_down(MouseButton.LEFT)
    hand.pointer_action.move_to_location(round(right), round(middle)).pointer_up(MouseButton.LEFT)
    hand.perform()
