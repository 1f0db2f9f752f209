// RSABSSA-SHA384-PSS-Randomized (RFC 9474): the server signs a message without seeing it, and cannot tell later which
// of all the messages it signed this one is.

import { joined, toBytes, toNumber } from "./bytes.js";
import { chance } from "./chance.js";
import { inverses, power } from "./modular.js";
import { encode, saltLength } from "./pss.js";

const prefixLength = 32;

export const prepare = (message, random = chance) => joined(random.bytes(prefixLength), message);

// Blinds prepared messages. Each gives `blinded`, which the server may see, and `finish`, which makes a signature of
// the server's answer, or throws where that does not hold.
export async function blind(key, messages, random = chance) {
  const { modulus, exponent, length } = key;
  const encoded = await Promise.all(messages.map((each) => encode(each, key.bits - 1, random.bytes(saltLength))));
  const numbers = encoded.map(toNumber);
  const factors = messages.map(() => random.below(modulus));
  // Of message times factor, not of the factor alone: it shows at once that both are coprime to the modulus, as the
  // RFC wants, and the steps of the search depend on a number that is random whatever the message is.
  const found = inverses(numbers.map((number, index) => (number * factors[index]) % modulus), modulus);
  return messages.map((message, index) => {
    const hidden = (numbers[index] * power(factors[index], exponent, modulus)) % modulus;
    const unblinding = (found[index] * numbers[index]) % modulus;
    return {
      blinded: toBytes(hidden, length),
      finish: (signed) => finish(key, message, signed, unblinding),
    };
  });
}

async function finish(key, message, signed, unblinding) {
  const number = toNumber(signed);
  if (signed.length !== key.length || number >= key.modulus) throw new RangeError("not a signature");
  const signature = toBytes((number * unblinding) % key.modulus, key.length);
  if (!await verify(key, message, signature)) throw new Error("the signature does not hold");
  return signature;
}

export const verify = (key, message, signature) =>
  crypto.subtle.verify({ name: "RSA-PSS", saltLength }, key.verifier, signature, message);
