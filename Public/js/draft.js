// Saves what an expert types, some seconds after each pause. Without it the button does the same.

import { afterTyping } from "./typing.js";

const pause = 3000;
const form = document.getElementById("writing");
const said = document.getElementById("saved");
let kept = words();
let isSaving = false;

if (form) afterTyping(form, pause, save);

// All that is typed and chosen, without what only the server reads.
function words() {
  const fields = form ? [...new FormData(form)].filter(([name]) => name !== "draft" && name !== "version") : [];
  return new URLSearchParams(fields).toString();
}

async function save() {
  const now = words();
  if (isSaving || now === kept) return;
  isSaving = true;
  try {
    const response = await fetch(form.dataset.draft, {
      method: "POST", headers: { Accept: "application/json" }, body: new URLSearchParams(new FormData(form)),
    });
    if (response.ok) {
      form.elements.draft.value = (await response.json()).draft;
      kept = now;
      tell("Draft saved.");
    } else if (response.status === 409) {
      tell((await response.json()).message);
    } else {
      tell("Not saved: your session may have ended. Sign in in another tab; what you typed is still here.");
    }
  } catch {
    tell("Not saved: the site cannot be reached. What you typed is still here.");
  } finally {
    isSaving = false;
  }
  // What was typed while it was on its way.
  if (kept === now && words() !== kept) setTimeout(save, pause);
}

function tell(sentence) {
  if (said.textContent !== sentence) said.textContent = sentence;
}
