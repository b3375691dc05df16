/**
 * Time-based one-time codes (RFC 6238: SHA-1, 6 digits, 30 seconds), as authenticator apps make
 * them. Knows no customers. Our own, because node:crypto leaves only these few lines to write.
 */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

const STEP_SECONDS = 30;
const DIGITS = 6;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** A new secret in Base32, of the 160 bits that RFC 4226 recommends. */
export function newSecret(): string {
  // 32 random bytes select 32 letters of 5 bits: 256 is a multiple of 32, so each is as likely.
  return Array.from(randomBytes(32), (byte) => ALPHABET.charAt(byte % 32)).join("");
}

/** The code that an app shows at this time. */
export function codeAt(secret: string, atMs: number): string {
  return codeOfStep(secret, stepAt(atMs));
}

/**
 * The time step whose code this is, or null. One step to each side is accepted, for clocks that
 * disagree and customers who type slowly.
 */
export function stepOfCode(secret: string, code: string, atMs: number): number | null {
  const now = stepAt(atMs);
  const match = [now, now - 1, now + 1].find((step) => sameText(codeOfStep(secret, step), code));
  return match ?? null;
}

/** The address that an authenticator app reads from a QR code. */
export function setUpAddress(secret: string, email: string): string {
  return `otpauth://totp/Workspace:${encodeURIComponent(email)}?secret=${secret}&issuer=Workspace`;
}

function stepAt(atMs: number): number {
  return Math.floor(atMs / 1000 / STEP_SECONDS);
}

function codeOfStep(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac("sha1", fromBase32(secret)).update(counter).digest();
  const offset = hash.readUInt8(hash.length - 1) & 0xf;
  const number = (hash.readUInt32BE(offset) & 0x7fffffff) % 10 ** DIGITS;
  return String(number).padStart(DIGITS, "0");
}

function fromBase32(textInBase32: string): Buffer {
  const letters = textInBase32.toUpperCase().replace(/[^A-Z2-7]/g, "");
  const bits = Array.from(letters, (letter) =>
    ALPHABET.indexOf(letter).toString(2).padStart(5, "0"),
  );
  const bytes = bits.join("").match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
}

function sameText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
