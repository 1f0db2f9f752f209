// Shortcuts for the desk. Single letters, so they act only while no box has the focus, and can be turned off for good
// (WCAG 2.1.4). They move the focus and follow links; no letter decides anything.

const dialog = document.getElementById("keys");
const opener = document.getElementById("keys-open");
const box = document.getElementById("keys-on");
const kept = "riffle.keys";

const links = () => [...document.querySelectorAll(".waiting h3 a, .queue li a")]
  .filter((each) => each.checkVisibility());
const line = () => document.activeElement?.closest(".waiting");

// Where a letter leads on the page of one question, or under the queue; only what is on this page does anything.
const places = { s: "#act input", h: "#words", a: "#expert input", c: "#changes", d: "#because, #reason" };

const acts = {
  j: () => move(1),
  k: () => move(-1),
  o: () => (line()?.querySelector("h3 a") ?? document.activeElement.closest(".queue a"))?.click(),
  x: () => line()?.querySelector(".pick input").click(),
  u: () => { if (location.pathname !== "/desk") location.assign("/desk"); },
  "?": () => dialog.showModal(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (dialog.open) return;
  // The way out of a box, without which the letters would be lost to whoever has no mouse.
  if (event.key === "Escape" && isTyping(event.target)) event.target.blur();
  if (isTyping(event.target)) return;
  // The help is there even when the shortcuts are off, for whoever wants them back.
  if (!box.checked && event.key !== "?") return;
  const act = acts[event.key] ?? goTo(places[event.key]);
  if (!act) return;
  event.preventDefault();
  act();
});

function isTyping(target) {
  return target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox], [type=radio])");
}

function goTo(selector) {
  const place = selector && document.querySelector(selector);
  return place && (() => place.focus());
}

// From the line with the focus; else from the open question; else to the first.
function move(by) {
  const all = links();
  const here = line()?.querySelector("h3 a") ?? document.activeElement.closest(".queue a")
    ?? document.querySelector(".queue a[aria-current]");
  const at = all.indexOf(here);
  all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)]?.focus();
}

if (dialog) {
  box.checked = localStorage.getItem(kept) !== "off";
  box.addEventListener("change", () => localStorage.setItem(kept, box.checked ? "on" : "off"));
  opener.hidden = false;
  opener.addEventListener("click", () => dialog.showModal());
}
