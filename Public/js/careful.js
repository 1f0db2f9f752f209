// Help before sending: shows, under the box, which words could point to a person, and how to say them so that they fit
// many. It only advises, and it works in the browser alone: nothing that is typed leaves the page for it.

import { element } from "./element.js";
import { marks } from "./marks.js";
import { advice } from "./telling.js";
import { afterTyping } from "./typing.js";

const pause = 500;
const text = document.querySelector("#ask textarea[name=text]");

if (text) watch();

function watch() {
  const panel = element("section", { "aria-labelledby": "careful-title", hidden: "" });
  const said = element("p", { class: "hint", role: "status" });
  const details = element("div", { class: "stack" });
  panel.append(element("h2", { id: "careful-title" }, "What could point to you"), said, details);
  text.closest(".field").after(panel);

  const look = () => {
    const found = marks(text.value);
    panel.hidden = text.value.trim() === "";
    // Said aloud only when it changes.
    const words = summary(found);
    if (said.textContent !== words) said.textContent = words;
    details.replaceChildren(...(found.length > 0 ? [preview(text.value, found), list(text.value, found)] : []));
  };
  afterTyping(text, pause, look);
}

function summary(found) {
  if (found.length === 0) {
    return "No names, places, dates or numbers found. What the story gives away, only you can tell.";
  }
  const things = found.length === 1 ? "One thing" : `${found.length} things`;
  return `${things} could point to a person. You decide: none of it stops you from sending.`;
}

function preview(value, found) {
  const whole = element("p", { class: "pre" });
  let at = 0;
  for (const { start, end } of found) {
    whole.append(value.slice(at, start), element("mark", {}, value.slice(start, end)));
    at = end;
  }
  whole.append(value.slice(at));
  return whole;
}

// One line for each advice, with the words it is for: a press on them selects them in the box.
function list(value, found) {
  const lines = element("ul", { class: "rows" });
  for (const kind of Object.keys(advice)) {
    const those = found.filter((mark) => mark.kind === kind);
    if (those.length === 0) continue;
    const words = element("p", { class: "cluster" });
    words.append(...those.map((mark) => selector(value, mark)));
    const line = element("li", { class: "row" });
    line.append(words, element("p", {}, advice[kind]));
    lines.append(line);
  }
  return lines;
}

function selector(value, { start, end }) {
  const button = element("button", { type: "button", class: "button quiet small" }, value.slice(start, end));
  button.append(element("span", { class: "hidden" }, ": go to these words"));
  button.addEventListener("click", () => {
    text.focus();
    text.setSelectionRange(start, end);
  });
  return button;
}
