// Shows published questions that are like what is being typed. The index is the same for everybody and is fetched with
// the page, whether or not a word is typed, and without a cookie: so the request says no more than the visit does.

import { element } from "./element.js";
import { ranking } from "./ranking.js";
import { afterTyping } from "./typing.js";

const pause = 800;
const fewestLetters = 20;
const text = document.querySelector("#ask textarea[name=text]");

if (text) offer();

async function offer() {
  const rank = await ranker();
  if (!rank) return;
  const title = element("h2", { id: "similar-title" }, "Answered before");
  const said = element("p", { class: "hint", role: "status" });
  const links = element("ul");
  const panel = element("section", { "aria-labelledby": "similar-title", hidden: "" });
  panel.append(title, said, links);
  text.closest(".field").after(panel);

  const look = () => {
    const found = text.value.length < fewestLetters ? [] : rank(text.value);
    panel.hidden = found.length === 0;
    const words = found.length === 1 ? "One question is like yours." : `${found.length} questions are like yours.`;
    if (said.textContent !== words) said.textContent = words;
    links.replaceChildren(...found.map(link));
  };
  afterTyping(text, pause, look);
}

// In a tab of its own, so that what was typed stays; without a referrer, as it would say where the reader came from.
function link({ id, title }) {
  const item = element("li");
  item.append(element("a", {
    href: `/questions/${encodeURIComponent(id)}`, target: "_blank", rel: "noopener noreferrer",
  }, title));
  return item;
}

async function ranker() {
  try {
    const response = await fetch("/questions/index.json", { credentials: "omit", referrerPolicy: "no-referrer" });
    return ranking((await response.json()).questions);
  } catch {
    // Help that cannot be had is left out; asking goes on.
    return undefined;
  }
}
