// Keeps a reflection while it is typed: first in this browser, then as a draft at the server. Without it the button saves.

import { copiesOf, drop, forget, isGone, keep, nameOfWindow } from "./kept.js";
import { offer } from "./kept-beside.js";

const form = document.getElementById("writing");
const { member, subject } = form.dataset;
const [copyAfter, sendAfter, tryAgainAfter, patience] = [250, 2500, 5000, 8000];
const boxes = [...form.querySelectorAll("input:not([type=hidden]), textarea")];
const hidden = (name) => form.elements[name]?.value ?? "";
const fields = () => boxes.map((box) => [box.name, box.value]);
const words = () => JSON.stringify(fields());

const mine = nameOfWindow();
// What the server has, or what needs not be sent to it.
let sent = words();
const timers = {};
let sending;
let isLeaving = false;
// One after the other, so that what was dropped does not come back.
let storing = Promise.resolve();

async function begin() {
  // A reload comes back to the same reflection.
  if ("new" in form.dataset) {
    const model = form.elements.model ? `&model=${encodeURIComponent(hidden("model"))}` : "";
    history.replaceState(history.state, "", `/space/reflections/new?key=${subject}${model}`);
  }
  form.addEventListener("input", changed);
  form.addEventListener("submit", (event) => leaveBy(event, form));
  const signOut = document.getElementById("sign-out");
  signOut?.addEventListener("submit", (event) => signOutBy(event, signOut), { capture: true });
  addEventListener("pagehide", copy);
  // What was typed before this script was there.
  await bringBack().catch(() => {});
  if (words() !== sent) changed();
}

// Each at most once in its time, however long somebody types without a pause.
function changed() {
  soon("copy", copyAfter, copy);
  soon("send", sendAfter, send);
}

function soon(name, milliseconds, act) {
  timers[name] ??= setTimeout(() => {
    delete timers[name];
    act();
  }, milliseconds);
}

// A browser that keeps nothing leaves the draft at the server.
const stored = (act) => (storing = storing.then(act).catch(() => {}));

const copy = () => stored(() => words() !== sent && keep({
  member, subject, window: mine, version: hidden("version"), draft: hidden("draft"), model: hidden("model"),
  isNew: "new" in form.dataset, at: Date.now(), fields: fields(),
}));

const forgetCopy = () => stored(() => words() === sent && drop({ member, subject, window: mine }));

const send = () => (sending ??= deliver().finally(() => { sending = undefined; }));

async function deliver() {
  const now = words();
  if (now === sent) return;
  try {
    const response = await fetch(form.dataset.draft, {
      method: "POST", headers: { Accept: "application/json" }, body: new URLSearchParams(new FormData(form)),
      signal: AbortSignal.timeout(patience),
    });
    if (response.ok) {
      const { draft, message } = await response.json();
      form.elements.draft.value = draft;
      sent = now;
      await forgetCopy();
      if (words() !== sent) changed();
      return tell(message);
    }
    if (response.headers.get("Content-Type")?.includes("json")) return tell((await response.json()).message);
    tell("Not sent: your session may have ended. What you typed is kept in this browser; sign in in another tab.");
  } catch {
    tell("Not sent: the site cannot be reached. What you typed is kept in this browser.");
  }
  soon("send", tryAgainAfter, send);
}

// Sends what is left before the page goes: then the server has it, whatever becomes of what follows.
async function leaveBy(event, leaving) {
  event.preventDefault();
  if (isLeaving) return;
  isLeaving = true;
  await sending;
  await copy();
  await send();
  leaving.submit();
}

// What this browser keeps is forgotten, so what the server could not take would be lost: that is said once.
async function signOutBy(event, signOut) {
  event.preventDefault();
  await sending;
  await send();
  if (words() !== sent && !signOut.dataset.warned) {
    signOut.dataset.warned = "";
    return tell("Not sent yet, and signing out would lose it. Save it first, or press Sign out once more.");
  }
  await forget(member).catch(() => {});
  signOut.submit();
}

function tell(sentence) {
  const said = document.getElementById("saved");
  if (said.textContent !== sentence) said.textContent = sentence;
}

// What was typed here and never reached the server. It goes back into the boxes where nothing else came into them since;
// otherwise it stands beside them.
async function bringBack() {
  const left = (await copiesOf(member)).sort((a, b) => b.at - a.at);
  const isOf = await Promise.all(left.map((each) => isGone(each.window)));
  let isTaken = words() !== sent;
  for (const each of left.filter((_, place) => isOf[place])) {
    if (each.subject !== subject) {
      if (each.isNew && "new" in form.dataset) offer(form, each);
    } else if (JSON.stringify(each.fields) === words()) {
      await drop(each);
    } else if (!isTaken && continues(each)) {
      isTaken = true;
      put(each);
      await copy();
      await drop(each);
      tell("What you typed here before is back. It had not been sent.");
    } else {
      beside(each);
    }
  }
}

// Whether nothing is lost by putting it into the boxes: it was typed over what stands there, or only adds to it.
function continues({ version, draft, fields: typed }) {
  const before = new Map(fields());
  return (version === hidden("version") && draft === hidden("draft"))
    || typed.every(([name, text]) => text.startsWith(before.get(name) ?? ""));
}

// What is put into the boxes changes places with what stands there.
function beside(each) {
  const exchange = async () => {
    const other = { ...each, fields: fields() };
    put(each);
    await copy();
    await stored(() => keep(other));
    beside(other);
  };
  offer(form, each, exchange, () => stored(() => drop(each)));
}

function put({ fields: typed }) {
  for (const [name, text] of typed) if (form.elements[name]) form.elements[name].value = text;
  changed();
}

begin();
