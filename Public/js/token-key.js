// The key that signs tokens, as anybody may have it. Its fingerprint is worked out here and not believed, because
// members compare it to be sure that they were all given the same key.

import { fromBase64URL, toBase64URL, toBytes, toHex, toNumber } from "./bytes.js";

const fewestBits = 3072;

// From base64url of modulus and exponent. Throws where they make no key that could be meant.
export async function tokenKey({ n, e }) {
  const modulus = toNumber(fromBase64URL(n));
  const exponent = toNumber(fromBase64URL(e));
  const bits = modulus.toString(2).length;
  if (bits < fewestBits || exponent !== 65537n) throw new RangeError("not a key for tokens");
  const length = Math.ceil(bits / 8);
  const verifier = await crypto.subtle.importKey(
    "jwk", { kty: "RSA", n: toBase64URL(toBytes(modulus, length)), e: "AQAB" },
    { name: "RSA-PSS", hash: "SHA-384" }, true, ["verify"]);
  return { modulus, exponent, bits, length, verifier, fingerprint: await fingerprint(verifier) };
}

// The first 16 bytes of the SHA-256 of the key in DER (SubjectPublicKeyInfo), in groups of four.
async function fingerprint(verifier) {
  const der = await crypto.subtle.exportKey("spki", verifier);
  const digits = toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", der)).subarray(0, 16));
  return digits.match(/.{4}/g).join(" ");
}
