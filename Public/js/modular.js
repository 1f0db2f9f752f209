// Arithmetic by a modulus on BigInt. The exponents here are public, and the values are hidden by a random factor
// before they come here, so the time that the work takes says nothing worth hiding.

export function power(base, exponent, modulus) {
  let result = 1n;
  for (let square = base % modulus; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

// Throws where there is none: the two numbers share a factor.
export function inverse(value, modulus) {
  let [high, low] = [modulus, value % modulus];
  let [before, factor] = [0n, 1n];
  while (low > 0n) {
    const quotient = high / low;
    [high, low] = [low, high - quotient * low];
    [before, factor] = [factor, before - quotient * factor];
  }
  if (high !== 1n) throw new RangeError("no inverse");
  return before < 0n ? before + modulus : before;
}

// All at the price of one, which matters: an inverse of 3,072 bits takes milliseconds, a product microseconds.
export function inverses(values, modulus) {
  const products = [1n];
  for (const value of values) products.push((products.at(-1) * value) % modulus);
  let rest = inverse(products.at(-1), modulus);
  const found = [];
  for (let index = values.length - 1; index >= 0; index -= 1) {
    found[index] = (rest * products[index]) % modulus;
    rest = (rest * values[index]) % modulus;
  }
  return found;
}
