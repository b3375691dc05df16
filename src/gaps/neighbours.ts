// Rows of examples that stand on either side of a limit: a number one apart, one refused and the other not.
import type { Case } from "../story/story.ts";

export interface JudgedRow {
  readonly row: Case;
  readonly isRefused: boolean;
}

export interface Neighbours {
  /** Of the row that is refused. */
  readonly line: number;
  /** Such as `length 11 and 12`. */
  readonly words: string;
}

export function findNeighbours(rows: readonly JudgedRow[]): Neighbours | undefined {
  if (!rows.some(({ isRefused }) => isRefused) || rows.every(({ isRefused }) => isRefused)) return;
  const accepted = new Set(rows.flatMap((one) => (one.isRefused ? [] : listNumbers(one))));
  for (const one of rows) {
    if (!one.isRefused) continue;
    for (const [column, text] of Object.entries(one.row.values ?? {})) {
      if (!isNumber(text)) continue;
      const other = [-1, 1]
        .map((step) => Number(text) + step)
        .find((number) => accepted.has(`${column} ${number}`));
      if (other === undefined) continue;
      const [least, most] = [Number(text), other].sort((a, b) => a - b);
      return { line: one.row.line, words: `${column} ${least} and ${most}` };
    }
  }
  return;
}

function listNumbers({ row }: JudgedRow): readonly string[] {
  return Object.entries(row.values ?? {}).flatMap(([column, text]) =>
    isNumber(text) ? [`${column} ${Number(text)}`] : [],
  );
}

function isNumber(text: string): boolean {
  return /^-?\d{1,15}$/.test(text);
}
