// Where two JSON values differ, as values and as the text of one failure that lists all of it.

export interface Mismatch {
  /** JSONPath of the place: `$.items[0].id`. */
  readonly path: string;
  /** What was expected there: `expected "Ada"`, `not expected`. */
  readonly expected: string;
  /** What is there instead: `but was "Bob"`, `but there is none`. */
  readonly actual: string;
  /** True where the comparison was given up: that it does not match is not shown, either. */
  readonly undecided?: true;
}

/** More than this no person reads; how many are left is told. */
const maxListed = 500;
/** Columns are aligned up to here; a longer cell pushes its own line only. */
const maxColumn = 40;

/** One failure with every mismatch: "expected the response body to match, but it differs in 2 places: …". */
export function describeMismatches(mismatches: readonly Mismatch[], subject: string): string {
  return `expected ${subject} to match, ${tellMismatches(mismatches)}`;
}

/** "but it differs in 2 places:" and one aligned line for each. */
export function tellMismatches(mismatches: readonly Mismatch[]): string {
  const places = mismatches.length === 1 ? "1 place" : `${mismatches.length} places`;
  const listed = mismatches.slice(0, maxListed);
  const pathWidth = columnWidth(listed.map(({ path }) => path));
  const expectedWidth = columnWidth(listed.map(({ expected }) => expected));
  const lines = listed.map(({ path, expected, actual }) =>
    `  ${path.padEnd(pathWidth)}  ${expected.padEnd(expectedWidth)}  ${actual}`.trimEnd(),
  );
  const left = mismatches.length - listed.length;
  if (left > 0) lines.push(`  … and ${left} more`);
  return `but it differs in ${places}:\n${lines.join("\n")}`;
}

function columnWidth(cells: readonly string[]): number {
  return Math.max(0, ...cells.map(({ length }) => length).filter((length) => length <= maxColumn));
}

/** The path of a member: `$.name`, `$["two words"]`, `$[0]`. */
export function memberPath(path: string, member: string | number): string {
  if (typeof member === "number") return `${path}[${member}]`;
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(member)
    ? `${path}.${member}`
    : `${path}[${JSON.stringify(member)}]`;
}
