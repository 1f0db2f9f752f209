// Sends the ask form with a token that this browser made, so that nobody, not even the server, can link the question
// to a member. Where it has none the form stays as it is, and the page says so.

import * as attempts from "./attempt.js";
import { fromBase64URL, joined, toBase64URL } from "./bytes.js";
import { TooLong, post, seal } from "./envelope.js";
import * as errors from "./form-errors.js";
import * as purse from "./purse.js";
import { openSlip } from "./receipt.js";

const form = document.getElementById("ask");
// The page shown once the question has arrived: it comes with this one, so that nobody sees it fetched, as text in an
// element that even text browsers do not show.
const arrived = document.getElementById("arrived");

// What the page may ask of this script: data-size in bytes, data-epoch, and data-anyone where no token is needed.
const rules = { epoch: Number(form?.dataset.epoch ?? 0), needsToken: !form?.hasAttribute("data-anyone") };

if (form && arrived && attempts.current(rules)) takeOver();

function takeOver() {
  for (const notice of document.querySelectorAll("[data-mode]")) notice.hidden = notice.dataset.mode !== "browser";
  const token = attempts.current(rules).token;
  for (const place of document.querySelectorAll("[data-key]")) place.textContent = token?.key ?? "";
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = form.querySelector("button[type=submit]");
    if (button.disabled) return;
    button.disabled = true;
    errors.clear(form);
    try {
      await send();
    } finally {
      button.disabled = false;
    }
  });
}

async function send() {
  const attempt = attempts.current(rules);
  // The last token was spent from another page: from here on it is the server's form.
  if (!attempt) return form.submit();
  const body = sealed(attempt);
  if (!body) return;
  attempts.keep({ ...attempt, isSent: true });
  const reply = await post(body);
  if (!reply) return showLost();
  if (reply.accepted) return arrive(attempt);
  // Taken before, in other words, with the reply lost: so there is a question, and this is its receipt.
  if (reply.status === 409 && attempt.isSent) return arrive(attempt, { inEarlierWords: true });
  attempts.keep(attempt);
  if (reply.errors.some(({ field }) => field === "token")) {
    if (attempt.token) purse.drop(attempt.token);
    attempts.forget();
    // Spent or expired: the next one is as good, and the asker has done nothing wrong.
    if (attempts.current(rules)) return send();
  }
  if (reply.status === 409) attempts.forget();
  errors.show(form, reply.errors);
}

function sealed({ token, receipt }) {
  const typed = new FormData(form);
  const fields = { topic: typed.get("topic"), text: typed.get("text"), terms: typed.get("terms") ?? "", receipt };
  if (token) fields.token = toBase64URL(joined(fromBase64URL(token.message), fromBase64URL(token.signature)));
  try {
    return seal(fields, Number(form.dataset.size));
  } catch (error) {
    if (!(error instanceof TooLong)) throw error;
    const sentence = `Your question is too long to send. Shorten it by about ${error.characters} characters.`;
    errors.show(form, [{ field: "text", sentence }]);
  }
}

function showLost() {
  errors.show(form, [{
    field: "text",
    sentence: "No reply came, so your question may or may not have arrived. Send it again: it is taken only once.",
  }]);
}

function arrive({ token, receipt }, { inEarlierWords = false } = {}) {
  const main = document.querySelector("main");
  main.replaceChildren(...new DOMParser().parseFromString(arrived.textContent, "text/html").body.children);
  for (const part of main.querySelectorAll("[data-earlier-words]")) part.hidden = !inEarlierWords;
  document.title = `${main.querySelector("h1").textContent} – Riffle`;
  openSlip(main, receipt);
  scrollTo(0, 0);
  main.focus();
  attempts.forget();
  if (token) purse.drop(token);
}
