// Values that no other scenario, worker or run has: so that what one makes does not collide with another's.

/** That many random bytes. */
export type RandomBytes = (size: number) => Uint8Array;

const makers = {
  id: (random: RandomBytes) => toUuid(random(16)),
  uuid: (random: RandomBytes) => toUuid(random(16)),
  email: (random: RandomBytes) => `user-${toWord(random)}@example.com`,
  name: (random: RandomBytes) => `Name ${toWord(random)}`,
  username: (random: RandomBytes) => `user_${toWord(random)}`,
  word: (random: RandomBytes) => toWord(random),
  // Nine digits fit every 32-bit column; the first is not 0.
  number: (random: RandomBytes) => 100_000_000 + (toInteger(random(6)) % 900_000_000),
} as const;

export const uniqueKinds: readonly string[] = Object.keys(makers);

/** A new value of that kind: a UUID, an address at example.com, a name, a number of nine digits. Undefined for other kinds. */
export function makeUnique(kind: string, random: RandomBytes): string | number | undefined {
  return Object.hasOwn(makers, kind) ? makers[kind as keyof typeof makers](random) : undefined;
}

/** Ten letters and digits: 50 bits, enough for millions of them without two the same. */
function toWord(random: RandomBytes): string {
  return Array.from(random(10), (byte) => "abcdefghijkmnpqrstuvwxyz23456789"[byte % 32]).join("");
}

function toInteger(bytes: Uint8Array): number {
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0);
}

/** Version 4 (RFC 9562). */
function toUuid(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte, at) => {
    const marked = at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte;
    return marked.toString(16).padStart(2, "0");
  }).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
