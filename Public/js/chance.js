// The browser's source of chance. A value of its own, so that published test vectors can stand in for it.

import { toNumber } from "./bytes.js";

export const chance = {
  bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),

  // From 1 to limit - 1, each equally likely: what lies above is thrown again, at most every second time.
  below(limit) {
    const bits = limit.toString(2).length;
    const spare = BigInt(-bits & 7);
    for (;;) {
      const number = toNumber(this.bytes((bits + 7) >> 3)) >> spare;
      if (number > 0n && number < limit) return number;
    }
  },
};
