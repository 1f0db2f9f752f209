// The tokens this browser holds. They stay in it: nothing that a page sends depends on how many are left, or the
// server could tell from a member's next visit that one was spent.

const shelf = "riffle.tokens";
const mark = "riffle.week";

// Each token is { epoch, key, message, signature }: the key's fingerprint, and two times base64url.
export function tokens() {
  try {
    const kept = JSON.parse(localStorage.getItem(shelf) ?? "[]");
    return Array.isArray(kept) ? kept.filter((each) => Number.isInteger(each?.epoch)) : [];
  } catch {
    return [];
  }
}

const keep = (kept) => localStorage.setItem(shelf, JSON.stringify(kept));

// The week for which tokens were drawn last, and with which key.
export const drawnFor = () => localStorage.getItem(mark);

// Adds what was drawn, and forgets what nobody would take any more: a token holds until the end of the next epoch,
// and a key that gave way to another within its epoch signed for nothing.
export function add(drawn, { epoch, fingerprint }, week) {
  const good = tokens().filter((each) => each.epoch === epoch ? each.key === fingerprint : each.epoch === epoch - 1);
  keep([...good, ...drawn]);
  localStorage.setItem(mark, week);
}

export const drop = (token) => keep(tokens().filter((each) => each.message !== token.message));

export const holds = (token) => tokens().some((each) => each.message === token.message);

// The oldest that still holds: at the beginning of an epoch few members have tokens of the new one, so an older token
// hides its owner among more. Without an epoch to go by, every token may hold.
export function choose(epoch = 0) {
  return tokens().filter((each) => each.epoch >= epoch - 1).sort((one, other) => one.epoch - other.epoch)[0];
}
