// One attempt to ask: its token, its receipt, and whether it was sent. It outlives a reload, because a question whose
// reply was lost may have arrived, and only the same token with the same receipt can be sent again without harm.

import * as purse from "./purse.js";
import { receiptCode } from "./receipt-code.js";

const place = "riffle.attempt";

// Nothing where a token is needed and none is left.
export function current({ epoch, needsToken }) {
  const kept = read();
  // Another page may have spent the token since.
  if (kept && (kept.isSent || !needsToken || (kept.token && purse.holds(kept.token)))) return kept;
  const token = needsToken ? purse.choose(epoch) : undefined;
  return token || !needsToken ? { token, receipt: receiptCode(), isSent: false } : undefined;
}

export const keep = (attempt) => sessionStorage.setItem(place, JSON.stringify(attempt));

export const forget = () => sessionStorage.removeItem(place);

// Throws where a browser keeps nothing: then the form is left to the server's way, before anything was typed.
const read = () => JSON.parse(sessionStorage.getItem(place));
