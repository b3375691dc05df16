// Made-up values that a sentence asks for: a random number, text, choice. They may happen twice; `unique` ones do not.
import { makeUnique, type RandomBytes } from "./unique-value.ts";

const letters = "abcdefghijklmnopqrstuvwxyz";
const digits = "0123456789";

/** What a text can be made of, by the word that a sentence uses. */
const alphabets: Readonly<Record<string, string>> = {
  letter: letters,
  digit: digits,
  character: letters + letters.toUpperCase() + digits,
};

/** A whole number from low to high, both included, each as likely as another. Both must be safe integers. */
export function randomInteger(low: number, high: number, random: RandomBytes): number {
  const range = BigInt(high) - BigInt(low) + 1n;
  // 2^128 values onto a range below 2^54: what the remainder favours cannot be seen.
  const drawn = random(16).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  return Number(BigInt(low) + (drawn % range));
}

/** Text of that many letters, digits or characters (letters and digits). */
export function randomText(length: number, unit: string, random: RandomBytes): string {
  const alphabet = alphabets[unit.replace(/s$/, "")] ?? alphabets["character"] ?? letters;
  const pick = () => alphabet[randomInteger(0, alphabet.length - 1, random)] ?? "";
  return Array.from({ length }, pick).join("");
}

const firstNames = [
  "Ada",
  "Bela",
  "Chen",
  "Dilek",
  "Emeka",
  "Fatima",
  "Goran",
  "Hana",
  "Ines",
  "Jun",
];
const lastNames = [
  "Abadi",
  "Berg",
  "Costa",
  "Diaz",
  "Eze",
  "Fischer",
  "Garg",
  "Holm",
  "Ito",
  "Jansen",
];

function pickOne(of: readonly string[], random: RandomBytes): string {
  return of[randomInteger(0, of.length - 1, random)] ?? "";
}

/** From 1970 to 2037: what every system can count. */
function randomDay(random: RandomBytes): Date {
  return new Date(randomInteger(0, 24_800, random) * 86_400_000);
}

const makers: Readonly<Record<string, (random: RandomBytes) => unknown>> = {
  number: (random) => randomInteger(1, 1_000_000, random),
  integer: (random) => randomInteger(1, 1_000_000, random),
  text: (random) => randomText(12, "letters", random),
  string: (random) => randomText(12, "characters", random),
  word: (random) => randomText(8, "letters", random),
  username: (random) => `user_${randomText(10, "letters", random)}`,
  // Meets the usual demands: upper and lower case, a digit, a sign, sixteen characters.
  password: (random) => `Aa1!${randomText(12, "characters", random)}`,
  boolean: (random) => randomInteger(0, 1, random) === 1,
  email: (random) => makeUnique("email", random),
  // 01632 is kept for films and tests: nobody's phone rings.
  phone: (random) => `+441632${randomText(6, "digits", random)}`,
  "first name": (random) => pickOne(firstNames, random),
  "last name": (random) => pickOne(lastNames, random),
  "full name": (random) => `${pickOne(firstNames, random)} ${pickOne(lastNames, random)}`,
  "zip code": (random) => randomText(5, "digits", random),
  "postal code": (random) => randomText(5, "digits", random),
  url: (random) => `https://${randomText(10, "letters", random)}.example.com/`,
  date: (random) => randomDay(random).toISOString().slice(0, "2026-02-03".length),
  name: (random) => makeUnique("name", random),
  uuid: (random) => makeUnique("id", random),
  id: (random) => makeUnique("id", random),
};

export const randomKinds: readonly string[] = Object.keys(makers);

/** A value of that kind; undefined when there is no such kind. */
export function makeRandom(kind: string, random: RandomBytes): unknown {
  return Object.hasOwn(makers, kind) ? makers[kind]?.(random) : undefined;
}
