/** Password hashes with scrypt (RFC 7914). Knows no customers. */
import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

/**
 * The work per check: about 10 ms on one core. That is what an example can afford that is measured
 * at hundreds of sign-ins a minute; a product on the open internet should take 2 ** 17.
 */
const COST = 2 ** 12;
const BLOCK_SIZE = 8;
const KEY_BYTES = 32;

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await deriveKey(password, salt);
  return `${salt.toString("base64url")}.${key.toString("base64url")}`;
}

/** Takes as long for a wrong password as for the right one. */
export async function isPassword(password: string, hash: string): Promise<boolean> {
  const [salt = "", expected = ""] = hash.split(".");
  const key = await deriveKey(password, Buffer.from(salt, "base64url"));
  const expectedKey = Buffer.from(expected, "base64url");
  return key.length === expectedKey.length && timingSafeEqual(key, expectedKey);
}

/** A hash that no password has, checked for emails nobody registered, so that they take as long. */
export const NOBODYS_HASH = `${"A".repeat(22)}.${"A".repeat(43)}`;

function deriveKey(password: string, salt: Buffer): Promise<Buffer> {
  // NFKC: the same characters typed on another keyboard must give the same key (NIST SP 800-63B).
  const normal = password.normalize("NFKC");
  return new Promise((resolve, reject) => {
    scrypt(normal, salt, KEY_BYTES, { N: COST, r: BLOCK_SIZE, p: 1 }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
