// Shows, above a form, another text that this browser keeps and the server does not have: in full, with what can be done
// with it.

import { element } from "./element.js";

let count = 0;

// Without `put` it belongs to another reflection that has not begun: a link leads there.
export function offer(form, copy, put, drop) {
  const id = `kept-${(count += 1)}`;
  const part = element("section", { class: "notice warn", "aria-labelledby": id });
  part.append(element("h2", { id }, "Another text is kept in this browser"));
  if (!put) {
    const model = copy.model ? `&model=${encodeURIComponent(copy.model)}` : "";
    const title = copy.fields.find(([name]) => name === "title")?.[1] || "Without a title";
    const line = element("p");
    line.append(element("a", { href: `/space/reflections/new?key=${copy.subject}${model}` }, `Go on writing: ${title}`));
    part.append(line);
  } else {
    for (const [name, text] of copy.fields.filter((field) => field[1] !== "")) part.append(...stage(form, name, text));
    const acts = element("div", { class: "actions" });
    acts.append(button("Put it into the boxes", () => { put(); part.remove(); }),
      button("Throw it away", () => { drop(); part.remove(); }));
    part.append(acts);
  }
  form.before(part);
}

function stage(form, name, text) {
  const label = form.querySelector(`label[for="${CSS.escape(name)}"]`)?.textContent ?? name;
  return [element("h3", {}, label), element("p", { class: "pre" }, text)];
}

function button(words, act) {
  const made = element("button", { class: "button quiet small", type: "button" }, words);
  made.addEventListener("click", act);
  return made;
}
