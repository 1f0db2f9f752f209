// Advice before a reflection is shared: which words of the ticked stages could point to a person. It stops nobody, and it
// works in the browser alone.

import { element } from "./element.js";
import { marks } from "./marks.js";
import { advice } from "./telling.js";

const form = document.getElementById("share-form");

if (form) watch();

function watch() {
  const panel = element("section", { "aria-labelledby": "telling-title", hidden: "" });
  const said = element("p", { class: "hint", role: "status" });
  const lines = element("ul", { class: "rows" });
  panel.append(element("h3", { id: "telling-title" }, "What could point to a person"), said, lines);
  document.getElementById("stages").after(panel);

  const look = () => {
    const texts = [...form.querySelectorAll("[name=stage]:checked")].map((box) => wordsOf(box.value));
    const found = texts.flatMap((text) => marks(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]));
    panel.hidden = texts.join("") === "";
    said.textContent = found.length === 0
      ? "No names, places, dates or numbers found. What the story gives away, only you can tell."
      : "You decide: none of it stops you from sharing.";
    lines.replaceChildren(...Object.keys(advice).flatMap((kind) => line(kind, found)));
  };
  form.addEventListener("change", look);
  look();
}

function wordsOf(stage) {
  const paragraphs = document.querySelectorAll(`#stage-${CSS.escape(stage)} .prose p`);
  return [...paragraphs].map((each) => each.textContent).join("\n\n");
}

// One line for each advice, with the words it is for.
function line(kind, found) {
  const words = [...new Set(found.filter((each) => each[0] === kind).map((each) => each[1]))];
  if (words.length === 0) return [];
  const made = element("li", { class: "row" });
  made.append(element("p", { class: "meta" }, words.map((each) => `“${each}”`).join(", ")), element("p", {}, advice[kind]));
  return [made];
}
