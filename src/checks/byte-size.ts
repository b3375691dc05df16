// Sizes in bytes as people write them: 100 bytes, 20 KB, 5 MB. As shops and systems count them: 1 KB is 1024 bytes.

/** Source of a regular expression without groups. */
export const byteUnitPattern = "(?:bytes?|[kKMG]i?B|B|(?:kilo|mega|giga)bytes?)";

const unitBytes: Readonly<Record<string, number>> = { b: 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

const unitOnly = new RegExp(`^${byteUnitPattern}$`);

/** Whole bytes; undefined for a unit that is none, or less than nothing. */
export function readByteSize(size: number, unit: string): number | undefined {
  const bytes = unitOnly.test(unit) ? unitBytes[unit.slice(0, 1).toLowerCase()] : undefined;
  return bytes === undefined || size < 0 ? undefined : Math.round(size * bytes);
}
