// Draws this week's tokens at a member's first page of the week, whether they mean to ask or not: everybody draws, so
// that drawing says nothing. Whatever fails is left for the next page, in silence.

import { fromBase64URL, joined, toBase64URL, utf8 } from "./bytes.js";
import { blind, prepare } from "./blind.js";
import { chance } from "./chance.js";
import * as purse from "./purse.js";
import { tokenKey } from "./token-key.js";

const aWeek = 3;

async function draw() {
  // Without a cookie, so that there is no member to whom another key could be given.
  const published = await json(await fetch("/ask/key", { credentials: "omit" }));
  const week = `${published.week} ${published.fingerprint}`;
  if (purse.drawnFor() === week) return;
  const key = await tokenKey(published);
  if (key.fingerprint !== published.fingerprint) throw new Error("the key is not the one it is said to be");

  const drawn = await signed(key, published.epoch);
  purse.add(drawn, { epoch: published.epoch, fingerprint: key.fingerprint }, week);
}

async function signed(key, epoch) {
  if (!Number.isSafeInteger(epoch)) throw new TypeError("an epoch is a number");
  const messages = Array.from({ length: aWeek }, () => prepare(joined(utf8(`ask|${epoch}|`), chance.bytes(32))));
  const blinded = await blind(key, messages);
  const response = await fetch("/account/tokens", {
    method: "POST",
    credentials: "same-origin",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify({ epoch, blinded: blinded.map((each) => toBase64URL(each.blinded)) }),
  });
  // Other devices have drawn all that this week gives, or this member is suspended from asking: nothing to try again
  // at the next page.
  if (response.status === 429 || response.status === 403) return [];
  // When another device has drawn some, the server grants fewer than it was asked for.
  const { signatures } = await json(response);
  return Promise.all(signatures.slice(0, aWeek).map(async (signature, index) => ({
    epoch,
    key: key.fingerprint,
    message: toBase64URL(messages[index]),
    signature: toBase64URL(await blinded[index].finish(fromBase64URL(signature))),
  })));
}

function json(response) {
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return response.json();
}

// One page at a time: two that open together would draw twice. Locks, like the cryptography, are there on secure
// origins alone; elsewhere the server's own way without scripts remains.
navigator.locks?.request("riffle.tokens", { ifAvailable: true }, (lock) => lock && draw()).catch(() => {});
