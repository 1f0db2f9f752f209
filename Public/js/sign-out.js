// Forgets, as somebody signs out, what they typed and this browser kept: the next person may sit at the same computer.

import { forget } from "./kept.js";

const form = document.getElementById("sign-out");

form?.addEventListener("submit", async (event) => {
  // A page on which somebody writes sends it first, and leaves by itself.
  if (event.defaultPrevented) return;
  event.preventDefault();
  await forget(form.dataset.member).catch(() => {});
  form.submit();
});
