// What is sent when somebody asks: always the same number of bytes, without cookie or referrer, so that neither the
// network nor the server learns more than the words.

export class TooLong extends Error {
  constructor(excess, share) {
    super("the question does not fit");
    // Typed characters, of which each takes one to nine bytes on the way.
    this.characters = Math.ceil(excess / share / 100) * 100;
  }
}

// A form's body of exactly `size` bytes. Form encoding is plain ASCII, so its length is its bytes.
export function seal(fields, size) {
  const body = `${new URLSearchParams(fields)}&padding=`;
  const room = size - body.length;
  if (room < 0) throw new TooLong(-room, encodedLength(fields.text) / fields.text.length);
  return body + "0".repeat(room);
}

const encodedLength = (text) => `${new URLSearchParams({ text })}`.length;

// { accepted: true }, or { status, errors }, or nothing where it is not known whether the question arrived.
export async function post(body) {
  try {
    const response = await fetch("/ask", {
      method: "POST",
      mode: "same-origin",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-store",
      redirect: "error",
      headers: {
        "Content-Type": "application/x-www-form-urlencoded",
        Accept: "application/json",
        // The same for everybody: a rare list of languages is as good as a name.
        "Accept-Language": "en",
      },
      body,
      signal: AbortSignal.timeout(45_000),
    });
    const answer = await response.json();
    if (response.ok && answer.accepted === true) return { accepted: true };
    return answer.errors?.length > 0 ? { status: response.status, errors: answer.errors } : undefined;
  } catch {
    return undefined;
  }
}
