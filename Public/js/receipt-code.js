// Makes a receipt: 16 random bytes in Crockford's base 32, and a checksum that shows a mistyped letter. It is made in
// the browser before anything is sent, so that a lost reply loses no receipt.

import { toNumber } from "./bytes.js";
import { chance } from "./chance.js";

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

export function receiptCode(random = chance) {
  const secret = toNumber(random.bytes(16));
  // 128 bits fill 25 letters and three bits of one more. The checksum is the remainder by 1,021: a prime above 31, so
  // that one wrong letter, or two neighbours that changed places, always leave another remainder.
  return letters(secret << 2n, 26) + letters(secret % 1021n, 2);
}

function letters(number, length) {
  let text = "";
  for (let rest = number; text.length < length; rest >>= 5n) text = alphabet[Number(rest & 31n)] + text;
  return text;
}

// As it is shown and written down: seven groups of four.
export const groups = (code) => code.toUpperCase().match(/.{4}/g);
