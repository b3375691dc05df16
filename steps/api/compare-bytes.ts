// Compares a body with a file byte by byte: what is no UTF-8 reads as the same text, whatever its bytes are.

/** Whether the bytes are UTF-8 without the sign that tells of binary data, a zero. */
export function isText(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Throws where the first difference is, or that there is none where there should be one. */
export function demandBytes(
  actual: Uint8Array,
  expected: Uint8Array,
  negated: boolean,
  path: string,
): void {
  const at = firstDifference(actual, expected);
  if ((at === undefined) !== negated) return;
  const not = negated ? " not" : "";
  const told = at === undefined ? "it does" : tellDifference(actual, expected, at);
  throw new Error(`expected the response${not} to equal ${path} byte by byte, but ${told}`);
}

function firstDifference(actual: Uint8Array, expected: Uint8Array): number | undefined {
  const common = Math.min(actual.length, expected.length);
  for (let at = 0; at < common; at += 1) if (actual[at] !== expected[at]) return at;
  return actual.length === expected.length ? undefined : common;
}

function tellDifference(actual: Uint8Array, expected: Uint8Array, at: number): string {
  const sizes =
    actual.length === expected.length
      ? ""
      : ` (the response has ${actual.length} bytes, the file ${expected.length})`;
  return `byte ${at + 1} is ${showByte(actual[at])} and not ${showByte(expected[at])}${sizes}`;
}

function showByte(byte: number | undefined): string {
  return byte === undefined ? "the end" : `0x${byte.toString(16).padStart(2, "0")}`;
}
