// What somebody typed and the server does not have, kept in this browser under their id: on a shared computer nobody is
// shown another's. Each window has a copy of its own, so that two never write over one another.

const store = "copies";

const opened = () => new Promise((resolve, reject) => {
  const asked = indexedDB.open("riffle-writing", 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore(store, { keyPath: ["member", "subject", "window"] });
  asked.onsuccess = () => resolve(asked.result);
  asked.onerror = () => reject(asked.error);
});

// Strict: it is there once it is said to be, even where the browser is killed or the power fails.
async function within(mode, act) {
  const database = await opened();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(store, mode, { durability: "strict" });
      const asked = act(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(asked.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

const all = (...key) => IDBKeyRange.bound(key, [...key, []]);

// A copy: member, subject, window, version, draft (as the hidden fields say), isNew, model, at, fields: [[name, words]].
export const keep = (copy) => within("readwrite", (copies) => copies.put(copy));
export const drop = ({ member, subject, window }) =>
  within("readwrite", (copies) => copies.delete([member, subject, window]));
export const copiesOf = (member) => within("readonly", (copies) => copies.getAll(all(member)));
export const forget = (member) => within("readwrite", (copies) => copies.delete(all(member)));

// A name for this window, held as long as it lives: what a living window keeps is not offered to another.
export function nameOfWindow() {
  const name = [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  navigator.locks?.request(lock(name), () => new Promise(() => {}));
  return name;
}

// Waits a little: a page that is being left lets go of its name only after the next one begins.
export async function isGone(window) {
  if (!navigator.locks) return true;
  try {
    return await navigator.locks.request(lock(window), { signal: AbortSignal.timeout(1000) }, () => true);
  } catch {
    return false;
  }
}

const lock = (window) => `riffle-window-${window}`;
