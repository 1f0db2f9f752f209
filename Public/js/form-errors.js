// Shows what is wrong with a form as the server's own page would: a list at the top that leads to the fields, and the
// sentence at each field. Nothing that was typed is touched.

import { element } from "./element.js";

export function show(form, errors) {
  clear(form);
  form.before(list(form, errors));
  errors.forEach(({ field, sentence }) => mark(boxOf(form, field), field, sentence));
  document.title = `Error: ${document.title}`;
  form.previousElementSibling.focus();
}

export function clear(form) {
  document.querySelector(".errors")?.remove();
  form.querySelectorAll(".error").forEach((sentence) => sentence.remove());
  form.querySelectorAll(".invalid").forEach((part) => part.classList.remove("invalid"));
  form.querySelectorAll("[aria-invalid]").forEach((box) => {
    box.removeAttribute("aria-invalid");
    describe(box, (ids) => ids.filter((id) => !id.endsWith("-error")));
  });
  document.title = document.title.replace(/^Error: /, "");
}

function list(form, errors) {
  const whole = element("div", { class: "errors", role: "alert", "aria-labelledby": "errors-title", tabindex: "-1" });
  const summary = errors.length === 1 ? "One thing needs" : `${errors.length} things need`;
  const items = element("ul");
  for (const { field, sentence } of errors) {
    const isThere = boxOf(form, field) !== null;
    const item = element("li", {}, isThere ? "" : sentence);
    if (isThere) item.append(element("a", { href: `#${field}` }, sentence));
    items.append(item);
  }
  whole.append(element("h2", { id: "errors-title" }, `${summary} your attention`), items);
  return whole;
}

// Nothing for what nobody can see or change, such as the token.
const boxOf = (form, field) => form.querySelector(`#${CSS.escape(field)}:not([type=hidden])`);

function mark(box, field, sentence) {
  if (!box) return;
  const part = box.closest(".field, .choices");
  const error = element("p", { class: "error", id: `${field}-error` }, sentence);
  part.classList.add("invalid");
  // Before the box, so that it is read first: a text field stands in its part, a tick box in its label.
  (box.closest(".choice") ?? box).before(error);
  box.setAttribute("aria-invalid", "true");
  describe(box, (ids) => [...ids, error.id]);
}

function describe(box, change) {
  const ids = change((box.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean));
  if (ids.length > 0) box.setAttribute("aria-describedby", ids.join(" "));
  else box.removeAttribute("aria-describedby");
}
