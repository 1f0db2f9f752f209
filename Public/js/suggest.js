// Suggests what could be looked for while somebody types: a combobox with a list
// (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). What was typed goes to this site alone.

import { element } from "./element.js";

const pause = 150;
const names = { title: "Opportunities", cause: "Areas", place: "Places", organisation: "Organisations" };
const box = document.querySelector(".finder input[name=q]");

if (box) suggest(box);

function suggest(box) {
  const list = element("div", {
    id: "suggestions", class: "suggestions", role: "listbox", "aria-label": "Suggestions", hidden: "",
  });
  const status = element("p", { class: "suggestions-status", role: "status" });
  box.after(list, status);
  // A search box may not be a combobox, a text box may.
  box.type = "text";
  box.setAttribute("enterkeyhint", "search");
  box.setAttribute("autocomplete", "off");
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", list.id);
  box.setAttribute("aria-expanded", "false");

  let timer;
  let asking = new AbortController();
  let options = [];
  let active = -1;

  const stop = () => {
    clearTimeout(timer);
    asking.abort();
  };
  const close = (words = "") => {
    stop();
    list.hidden = true;
    box.setAttribute("aria-expanded", "false");
    move(-1);
    status.textContent = words;
  };
  const ask = async () => {
    stop();
    if (!box.value.trim()) return close();
    asking = new AbortController();
    const { signal } = asking;
    try {
      const response = await fetch(`/opportunities/suggest?q=${encodeURIComponent(box.value)}`, { signal });
      const suggestions = response.ok ? (await response.json()).suggestions : [];
      if (!signal.aborted && document.activeElement === box) show(suggestions);
    } catch {
      // Outrun, or out of reach: searching goes on without.
    }
  };
  const show = (suggestions) => {
    if (suggestions.length === 0) return close("No suggestions.");
    options = [];
    const groups = Object.keys(names)
      .map((kind) => group(kind, suggestions.filter((each) => each.kind === kind), options));
    list.replaceChildren(...groups.filter((each) => each));
    active = -1;
    box.removeAttribute("aria-activedescendant");
    list.hidden = false;
    box.setAttribute("aria-expanded", "true");
    status.textContent = options.length === 1 ? "One suggestion." : `${options.length} suggestions.`;
  };
  const move = (to) => {
    options[active]?.shown.setAttribute("aria-selected", "false");
    active = to;
    const { shown } = options[active] ?? {};
    if (!shown) return box.removeAttribute("aria-activedescendant");
    shown.setAttribute("aria-selected", "true");
    shown.scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-activedescendant", shown.id);
  };
  // Past either end stands the box itself, with what was typed.
  const step = (by) => move((active + 1 + by + options.length + 1) % (options.length + 1) - 1);
  const choose = ({ suggestion }) => close(take(suggestion, box));

  box.addEventListener("input", () => {
    stop();
    timer = setTimeout(ask, pause);
  });
  box.addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const isOpen = !list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (isOpen) step(event.key === "ArrowDown" ? 1 : -1);
      else ask();
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      close();
    } else if (event.key === "Enter" && isOpen && options[active]) {
      event.preventDefault();
      choose(options[active]);
    } else if (event.key === "Enter") {
      close();
    }
  });
  box.addEventListener("blur", () => close());
  // The box keeps the focus, so that the list is not closed before the click arrives.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = options.find(({ shown }) => shown.contains(event.target));
    if (option) choose(option);
  });
}

// The suggestions of a kind beneath its name; what they are is added to the options.
function group(kind, suggestions, options) {
  if (suggestions.length === 0) return undefined;
  const id = `suggested-${kind}`;
  const made = element("div", { role: "group", "aria-labelledby": id });
  made.append(element("div", { id, role: "presentation", class: "suggestions-kind" }, names[kind]));
  for (const suggestion of suggestions) {
    const shown = element("div", { id: `suggestion-${options.length}`, role: "option", "aria-selected": "false" });
    // Of one there is nothing to count.
    const count = suggestion.opportunities > 1 ? suggestion.opportunities : "";
    shown.append(element("span", {}, suggestion.text), element("span", { "aria-hidden": "true" }, count));
    made.append(shown);
    options.push({ suggestion, shown });
  }
  return made;
}

// Puts a suggestion where it belongs: a place and a cause into boxes of their own. Returns what to say of it to those
// who do not see it.
function take({ kind, text, value }, box) {
  const near = box.form.elements.near;
  const cause = box.form.elements.cause;
  if (kind === "place" && near) {
    near.value = value;
    box.value = "";
    return `${text} is the place now.`;
  }
  if (kind === "cause" && [...(cause?.options ?? [])].some((option) => option.value === value)) {
    cause.value = value;
    box.value = "";
    return `${text} is the area now.`;
  }
  box.value = text;
  return "";
}
