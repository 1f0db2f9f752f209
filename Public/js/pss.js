// EMSA-PSS (RFC 8017, section 9.1.1) with SHA-384, MGF1-SHA-384 and a salt of 48 bytes: the form in which a message
// is signed. WebCrypto checks such signatures, but only signs with a private key, so the encoding is written here.

import { joined } from "./bytes.js";

export const saltLength = 48;
const hashLength = 48;

// `bits` is the most the encoded message may have: one fewer than the modulus.
export async function encode(message, bits, salt) {
  const length = Math.ceil(bits / 8);
  const digest = await hash(joined(new Uint8Array(8), await hash(message), salt));
  const zeros = new Uint8Array(length - salt.length - hashLength - 2);
  const block = joined(zeros, [1], salt);
  const mask = await stretched(digest, block.length);
  block.forEach((byte, index) => { block[index] = byte ^ mask[index]; });
  block[0] &= 0xff >> (8 * length - bits);
  return joined(block, digest, [0xbc]);
}

// MGF1: as many hashes of seed and counter as are needed.
async function stretched(seed, length) {
  const counters = Array.from({ length: Math.ceil(length / hashLength) }, (_, count) => [0, 0, 0, count]);
  return joined(...await Promise.all(counters.map((counter) => hash(joined(seed, counter))))).subarray(0, length);
}

const hash = async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-384", bytes));
