// The slip with the receipt: copy, print, and a step that makes sure it was saved before it leaves the page, since
// without it nobody finds the way back. Without this script the code stands on the page to be written down, and the
// buttons, which would do nothing, stay hidden.

import { groups } from "./receipt-code.js";

export function openSlip(main, code) {
  const slip = main.querySelector(".receipt");
  if (code) slip.querySelector(".code").replaceChildren(...groups(code).flatMap((group) => [written(group), " "]));
  const shown = Array.from(slip.querySelectorAll(".code span"), (group) => group.textContent.trim());
  offerCopyAndPrint(slip, shown.join("-"));
  const form = main.querySelector("form[data-confirm]");
  if (form) askForLastGroup(main, form, shown.at(-1));
}

function written(group) {
  const span = document.createElement("span");
  span.textContent = group;
  return span;
}

function offerCopyAndPrint(slip, code) {
  const copy = slip.querySelector("[data-copy]");
  slip.querySelector(".acts").hidden = false;
  // Clipboards exist on secure origins alone; on plain HTTP one press on the code selects it instead.
  copy.hidden = !navigator.clipboard;
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(code);
      copy.textContent = "Copied";
    } catch {
      copy.textContent = "Copying failed: please write it down";
    }
  });
  slip.querySelector("[data-print]").addEventListener("click", () => window.print());
}

function askForLastGroup(main, form, last) {
  const box = form.querySelector("input");
  const error = form.querySelector(".error");
  const leaving = (event) => event.preventDefault();
  form.hidden = false;
  addEventListener("beforeunload", leaving);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (folded(box.value) === folded(last)) {
      removeEventListener("beforeunload", leaving);
      clear(main);
    } else {
      error.hidden = false;
      box.setAttribute("aria-invalid", "true");
      // Not before: what describes a box is read aloud even while it is hidden.
      box.setAttribute("aria-describedby", error.id);
      box.closest(".field").classList.add("invalid");
      box.focus();
    }
  });
}

// What the server forgives at the receipt page is forgiven here too.
const folded = (typed) => typed.toUpperCase().replace(/[\s–—-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");

// From here the page neither holds the receipt nor says what was asked.
function clear(main) {
  main.querySelectorAll("[data-until-saved]").forEach((part) => part.remove());
  main.querySelectorAll("[data-once-saved]").forEach((part) => { part.hidden = false; });
  main.focus();
}

// The page on which the server shows a receipt itself.
if (document.querySelector("main > .receipt")) openSlip(document.querySelector("main"));
